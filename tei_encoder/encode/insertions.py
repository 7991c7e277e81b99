"""What stands between the words of the text: pages that begin, notes, pictures, times.

Each has its place in the source. A note that is printed elsewhere is lifted to its
reference (Guidelines 3.9.1), whose printed mark it takes with it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from tei_encoder.model.layout import AnchoredNote, Figure
from tei_encoder.model.record import Part, Passage, Utterance
from tei_encoder.model.source import Span


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


def _rank(insertion: Insertion) -> int:
    return 0 if insertion.between else 1
