"""What the file says of stretches of words: how they look, where they point, changes.

`hi` says how words look; what that means (emphasis, a title) is not claimed.
Runs are cut to passages, and where another claim begins or ends within them, so that
all can stand. A style of all of a passage is one claim about all of it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote

from tei_encoder.annotate.spans import lies_within
from tei_encoder.annotate.stretches import Place, stretches
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Certainty
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.layout import ChangeKind, Layout, Style, TrackedChange
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

RULE = "layout"
#: a word that the recognition was less sure of is unclear
SURE = 0.6
#: addresses that mean the same wherever the text is read
_ABSOLUTE = ("http://", "https://", "mailto:", "urn:", "doi:")
_ADDRESS = "/:#?&=@+;,!$'()*~%"
#: how close a run must come to the ends of a passage to be all of it
_EDGES = " \t\r\n\u00a0:：.–—-"
_CHANGES = {
    ChangeKind.INSERTED: AnnotationKind.ADD,
    ChangeKind.DELETED: AnnotationKind.DEL,
}
#: where the layout of the text does not reach
HEADERS = frozenset({Place.HEADER, Place.REFERENCE})


def annotate_layout(
    source: Source,
    record: Record,
    settings: Settings,  # noqa: ARG001 - every annotator is given them
) -> Outcome[tuple[Annotation, ...]]:
    """Claim what the file says of words; each claim is the file's, not a guess."""
    if source.layout == Layout():
        return Outcome(())
    ground = _Ground(source, record)
    found = [
        *_changed(ground),
        *_linked(ground),
        *_styled(ground),
        *_unclear(ground),
    ]
    return Outcome(tuple(found))


class _Ground:
    """The passages of a record, and the borders that no run may cross."""

    def __init__(self, source: Source, record: Record) -> None:
        """Gather passages, and where claims and structures begin and end."""
        self.text, self.layout = source.text, source.layout
        found = [s for s in stretches(record) if s.place not in HEADERS]
        self.places = sorted(stretch.span for stretch in found)
        inner = [span.trimmed(self.text) for span in _structures(source.layout)]
        claims = [claim.span for claim in record.annotations]
        changes = [change.span for change in source.layout.changes]
        links = [link.span for link in source.layout.links]
        self.cells = sorted(span for span in inner if len(span))
        self._borders = _sorted_ends([*inner, *claims])
        self.marks = frozenset(n.mark.start for n in source.layout.notes if n.mark)
        self._changed = _sorted_ends(changes)
        self._linked = _sorted_ends(links)

    def pieces(self, span: Span, *, within: int = 0) -> Iterator[Span]:
        """Give a run as it may be claimed: `within` links (1), or changes, too (2)."""
        borders = (self._borders, self._changed, self._linked)[: within + 1]
        first = max(0, bisect_right(self.places, span.start, key=_start) - 1)
        for place in self.places[first:]:
            if place.start >= span.end:
                break
            start, end = max(span.start, place.start), min(span.end, place.end)
            if start < end:
                yield from self._cut(Span(start, end), borders)

    def _cut(self, span: Span, borders: Sequence[Sequence[int]]) -> Iterator[Span]:
        cuts = {span.start, span.end}
        for each in borders:
            cuts.update(
                each[bisect_right(each, span.start) : bisect_left(each, span.end)]
            )
        for start, end in pairwise(sorted(cuts)):
            piece = Span(start, end).trimmed(self.text)
            if len(piece):
                yield piece

    def whole(self) -> Iterator[Span]:
        """Give what may look one way as a whole: passages, cells and items.

        A cell of a table of turns is a passage already, or one of its headings.
        """
        passages = frozenset(self.places)
        yield from self.places
        for cell in self.cells:
            if lies_within(cell, self.places) and cell not in passages:
                yield cell


def _changed(ground: _Ground) -> Iterator[Annotation]:
    for change in ground.layout.changes:
        for piece in ground.pieces(change.span):
            yield _change(change, piece)


def _change(change: TrackedChange, span: Span) -> Annotation:
    attributes = (("when", change.when),) if change.when else ()
    by = " ".join(change.by.split()) or "software"
    return Annotation(
        span, _CHANGES[change.kind], attributes, responsible=by, rule=RULE
    )


