"""Reads a page twice: first to learn its grammar, then to part it into stretches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tei_encoder.profiles.model import Profile
from tei_encoder.segment import layout as layouts
from tei_encoder.segment.candidates import candidates
from tei_encoder.segment.context import follows
from tei_encoder.segment.forms import KEY, Candidate, Mark
from tei_encoder.segment.grammar import TRUSTED, Grammar
from tei_encoder.segment.inline import names_within, recurring
from tei_encoder.segment.languages import spoken
from tei_encoder.segment.learning import Occurrence, learn
from tei_encoder.segment.lexicon import Lexicon, lexicon
from tei_encoder.segment.lines import Line, cut
from tei_encoder.segment.lists import captions, listed
from tei_encoder.segment.page import ITEM, SENTENCE_END, Page, Stretch
from tei_encoder.segment.shape import CAPTIONS, Weight, total

#: how far into a page its front may reach (paragraphs)
FRONT = 60
#: the first stretches, where a note on funding stands
THANKS = 15
#: the score of a sure label
STRONG = 4.0
#: how much of a stretch is looked at, and of a long one (characters)
HEAD = 300
LONG = 700
HEAD_OF_LONG = 180
#: a label within a paragraph is looked for so far into a line (characters)
NEAR = 60
#: marks that leave no doubt that a label ends
PLAIN = frozenset({Mark.COLON, Mark.SPACE, Mark.STOP_DASH})
#: signs that printers set before a speaker's name
SIGNS = frozenset("○◯◎●◆◇■□▲△▼▽※")

#: number of the line, start and end of a stretch
Place = tuple[int, int, int]
#: candidates by the place where they stand
Found = dict[int, tuple[Occurrence, ...]]
#: paragraphs as ranges of lines, and the labels that may stand within them
Groups = Sequence[tuple[int, int]]
Inner = Mapping[int, list[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text cut into lines and paragraphs, before anything is known of its labels."""

    text: str
    lines: Sequence[Line]
    groups: Groups
    inner: Inner


def read(text: str, profile: Profile) -> Page:
    """Read a page: lines, layout, languages, grammar of labels, stretches."""
    lines = cut(text)
    layout = layouts.observe(text, lines)
    tags = (profile.language,) if profile.language else spoken(text)
    known = lexicon(tags, profile.phrases)
    groups = layouts.paragraphs(layout, text, lines)
    sheet = Sheet(text, lines, groups, _inner(text, lines, groups, known))
    found = _occurrences(sheet, known)
    grammar = learn([o for each in found.values() for o in each], known)
    front = _front(sheet, found, grammar)
    grammar = replace(
        grammar, vocabulary=_words(text[:front]), front_end=front, weights={}
    )
    stretches = tuple(
        _stretch(text, place, found, grammar)
        for place in _places(sheet, found, grammar)
    )
    return Page(
        text,
        profile,
        known,
        layout,
        lines,
        grammar,
        stretches,
        captions(stretches),
        listed(stretches),
        tuple(s.head.lower() for s in stretches[:THANKS] if "funding" in s.cues.holds),
    )


def _inner(
    text: str,
    lines: Sequence[Line],
    groups: Groups,
    known: Lexicon,
) -> dict[int, list[tuple[int, str]]]:
    """Give, by paragraph, the labels that may stand within it, behind a sentence."""
    short = known.sets.get("abbreviations", frozenset())
    within = {
        index: list(names_within(text, lines[first].start, lines[last - 1].end, short))
        for index, (first, last) in enumerate(groups)
    }
    keys = recurring([key for each in within.values() for _, key in each])
    return {
        index: [(start, key) for start, key in each if key in keys]
        for index, each in within.items()
        if each
    }


def _occurrences(sheet: Sheet, known: Lexicon) -> Found:
    """Give all candidates, by the place where they stand."""
    text, lines = sheet.text, sheet.lines
    found: Found = {}
    for index, (first, last) in enumerate(sheet.groups):
        end = lines[last - 1].end
        starts = [lines[first].start]
        starts += [
            line.start
            for line in lines[first + 1 : last]
            if text[line.start] in SIGNS or _has_colon(text, line)
        ]
        starts += [start for start, _ in sheet.inner.get(index, ())]
        for start in starts:
            found[start] = tuple(_at(text, start, end, index, known))
    return found


def _has_colon(text: str, line: Line) -> bool:
    near = min(line.end, line.start + NEAR)
    return any(text.find(colon, line.start, near) >= 0 for colon in ":：")


