"""Finds the words that rulings quote, also after the source was edited elsewhere.

After the TextQuoteSelector of the Web Annotation Data Model (W3C, 4.2.4). A run of
white space matches any other, so that a text that was wrapped anew keeps its rulings;
everything else must be the same, case included.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tei_encoder.decisions.rules import (
    AMBIGUOUS,
    LOST,
    OUTDATED,
    OVERRULED,
    SOURCE,
    finding,
)
from tei_encoder.model.decision import (
    Decisions,
    Describe,
    Labelling,
    Quote,
    Relabel,
    Review,
    Ruling,
    SetSpeaker,
)
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source, Span

#: so many code points of words that stand once need no surroundings to agree
LONG = 40
#: how many code points of white space may stand for each one of the surroundings
SPACIOUS = 4
#: actions of which one place takes one alone
SINGLE = (Relabel, Labelling, SetSpeaker)


def find_rulings(source: Source, decisions: Decisions) -> Outcome[Decisions]:
    """Give the rulings that find their words, each with its span; report the others."""
    kept: list[Ruling] = []
    findings: list[Diagnostic] = []
    for ruling in decisions.rulings:
        spans = _meant(source.text, ruling)
        if len(spans) == 1:
            kept.append(replace(ruling, span=spans[0]))
        elif spans:
            findings.append(_ambiguous(ruling, len(spans)))
        else:
            findings.append(_lost(ruling))
    valid = tuple(_without_overruled(kept, findings))
    reviews = tuple(r for r in decisions.reviews if _is_of(r, source, findings))
    held = replace(decisions, rulings=valid, reviews=reviews)
    return Outcome(held, tuple(findings))


def places(text: str, quote: Quote) -> tuple[Span, ...]:
    """Give where the words may be meant: one place, several equal ones, or none.

    The place whose surroundings agree best is meant; of equal ones the nearest to
    `quote.at`. Where hardly anything around the words agrees, they are not meant.
    """
    found = [_candidate(text, span, quote) for span in occurrences(text, quote.exact)]
    if not found:
        return ()
    best = max(one.agreeing for one in found)
    equal = [one for one in found if one.agreeing == best]
    if len(equal) > 1 and quote.at is not None:
        equal = _nearest(equal, quote.at)
    trusted = [one for one in equal if one.trusted or _is_telling(quote, found)]
    return tuple(one.span for one in trusted)


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Give every place of some words; runs of white space are equal."""
    parts = words.split()
    if not parts:
        return
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    match = pattern.search(text)
    while match:
        yield Span(*match.span())
        match = pattern.search(text, match.start() + 1)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place of the words, how many code points around agree, and if that will do."""

    span: Span
    agreeing: int
    trusted: bool


def _candidate(text: str, span: Span, quote: Quote) -> _Candidate:
    # white space next to the words tells nothing, and people leave it out
    before, after = _squeezed(quote.before).rstrip(), _squeezed(quote.after).lstrip()
    left, right = _left(text, span, len(before)), _right(text, span, len(after))
    agree_before = _common(before[::-1], left[::-1])
    agree_after = _common(after, right)
    trusted = (
        not (before or after)
        or span.start == quote.at
        or _half(agree_before, before)
        or _half(agree_after, after)
        # without surroundings on one side, the words stood at that end of the text
        or (not before and not text[: span.start].strip())
        or (not after and not text[span.end :].strip())
    )
    return _Candidate(span, agree_before + agree_after, trusted)


def _half(agreeing: int, given: str) -> bool:
    return bool(given.strip()) and 2 * agreeing >= len(given)


def _left(text: str, span: Span, size: int) -> str:
    start = max(0, span.start - SPACIOUS * (size + 1))
    return _squeezed(text[start : span.start].rstrip())[-size:] if size else ""


def _right(text: str, span: Span, size: int) -> str:
    end = span.end + SPACIOUS * (size + 1)
    return _squeezed(text[span.end : end].lstrip())[:size]


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _common(one: str, other: str) -> int:
    """Count how many code points two texts begin with in common."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))


def _nearest(candidates: list[_Candidate], at: int) -> list[_Candidate]:
    least = min(abs(one.span.start - at) for one in candidates)
    return [one for one in candidates if abs(one.span.start - at) == least]


def _is_telling(quote: Quote, found: list[_Candidate]) -> bool:
    return len(found) == 1 and len(quote.exact) >= LONG


def _is_of(review: Review, source: Source, findings: list[Diagnostic]) -> bool:
    """Tell whether a review is of this text; report one that is not."""
    if review.text in {None, source.text_sha256}:
        return True
    said = f"the text has changed since {review.by} reviewed it"
    findings.append(Diagnostic(OUTDATED, said, source=SOURCE))
    return False


def _meant(text: str, ruling: Ruling) -> tuple[Span | None, ...]:
    """Give the places of a ruling; one that quotes none has no span, and one place."""
    if ruling.quote is not None:
        return places(text, ruling.quote)
    printed = all(any(occurrences(text, name)) for name in ruling.names)
    return (None,) if printed else ()


def _lost(ruling: Ruling) -> Diagnostic:
    if ruling.quote is not None:
        said = f"a ruling finds its words no more: “{_short(ruling.quote.exact)}”"
    else:
        names = ", ".join(f"“{name}”" for name in ruling.names)
        said = f"a ruling finds not all of its names: {names}"
    return finding(LOST, said, ruling)


def _ambiguous(ruling: Ruling, number: int) -> Diagnostic:
    words = _short(ruling.quote.exact) if ruling.quote else ""
    said = f"a ruling finds its words in {number} places: “{words}”"
    return finding(AMBIGUOUS, said, ruling, help_="give `before`, `after` or `at`")


def _short(words: str) -> str:
    words = _squeezed(words)
    return words if len(words) <= LONG else f"{words[:LONG]}…"


def _without_overruled(
    rulings: list[Ruling], findings: list[Diagnostic]
) -> Iterator[Ruling]:
    """Leave out what a later ruling says otherwise of the same words."""
    last = {key: r for r in rulings if (key := _subject(r)) is not None}
    for ruling in rulings:
        key = _subject(ruling)
        if key is None or last[key] is ruling:
            yield ruling
        elif last[key].action != ruling.action:
            said = f"line {last[key].line} rules otherwise on the same words"
            findings.append(finding(OVERRULED, said, ruling))


def _subject(ruling: Ruling) -> tuple[object, ...] | None:
    """Give what a ruling alone may decide; None for those that add to others."""
    match ruling.action:
        case Describe(element=element):
            return (element, ruling.span)
        case action if isinstance(action, SINGLE):
            return (type(action), ruling.span)
        case _:
            return None