def _linked(ground: _Ground) -> Iterator[Annotation]:
    """Claim links to absolute addresses; others lead nowhere from another file."""
    for link in ground.layout.links:
        target = quote(link.target.strip(), safe=_ADDRESS)
        if target.casefold().startswith(_ABSOLUTE):
            for piece in ground.pieces(link.span, within=1):
                yield Annotation(
                    piece, AnnotationKind.REF, (("target", target),), rule=RULE
                )


@dataclass(frozen=True, slots=True)
class _Run:
    span: Span
    styles: frozenset[Style]


def _styled(ground: _Ground) -> Iterator[Annotation]:
    """Claim styles: those of a whole passage of it, the others of their runs.

    The mark of a note is none of its words: it becomes the number of the note.
    """
    runs = _flat(ground.layout)
    starts = [run.span.start for run in runs]
    covered: list[tuple[Span, frozenset[Style]]] = []
    for place in ground.whole():
        inner = _inner(place, runs, starts)
        common = _common(place, inner, ground.text)
        if common:
            covered.append((place, common))
            yield _look(place, common)
    for run in runs:
        for piece in ground.pieces(run.span, within=2):
            around = [styles for place, styles in covered if piece in place]
            left = run.styles.difference(*around)
            if left and piece.start not in ground.marks:
                yield _look(piece, left)


def _inner(place: Span, runs: Sequence[_Run], starts: Sequence[int]) -> Sequence[_Run]:
    first = max(0, bisect_right(starts, place.start) - 1)
    found = runs[first : bisect_left(starts, place.end)]
    return [run for run in found if run.span.overlaps(place)]


def _common(place: Span, runs: Sequence[_Run], text: str) -> frozenset[Style]:
    """Give the styles that all words of a passage have."""
    if not runs:
        return frozenset()
    reached = place.start
    for run in runs:
        if text[reached : max(reached, run.span.start)].strip():
            return frozenset()
        reached = max(reached, run.span.end)
    if text[reached : place.end].strip(_EDGES):
        return frozenset()
    return runs[0].styles.intersection(*(run.styles for run in runs))


def _flat(layout: Layout) -> list[_Run]:
    """Give runs that do not overlap, each with all its styles."""
    points = _sorted_ends(run.span for run in layout.runs)
    opened = sorted(layout.runs, key=lambda run: run.span.start)
    found: list[_Run] = []
    current: list[tuple[int, Style]] = []
    at = 0
    for start, end in pairwise(points):
        current = [(stop, style) for stop, style in current if stop > start]
        while at < len(opened) and opened[at].span.start <= start:
            if opened[at].span.end > start:
                current.append((opened[at].span.end, opened[at].style))
            at += 1
        styles = frozenset(style for _, style in current)
        if not styles:
            continue
        last = found[-1] if found else None
        if last and last.span.end == start and last.styles == styles:
            found[-1] = _Run(Span(last.span.start, end), styles)
        else:
            found.append(_Run(Span(start, end), styles))
    return found


def _look(span: Span, styles: frozenset[Style]) -> Annotation:
    rend = " ".join(style for style in Style if style in styles)
    return Annotation(span, AnnotationKind.HI, (("rend", rend),), rule=RULE)


def _unclear(ground: _Ground) -> Iterator[Annotation]:
    """Claim that words are unclear that the recognition was not sure of."""
    for zone in ground.layout.zones:
        if zone.confidence is not None and zone.confidence < SURE:
            for piece in ground.pieces(zone.span, within=2):
                yield Annotation(
                    piece,
                    AnnotationKind.UNCLEAR,
                    responsible="recognition",
                    certainty=Certainty.LOW,
                    rule=RULE,
                )


def _structures(layout: Layout) -> Iterator[Span]:
    """Give cells, items and pictures: their ends are borders."""
    for table in layout.tables:
        for row in table.rows:
            yield from row
    for listed in layout.lists:
        yield from listed.items
    for figure in layout.figures:
        yield figure.span


def _sorted_ends(spans: Iterable[Span]) -> list[int]:
    return sorted({end for span in spans for end in (span.start, span.end)})


def _start(span: Span) -> int:
    return span.start
