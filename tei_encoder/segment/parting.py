"""Parts a page into stretches: paragraphs, and what a label begins within one."""

import re
from collections.abc import Iterator, Sequence

from tei_encoder.model.span import Span
from tei_encoder.segment.dates import is_dated
from tei_encoder.segment.forms import KEY, Candidate, Mark, Place, key_of
from tei_encoder.segment.grammar import TRUSTED, Grammar
from tei_encoder.segment.lines import Line
from tei_encoder.segment.occurrence import Occurrence
from tei_encoder.segment.page import ITEM, SENTENCE_END, Stretch
from tei_encoder.segment.shape import CAPTIONS, Weight, total
from tei_encoder.segment.sheet import Found, Sheet, occurrences

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
#: a mark of the page before the first word of a paragraph
PAGE_MARK = re.compile(r"(?P<mark>\[[^\[\]\n]{1,20}\d{1,5}\])[ \t]*(?=\S)")
#: two short lines without a mark at their ends
BELOW = re.compile(
    r"\s*([^\n]{2,60}[^\W_])[ \t]*\n\s*([^\n]{2,60}[^\W_])[ \t]*(?:\n|$)"
)
#: number of the line, start and end of a stretch
Piece = tuple[int, int, int]


def part(sheet: Sheet, found: Found, grammar: Grammar) -> Iterator[Stretch]:
    """Give the stretches of a page in order, each with its best label."""
    for place in _places(sheet, found, grammar):
        yield _stretch(sheet.text, place, found, grammar)


def _places(sheet: Sheet, found: Found, grammar: Grammar) -> Iterator[Piece]:
    """Give the stretches: paragraphs, parted where a label stands within one."""
    text, lines = sheet.text, sheet.lines
    openers = {
        key.split(" ", 1)[0] for key, n in grammar.names.items() if n > 1 and key
    }
    for index, (first, last) in enumerate(sheet.groups):
        end = lines[last - 1].end
        starts = {lines[first].start: lines[first].number}
        if index in sheet.whole:
            yield lines[first].number, lines[first].start, end
            continue
        page_mark = _behind_page_mark(text, lines[first].start, end, grammar)
        if page_mark:
            starts[page_mark] = lines[first].number
        for line in lines[first + 1 : last]:
            if _is_field(found.get(line.start, ()), grammar) or (
                _may_open(text, line, found, openers)
                and _opens(text, line.start, end, found, grammar)
            ):
                starts[line.start] = line.number
        if end <= grammar.front_end and last - first > 1:
            starts |= _dated(text, lines[first:last])
        number, counted = lines[first].number, lines[first].start
        for start, _ in sheet.inner.get(index, ()):
            if start not in starts and _opens(text, start, end, found, grammar):
                number += text.count("\n", counted, start)
                starts[start], counted = number, start
        ordered = sorted(starts)
        for start, stop in zip(ordered, [*ordered[1:], end], strict=True):
            yield starts[start], start, start + len(text[start:stop].rstrip())


def _behind_page_mark(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Give where a paragraph begins behind a mark of the page in brackets, or 0."""
    mark = PAGE_MARK.match(text, start, end)
    if mark and "page" in grammar.lexicon.find(mark["mark"].lower()).begins:
        return mark.end()
    return 0


def _dated(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """Part lines without sentences, as titles are, before and behind a date."""
    if any(len(line) > ITEM or text[line.end - 1] in SENTENCE_END for line in lines):
        return {}
    dates = {i for i, line in enumerate(lines) if is_dated(text[line.start : line.end])}
    return {
        line.start: line.number
        for index, line in enumerate(lines)
        if index and not dates.isdisjoint({index, index - 1})
    }


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


def _stretch(text: str, place: Piece, found: Found, grammar: Grammar) -> Stretch:
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
        there = tuple(occurrences(text, Span(start, end), 0, grammar.lexicon))
    there = tuple(o for o in there if o.candidate.end <= end)
    best: tuple[float, Candidate, tuple[Weight, ...]] | None = None
    for occurrence in there:
        weights = (
            *grammar.weigh(occurrence.candidate),
            *occurrence.context,
            *_listed(text, occurrence.candidate, grammar),
        )
        score = total(weights)
        if best is None or score > best[0]:
            best = (score, occurrence.candidate, weights)
    return best[1:] if best else None


def _listed(text: str, candidate: Candidate, grammar: Grammar) -> Iterator[Weight]:
    """Weigh a line against being a label where two speakers' names stand below it.

    It is a caption that lists those present, or one of them.
    """
    if candidate.form.place is Place.RUN_IN:
        return
    below = BELOW.match(text, candidate.end)
    if below and all(grammar.names.get(key_of(name), 0) > 1 for name in below.groups()):
        yield -5.0, "names of speakers are listed below it"
