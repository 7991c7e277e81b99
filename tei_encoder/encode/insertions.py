"""What stands between the words of the text: pages that begin, notes, pictures, times.

Each has its place in the source. A note that is printed elsewhere is lifted to its
reference (Guidelines 3.9.1), whose printed mark it takes with it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

from tei_encoder.model.block import Kind
from tei_encoder.model.layout import AnchoredNote, Cue, Figure, NoteKind
from tei_encoder.model.record import Part, Passage, Record, Utterance
from tei_encoder.model.source import PartKind, Source, Span

#: a mark is no longer than this, nor has it white space
LONGEST_MARK = 8
NUMBER = re.compile(r"(?:\d{1,5}|[ivxlcdmIVXLCDM]{1,9})[a-z]?")
HYPHENS = "-\u00ad\u2010"


@dataclass(frozen=True, slots=True)
class PageTurn:
    """A page begins: its printed number, its image (an index of the surfaces)."""

    number: str | None
    surface: int | None
    in_word: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the recording, in milliseconds."""

    time: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """Something at a place; the words of the place, if any, belong to it."""

    place: Span
    what: AnchoredNote | Figure | PageTurn | Moment

    @property
    def between(self) -> bool:
        """Tell whether it may stand between blocks."""
        return isinstance(self.what, PageTurn | Figure)


class Insertions:
    """The insertions of a record, in order; each is given out once."""

    def __init__(self, found: Iterable[Insertion]) -> None:
        """Take the insertions, whatever their order."""
        self._all = sorted(found, key=lambda i: (i.place.start, _rank(i)))
        self._starts = [each.place.start for each in self._all]
        self._given: set[int] = set()
        self._late: list[int] = []
        self._aside = 0
        self.bodies = frozenset(
            each.what.body for each in self._all if isinstance(each.what, AnchoredNote)
        )
        self.marks = [each.place for each in self._all if len(each.place)]
        self._ends = [place.end for place in self.marks]

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._all)

    @property
    def turns_pages(self) -> bool:
        """Tell whether pages of the source are known."""
        return any(isinstance(each.what, PageTurn) for each in self._all)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Write what is not in the order of the source: nothing is overdue there."""
        self._aside += 1
        yield
        self._aside -= 1

    def between(self, offset: float) -> Iterator[Insertion]:
        """Give what stands between blocks, up to the beginning of one."""
        for at in range(bisect_right(self._starts, offset)):
            if at not in self._given and self._all[at].between:
                self._given.add(at)
                yield self._all[at]

    def split(self, span: Span, *, allowed: bool) -> Iterator[Span | Insertion]:
        """Cut a stretch where something stands in it; where it may not, it is late."""
        at = span.start
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        before = bisect_right(self._ends, span.start)
        if before < len(self.marks) and self.marks[before].start < span.start:
            at = min(self.marks[before].end, span.end)
        if allowed:
            yield from self._overdue(span.start)
        for number in range(first, last):
            insertion = self._all[number]
            later = len(insertion.place) > 0 or insertion.between
            if number in self._given or (later and self._starts[number] == span.end):
                continue
            if insertion.place.start > at:
                yield Span(at, insertion.place.start)
            self._given.add(number)
            if allowed:
                yield insertion
            else:
                self._late.append(number)
            at = max(at, min(insertion.place.end, span.end))
        if at < span.end:
            yield Span(at, span.end)

    def late(self) -> Iterator[Insertion]:
        """Give what found no place where it belonged."""
        while self._late:
            yield self._all[self._late.pop(0)]

    def _overdue(self, start: int) -> Iterator[Insertion]:
        yield from self.late()
        if not self._aside:
            yield from self.between(start - 1)

    def without_marks(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Give ranges without the marks that lifted notes take with them."""
        for span in spans:
            start = span.start
            first = bisect_right(self._ends, span.start)
            for mark in self.marks[first:]:
                if mark.start >= span.end:
                    break
                if mark.start > start:
                    yield Span(start, mark.start)
                start = max(start, mark.end)
            if start < span.end:
                yield Span(start, span.end)

    def is_mark(self, span: Span) -> bool:
        """Tell whether a range is, or lies in, the mark of a lifted note."""
        at = bisect_right(self._ends, span.start)
        return at < len(self.marks) and span in self.marks[at]

    def rest(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Give the parts without the notes that are lifted to their references."""
        for part in parts:
            if isinstance(part, Utterance):
                content = tuple(p for p in part.content if not self._lifted(p))
                yield replace(part, content=content) if content else part
            elif not self._lifted(part):
                yield part

    def _lifted(self, passage: Passage) -> bool:
        return len(passage.spans) == 1 and passage.spans[0] in self.bodies


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
    found = [*_notes(source.text, notes, stretches), *_pages(source, record.span)]
    found += [
        Insertion(figure.span, figure)
        for figure in layout.figures
        if not len(figure.span) and figure.target and figure.span in record.span
    ]
    found += _moments(layout.cues, record.parts)
    return Insertions(found)


def _rank(insertion: Insertion) -> int:
    return 0 if insertion.between else 1


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


def _notes(
    text: str, notes: Sequence[AnchoredNote], stretches: Sequence[Span]
) -> list[Insertion]:
    """Give the notes that can be lifted: each once, none into itself."""
    found: dict[Span, Insertion] = {}
    holders: dict[Span, Span] = {}
    reached = 0
    for note in sorted(notes, key=lambda note: note.anchor):
        place = _mark(text, note)
        stretch = _around(place, stretches)
        if stretch is None or note.body in found or place.start < reached:
            continue
        if not _rest_of_line(text, stretch, place).strip():
            continue
        holders[note.body] = stretch
        if _circular(note.body, holders):
            del holders[note.body]
            continue
        found[note.body] = Insertion(place, note)
        reached = place.end
    return list(found.values())


def _mark(text: str, note: AnchoredNote) -> Span:
    """Give the printed mark of a reference; words that a comment is on are none."""
    words = note.anchor.of(text)
    printed = note.kind is not NoteKind.COMMENT and len(words) <= LONGEST_MARK
    if printed and words.split() == [words]:
        return note.anchor
    return Span(note.anchor.end, note.anchor.end)


def _around(place: Span, stretches: Sequence[Span]) -> Span | None:
    at = bisect_right(stretches, place.start, key=lambda span: span.start) - 1
    return stretches[at] if at >= 0 and place in stretches[at] else None


def _rest_of_line(text: str, stretch: Span, mark: Span) -> str:
    start = max(stretch.start, text.rfind("\n", 0, mark.start) + 1)
    stop = text.find("\n", mark.end, stretch.end)
    end = stretch.end if stop < 0 else stop
    return text[start : mark.start] + text[mark.end : end]


def _circular(body: Span, holders: dict[Span, Span]) -> bool:
    """Tell whether a note stands, by way of others perhaps, in itself."""
    at: Span | None = body
    for _ in range(len(holders) + 1):
        at = holders.get(at) if at else None
        if at == body:
            return True
    return False


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
    return any(
        name in re.findall(r"\w+", aside.span.of(source.text))
        for aside in source.layout.asides
        if aside.span in page
    )


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
