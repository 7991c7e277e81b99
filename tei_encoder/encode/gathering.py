"""Gathers what stands between the words of a record, from its source's layout."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tei_encoder.encode.insertions import Insertion, Insertions, Moment, PageTurn
from tei_encoder.encode.lifting import lifted
from tei_encoder.model.block import Kind
from tei_encoder.model.layout import Cue
from tei_encoder.model.record import Part, Record, Utterance
from tei_encoder.model.source import PartKind, Source, Span

NUMBER = re.compile(r"(?:\d{1,5}|[ivxlcdmIVXLCDM]{1,9})[a-z]?")
HYPHENS = "-\u00ad\u2010"


def insertions_of(source: Source, record: Record) -> Insertions:
    """Gather what stands between the words of a record."""
    layout = source.layout
    stretches = sorted(_stretches(record.parts))
    bodies = _bodies(record.parts)
    notes = [
        replace(note, body=note.body.trimmed(source.text))
        for note in layout.notes
        if note.body.trimmed(source.text) in bodies
    ]
    found = [*lifted(source.text, notes, stretches), *_pages(source, record.span)]
    found += [
        Insertion(figure.span, figure)
        for figure in layout.figures
        if not len(figure.span) and figure.target and figure.span in record.span
    ]
    found += _moments(layout.cues, record.parts)
    return Insertions(found)


def _pages(source: Source, within: Span) -> Iterator[Insertion]:
    for part in source.parts:
        start = part.span.start
        if part.kind is PartKind.PAGE and within.start <= start < within.end:
            number = part.name if _is_printed(source, part.name, part.span) else None
            surface = next(
                (
                    index
                    for index, surface in enumerate(source.layout.surfaces)
                    if surface.span.start == start
                ),
                None,
            )
            turn = PageTurn(number, surface, _in_word(source.text, start))
            yield Insertion(Span(start, start), turn)


def _is_printed(source: Source, name: str, page: Span) -> bool:
    """Tell whether a page's name is a number printed at its head or foot."""
    if not NUMBER.fullmatch(name):
        return False
    asides = source.layout.asides
    first = bisect_left(asides, page.start, key=lambda aside: aside.span.start)
    for aside in asides[first:]:
        if aside.span.start >= page.end:
            return False
        if name in re.findall(r"\w+", aside.span.of(source.text)):
            return True
    return False


def _in_word(text: str, at: int) -> bool:
    """Tell whether a page ends within a word: joined, or by a hyphen."""
    before = text[max(0, at - 40) : at].rstrip()[-2:]
    after = text[at : at + 40].lstrip()[:1]
    spaced = text[max(0, at - 1) : at + 1] != text[max(0, at - 1) : at + 1].strip()
    if not spaced:
        return before[-1:].isalpha() and after.isalpha()
    hyphened = before[-1:] in HYPHENS and before[-1:] != ""
    return hyphened and before[:1].isalpha() and after.islower()


def _moments(cues: Sequence[Cue], parts: Iterable[Part]) -> Iterator[Insertion]:
    """Give the times within utterances: where a cue begins, or ends before a pause."""
    ordered = sorted(cues, key=lambda cue: cue.span)
    starts = [cue.span.start for cue in ordered]
    for part in parts:
        if not isinstance(part, Utterance):
            continue
        spans = [span for passage in part.content for span in passage.spans]
        spans += [part.label] if part.label else []
        first = bisect_left(starts, min(span.start for span in spans))
        last = bisect_left(starts, max(span.end for span in spans))
        own = ordered[first:last]
        for cue, after in pairwise(own):
            if after.begin != cue.end:
                yield Insertion(Span(cue.span.end, cue.span.end), Moment(cue.end))
            start = after.span.start
            yield Insertion(Span(start, start), Moment(after.begin))


def _stretches(parts: Iterable[Part]) -> Iterator[Span]:
    """Give the stretches of words that an element takes: labels and passages."""
    for part in parts:
        if isinstance(part, Utterance):
            if part.label:
                yield part.label
            yield from _stretches(part.content)
        elif part.kind is not Kind.PAGE_MARKER:
            yield from part.spans


def _bodies(parts: Iterable[Part]) -> frozenset[Span]:
    """Give the notes that stand by themselves."""
    found: set[Span] = set()
    for part in parts:
        if isinstance(part, Utterance):
            found |= _bodies(part.content)
        elif part.kind in {Kind.FOOTNOTE, Kind.NOTE} and len(part.spans) == 1:
            found.add(part.spans[0])
    return frozenset(found)
