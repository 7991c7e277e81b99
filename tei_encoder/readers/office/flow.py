"""The flow of words from an office file into the reading text."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tei_encoder.model.layout import (
    Aside,
    ChangeKind,
    Figure,
    Link,
    Paragraph,
    Style,
    Table,
    TrackedChange,
)
from tei_encoder.model.source import PartKind
from tei_encoder.model.span import Span
from tei_encoder.readers.office.item_lists import Item, ItemLists
from tei_encoder.readers.office.losses import Losses
from tei_encoder.readers.reading_text import CELL, LINE, PARAGRAPH, ReadingText


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a file says of a paragraph; see `layout.Paragraph`."""

    style: str = ""
    level: int | None = None
    indent: float = 0.0
    centred: bool = False
    item: Item | None = None


@dataclass(slots=True)
class Flow:
    """Words are written in the order in which the eye reads them.

    Paragraphs are parted by an empty line, within a table by a line end; a paragraph
    without words leaves nothing. What hangs on a paragraph without standing in its
    line (text boxes, descriptions of pictures) follows it: `after` keeps it until then.
    """

    text: ReadingText = field(default_factory=ReadingText)
    losses: Losses = field(default_factory=Losses)
    #: pages begin only in the body, and only where the file says where
    paged: bool = False
    _between: str = PARAGRAPH
    _waiting: str = ""
    _container: int = 0
    _paragraph: int = 0
    _begun: list[int] = field(default_factory=list)
    _look: ParagraphLook = field(default_factory=ParagraphLook)
    _page: int = 0
    _page_number: int | None = None
    _unbegun: list[list[int]] = field(default_factory=list)
    _lists: ItemLists = field(default_factory=ItemLists)
    _hanging: list[Callable[[], None]] = field(default_factory=list)

    def words(self, words: str, styles: Iterable[Style] = ()) -> Span:
        """Write words in some styles, and give their span."""
        if words and self._waiting:
            self.text.part(self._waiting)
            self._waiting = ""
        span = self.text.add(words)
        if words and self._unbegun:
            for begun in self._unbegun:
                begun.append(span.start)
            self._unbegun.clear()
        self.text.styled(span, styles)
        return span

    @contextmanager
    def paragraph(self, look: ParagraphLook) -> Iterator[None]:
        """Write a paragraph, and then what hangs on it."""
        outer = self._begun, self._look, self._paragraph, self._hanging
        self._look, self._hanging = look, []
        self._begin()
        yield
        self._end()
        mine = self._hanging
        self._begun, self._look, self._paragraph, self._hanging = outer
        for write in mine:
            write()

    def split(self) -> None:
        """End the paragraph, and go on in another one that looks the same."""
        self._end()
        self._begin()

    def after(self, write: Callable[[], None]) -> None:
        """Write something once the paragraph has ended."""
        self._hanging.append(write)

    @contextmanager
    def change(self, kind: ChangeKind, by: str, when: str) -> Iterator[None]:
        """Mark the words written meanwhile as inserted or deleted, spaces included."""
        begun: list[int] = []
        self._unbegun.append(begun)
        yield
        if begun:
            span = Span(begun[0], len(self.text))
            self.text.remember(TrackedChange(span, kind, by, when))
        else:
            self._unbegun = [other for other in self._unbegun if other is not begun]

    @contextmanager
    def link(self, target: str) -> Iterator[None]:
        """Mark the words written meanwhile as a link; none where `target` is empty."""
        with self.text.spanning() as spans:
            yield
        if spans[0] and target:
            self.text.remember(Link(spans[0], target))

    @contextmanager
    def aside(self, reason: str) -> Iterator[None]:
        """Mark the words written meanwhile as no part of the record."""
        with self.text.spanning() as spans:
            yield
        self.close_lists()
        if spans[0]:
            self.text.remember(Aside(spans[0], reason))

    def figure(self, words: str, target: str) -> None:
        """Write a picture: its description follows the paragraph it stands in."""
        if words.strip():
            self.after(lambda: self._described(words, target))
        else:
            here = len(self.text)
            self.text.remember(Figure(Span(here, here), target))

    @contextmanager
    def table(self, header_rows: int = 0) -> Iterator[list[tuple[Span, ...]]]:
        """Write a table; give the list that `row` fills."""
        self.close_lists()
        self._part(self._between)
        self._break()
        start = len(self.text)
        rows: list[tuple[Span, ...]] = []
        yield rows
        span = Span(start, len(self.text))
        if rows:
            self.text.remember(Table(span, tuple(rows), min(header_rows, len(rows))))

    @contextmanager
    def row(self, rows: list[tuple[Span, ...]]) -> Iterator[list[Span]]:
        """Write a row; give the list that `cell` fills."""
        if rows:
            self._waiting = LINE
            self._break()
        cells: list[Span] = []
        yield cells
        rows.append(tuple(cells))

    @contextmanager
    def cell(self, cells: list[Span]) -> Iterator[None]:
        """Write a cell."""
        if cells:
            self.words(CELL)
        outer = self._between, self._container
        self._between, self._container = LINE, len(self.text)
        start = len(self.text)
        with self.text.spanning() as spans:
            yield
        self.close_lists()
        self._between, self._container = outer
        self._waiting = ""
        cells.append(spans[0] or Span(start, start))

    def page(self) -> None:
        """Begin a page here; none begins twice at one place."""
        if not self.paged or self._page == len(self.text):
            return
        if len(self.text) > self._paragraph:
            self._waiting = self._waiting or LINE
        self._page = len(self.text)
        if self._page_number is not None:
            self._page_number += 1
        self.text.begin_part(PartKind.PAGE, str(self._page_number or ""))

    def begin_pages(self, *, numbered: bool) -> None:
        """Begin the first page; pages are numbered where the file says where all are.

        Breaks that an author has set alone do not say how many pages lie between.
        """
        self.paged = True
        self._page_number = 1 if numbered else None
        self.text.begin_part(PartKind.PAGE, "1" if numbered else "")

    def close_lists(self) -> None:
        """End the lists that are open."""
        self.text.remember(*self._lists.close())

    def _begin(self) -> None:
        self._part(self._between)
        self._paragraph = len(self.text)
        self._begun = self.text.open()

    def _end(self) -> None:
        span, look = self.text.close(self._begun), self._look
        if not span:
            return
        if look.item:
            self.text.remember(*self._lists.add(look.item, span))
        else:
            self.close_lists()
        self.text.remember(
            Paragraph(span, look.style, look.level, look.indent, look.centred)
        )

    def _described(self, words: str, target: str) -> None:
        with self.paragraph(ParagraphLook()):
            self.text.remember(Figure(self.words(words), target))

    def _part(self, separator: str) -> None:
        """Part what follows from what the container holds, if it holds anything."""
        if len(self.text) > self._container and len(separator) > len(self._waiting):
            self._waiting = separator

    def _break(self) -> None:
        """Write the separator that waits, words or not."""
        self.text.part(self._waiting)
        self._waiting = ""
        self.text.start()