def _at(
    text: str, start: int, end: int, index: int, known: Lexicon
) -> Iterator[Occurrence]:
    short = known.sets.get("abbreviations", frozenset())
    for candidate in candidates(text, start, end, short):
        context = tuple(follows(text, candidate, end, known))
        yield Occurrence(index, candidate, context)


def _front(sheet: Sheet, found: Found, grammar: Grammar) -> int:
    """Give the end of the paragraph before the first sure label."""
    sure = (
        o.paragraph
        for each in found.values()
        for o in each
        if sum(w for w, _ in (*grammar.weigh(o.candidate), *o.context)) >= STRONG
    )
    front = sheet.groups[: min(FRONT, next(sure, FRONT))]
    return sheet.lines[front[-1][1] - 1].end if front else 0


def _words(front: str) -> frozenset[str]:
    """Give the words of a page's front that do not begin with a small letter."""
    words = KEY.findall(front)
    return frozenset(word.lower() for word in words if not word[:1].islower())


def _places(sheet: Sheet, found: Found, grammar: Grammar) -> Iterator[Place]:
    """Give the stretches: paragraphs, parted where a label stands within one."""
    text, lines = sheet.text, sheet.lines
    openers = {
        key.split(" ", 1)[0] for key, n in grammar.names.items() if n > 1 and key
    }
    for index, (first, last) in enumerate(sheet.groups):
        end = lines[last - 1].end
        starts = {lines[first].start: lines[first].number}
        for line in lines[first + 1 : last]:
            if _is_field(found.get(line.start, ()), grammar) or (
                _may_open(text, line, found, openers)
                and _opens(text, line.start, end, found, grammar)
            ):
                starts[line.start] = line.number
        number, counted = lines[first].number, lines[first].start
        for start, _ in sheet.inner.get(index, ()):
            if start not in starts and _opens(text, start, end, found, grammar):
                number += text.count("\n", counted, start)
                starts[start], counted = number, start
        ordered = sorted(starts)
        for start, stop in zip(ordered, [*ordered[1:], end], strict=True):
            yield starts[start], start, start + len(text[start:stop].rstrip())


def _is_field(there: Sequence[Occurrence], grammar: Grammar) -> bool:
    """Tell whether a line begins with the caption of a field and a colon."""
    return any(
        o.candidate.form.mark is Mark.COLON
        and grammar.lexicon.find(o.candidate.key).spells & CAPTIONS
        for o in there
    )


def _may_open(text: str, line: Line, found: Found, openers: set[str]) -> bool:
    """Tell, cheaply, whether a line within a paragraph is worth a closer look."""
    if line.start in found:
        return True
    word = KEY.search(text, line.start, min(line.end, line.start + NEAR))
    return word is not None and word[0].lower() in openers


def _opens(text: str, start: int, end: int, found: Found, grammar: Grammar) -> bool:
    """Tell whether a label of the page stands within a paragraph."""
    best = _best(text, start, end, found, grammar)
    if best is None:
        return False
    score = total(best[1])
    known = grammar.names.get(best[0].key, 0) > 1
    sure = best[0].form.mark in PLAIN and (
        grammar.forms.get(best[0].form, 0.0) > TRUSTED
    )
    return score >= STRONG + 1 and (known or sure)


def _stretch(text: str, place: Place, found: Found, grammar: Grammar) -> Stretch:
    number, start, end = place
    best = _best(text, start, end, found, grammar)
    label, weights = best or (None, ())
    head = text[start : min(end, start + HEAD)]
    looked_at = head if end - start <= LONG else head[:HEAD_OF_LONG]
    return Stretch(
        start,
        end,
        number,
        head,
        grammar.lexicon.find(" ".join(looked_at.lower().split())),
        label and grammar.without_stage(label),
        weights,
        total(weights),
        is_item=end - start <= ITEM and head[-1] not in SENTENCE_END,
    )


def _best(
    text: str, start: int, end: int, found: Found, grammar: Grammar
) -> tuple[Candidate, tuple[Weight, ...]] | None:
    """Give the candidate at a place for which most speaks, with its weights."""
    there = found.get(start)
    if there is None:
        there = tuple(_at(text, start, end, 0, grammar.lexicon))
    there = tuple(o for o in there if o.candidate.end <= end)
    best: tuple[float, Candidate, tuple[Weight, ...]] | None = None
    for occurrence in there:
        weights = (*grammar.weigh(occurrence.candidate), *occurrence.context)
        score = total(weights)
        if best is None or score > best[0]:
            best = (score, occurrence.candidate, weights)
    return best[1:] if best else None
