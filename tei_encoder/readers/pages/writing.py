"""Writes sheets as one reading text, with the evidence of their layout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tei_encoder.model.layout import (
    AnchoredNote,
    Aside,
    Link,
    Paragraph,
    Style,
    StyledRun,
    Surface,
    Zone,
)
from tei_encoder.model.source import PartKind, Source
from tei_encoder.model.span import Span
from tei_encoder.readers.pages.joining import runs_on
from tei_encoder.readers.pages.sheet import (
    Block,
    Box,
    FootNote,
    Line,
    Margin,
    Sheet,
    beside,
)
from tei_encoder.readers.reading_text import LINE, PARAGRAPH, ReadingText

#: marks at a note's end that are not part of what is raised in the text
_AROUND: Final = ".):"
#: between what stands on one height in a margin
SPACE: Final = " "


@dataclass(slots=True)
class _Writing:
    """A reading text under way.

    `raised` are the raised marks of the current page; `fresh` tells that nothing is
    written on it yet.
    """

    text: ReadingText = field(default_factory=ReadingText)
    raised: list[tuple[str, Span]] = field(default_factory=list)
    notes: list[tuple[Span, list[tuple[FootNote, int]]]] = field(default_factory=list)
    surfaces: int = 0
    fresh: bool = False

    def part(self, separator: str) -> None:
        """Part what follows from what is there, unless a page has just begun."""
        if not self.fresh:
            self.text.part(separator)
        self.fresh = False


def written(
    sheets: Sequence[Sheet], data: bytes, uri: str, *, reader: str, encoding: str = ""
) -> Source:
    """Give the source that the pages make.

    A paragraph that runs over the end of a page is one, with what stands between the
    pages inside; notes follow after the last page.
    Raises `ReadError` where no page has text.
    """
    writing = _Writing()
    begun: list[tuple[Block, Span]] = []
    for number, sheet in enumerate(sheets):
        following = sheets[number + 1] if number + 1 < len(sheets) else None
        begun = _write_sheet(writing, sheet, following, begun)
    _write_notes(writing)
    return writing.text.source(data, uri, reader=reader, encoding=encoding)


def _write_sheet(
    writing: _Writing,
    sheet: Sheet,
    following: Sheet | None,
    begun: list[tuple[Block, Span]],
) -> list[tuple[Block, Span]]:
    """Write a page; `begun` is the paragraph that runs on into it, if any.

    Gives the paragraph that runs on into the following page.
    """
    text = writing.text
    start = _begin_page(writing, sheet, inside=bool(begun))
    _write_margins(writing, sheet.heads, inside=bool(begun))
    for number, block in enumerate(sheet.blocks):
        writing.part(LINE if begun else PARAGRAPH)
        begun.append((block, _write_lines(writing, block.lines)))
        if number + 1 < len(sheet.blocks) or not _continued(block, following):
            _end_paragraph(text, begun)
            begun = []
    for note in sheet.notes:
        _keep_note(writing, note)
    _write_margins(writing, sheet.feet, inside=bool(begun))
    _remember_surface(writing, sheet, start)
    return begun


def _begin_page(writing: _Writing, sheet: Sheet, *, inside: bool) -> int:
    """Begin a page where its first words will stand, and give that place."""
    if sheet.heads or sheet.blocks or sheet.feet:
        writing.text.part(LINE if inside else PARAGRAPH)
        writing.text.start()
        writing.fresh = True
    writing.text.begin_part(PartKind.PAGE, sheet.label)
    writing.raised.clear()
    return len(writing.text)


def _continued(block: Block, following: Sheet | None) -> bool:
    if following is None or not following.blocks:
        return False
    return runs_on(block, following.blocks[0])


def _end_paragraph(text: ReadingText, begun: list[tuple[Block, Span]]) -> None:
    first, span = begun[0]
    text.remember(
        Paragraph(
            Span(span.start, begun[-1][1].end),
            style=first.style,
            level=first.level,
            indent=round(first.indent, 1),
            centred=first.centred,
        )
    )


def _write_margins(
    writing: _Writing, margins: Iterable[Margin], *, inside: bool
) -> None:
    above: Line | None = None
    for margin in margins:
        abreast = above is not None and beside(above.box, margin.line.box)
        writing.part(SPACE if abreast else LINE if inside else PARAGRAPH)
        above = margin.line
        span = _write_lines(writing, (margin.line,))
        writing.text.remember(Aside(span, margin.reason))


def _write_lines(writing: _Writing, lines: Sequence[Line]) -> Span:
    spans: list[Span] = []
    for line in lines:
        if spans:
            writing.part(LINE)
        span = writing.text.add(line.text)
        spans.append(span)
        _remember_line(writing, line, span.start)
    return Span(spans[0].start, spans[-1].end)


def _remember_line(writing: _Writing, line: Line, start: int) -> None:
    text = writing.text
    for run in line.runs:
        span = Span(start + run.start, start + run.end)
        text.remember(StyledRun(span, run.style))
        if run.style is Style.SUPERSCRIPT:
            writing.raised.append((line.text[run.start : run.end], span))
    for target in line.targets:
        span = Span(start + target.start, start + target.end)
        text.remember(Link(span, target.address))
    if line.words:
        surface = writing.surfaces
        whole = Span(start, start + len(line.text))
        text.remember(Zone(whole, surface, _whole(line.box)))
        for word in line.words:
            span = Span(start + word.start, start + word.end)
            text.remember(Zone(span, surface, _whole(word.box), word.confidence))


def _whole(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = map(round, box)
    return left, top, right, bottom


def _remember_surface(writing: _Writing, sheet: Sheet, start: int) -> None:
    """Keep the page image; only pages of which one is stated have any."""
    if sheet.image or any(line.words for line in _lines(sheet)):
        size = round(sheet.width), round(sheet.height)
        span = Span(start, len(writing.text))
        writing.text.remember(Surface(span, *size, sheet.image))
        writing.surfaces += 1


def _lines(sheet: Sheet) -> Iterable[Line]:
    for block in sheet.blocks:
        yield from block.lines
    yield from (margin.line for margin in (*sheet.heads, *sheet.feet))


def _keep_note(writing: _Writing, note: FootNote) -> None:
    """Keep a note for later, with the place of its mark in the text of the page."""
    piece = (note, writing.surfaces)
    if not note.mark and writing.notes:
        writing.notes[-1][1].append(piece)
        return
    mark = note.lines[0].text[: note.mark].strip(_AROUND)
    places = (i for i, (words, _) in enumerate(writing.raised) if words == mark)
    place = next(places, None)
    here = len(writing.text)
    anchor = writing.raised.pop(place)[1] if place is not None else Span(here, here)
    writing.notes.append((anchor, [piece]))


def _write_notes(writing: _Writing) -> None:
    surfaces = writing.surfaces
    for anchor, pieces in writing.notes:
        writing.part(PARAGRAPH)
        spans = []
        for note, surface in pieces:
            writing.surfaces = surface
            spans.append(_write_lines(writing, note.lines))
        start, mark = spans[0].start, pieces[0][0].mark
        found = Span(start, start + mark) if mark else None
        body = Span(start, spans[-1].end)
        writing.text.remember(AnchoredNote(anchor, body, mark=found))
    writing.surfaces = surfaces
