"""Grows a reading text, and remembers how it looked: readers write it in one pass."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from operator import attrgetter
from typing import Any, Final

from tei_encoder.errors import ReadError
from tei_encoder.model import layout
from tei_encoder.model.layout import Layout, Style, StyledRun
from tei_encoder.model.source import PartKind, Source, SourcePart
from tei_encoder.model.span import Span

#: where a layout keeps what
_FIELDS: Final = {
    layout.StyledRun: "runs",
    layout.TrackedChange: "changes",
    layout.Paragraph: "paragraphs",
    layout.AnchoredNote: "notes",
    layout.Link: "links",
    layout.Table: "tables",
    layout.ItemList: "lists",
    layout.Figure: "figures",
    layout.Aside: "asides",
    layout.StatedTurn: "turns",
    layout.Cue: "cues",
    layout.Zone: "zones",
    layout.Surface: "surfaces",
}

Evidence = (
    layout.StyledRun
    | layout.TrackedChange
    | layout.Paragraph
    | layout.AnchoredNote
    | layout.Link
    | layout.Table
    | layout.ItemList
    | layout.Figure
    | layout.Aside
    | layout.StatedTurn
    | layout.Cue
    | layout.Zone
    | layout.Surface
)

PARAGRAPH: Final = "\n\n"
LINE: Final = "\n"
CELL: Final = "\t"
#: lone surrogates are no characters (Unicode, D75): U+FFFD, and a finding, for them
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class ReadingText:
    """A reading text that grows at its end, and what is known of its spans.

    Separators are asked for with `part` and written before the next words: so the
    text neither begins nor ends with one, and empty parts leave none behind. Cells
    of a table are parted with `add(CELL)` instead, for empty ones count.
    """

    def __init__(self) -> None:
        """Begin with no text."""
        self._pieces: list[str] = []
        self._length = 0
        self._waiting = ""
        self._unbegun: list[list[int]] = []
        self._found: dict[str, list[Any]] = {name: [] for name in _FIELDS.values()}
        self._parts: list[tuple[PartKind, str, int]] = []

    def __len__(self) -> int:
        """Give the number of code points; separators that wait do not count."""
        return self._length

    def part(self, separator: str = PARAGRAPH) -> None:
        """Part what follows from what is there; of several separators the longest."""
        if self._length and len(separator) > len(self._waiting):
            self._waiting = separator

    def start(self) -> int:
        """Give the place where the next words will stand: write what waits."""
        waiting, self._waiting = self._waiting, ""
        self._append(waiting)
        return self._length

    def add(self, words: str) -> Span:
        """Write words and give their span; no words write nothing."""
        if not words:
            return Span(self._length, self._length)
        start = self.start()
        if self._unbegun and not words.isspace():
            blank = len(words) - len(words.lstrip())
            for begun in self._unbegun:
                begun.append(start + blank)
            self._unbegun.clear()
        self._append(words)
        return Span(start, self._length)

    def remember(self, *found: Evidence) -> None:
        """Keep evidence on spans that are written."""
        for item in found:
            self._found[_FIELDS[type(item)]].append(item)

    def unpart(self) -> None:
        """Forget the separator that waits, as at the end of a cell."""
        self._waiting = ""

    def open(self) -> list[int]:
        """Begin a span here; it begins with the first words that are not blank."""
        begun: list[int] = []
        self._unbegun.append(begun)
        return begun

    def close(self, begun: list[int]) -> Span:
        """End a span that `open` began; where no words came it is empty."""
        if not begun:
            self._unbegun = [other for other in self._unbegun if other is not begun]
        return Span(begun[0] if begun else self._length, self._length)

    @contextmanager
    def spanning(self) -> Iterator[list[Span]]:
        """Give a list that holds, in the end, the span of what was written meanwhile.

        As with `open` and `close`: what waited before belongs to no span.
        """
        spans: list[Span] = []
        begun = self.open()
        yield spans
        spans.append(self.close(begun))

    def words(self) -> str:
        """Give all that is written so far."""
        return "".join(self._pieces)

    def styled(self, span: Span, styles: Iterable[Style]) -> None:
        """Keep the styles of a span."""
        self.remember(*(StyledRun(span, style) for style in styles))

    def begin_part(self, kind: PartKind, name: str) -> None:
        """Begin a page or file here; the one before of the same kind ends."""
        self._parts.append((kind, name, self._length))

    def source(
        self, data: bytes, uri: str, *, reader: str, encoding: str = ""
    ) -> Source:
        """Give the source, its evidence in the order of the text.

        `data` are the bytes of the file.
        Raises `ReadError` where nothing was written but white space.
        """
        text = _SURROGATE.sub("\ufffd", "".join(self._pieces))
        if not text.strip():
            raise ReadError(
                "the file holds no text",
                place=uri,
                remedy="give a file with text; pictures of text need OCR first",
            )
        return Source(
            uri=uri,
            text=text,
            bytes_sha256=sha256(data).hexdigest(),
            text_sha256=sha256(text.encode()).hexdigest(),
            encoding=encoding,
            reader=reader,
            parts=tuple(self._ended_parts()),
            layout=self._layout(),
        )

    def _append(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)

    def _ended_parts(self) -> Iterator[SourcePart]:
        ends: dict[PartKind, int] = {}
        made: list[SourcePart] = []
        for kind, name, start in reversed(self._parts):
            made.append(
                SourcePart(kind, name, Span(start, ends.get(kind, self._length)))
            )
            ends[kind] = start
        yield from reversed(made)

    def _layout(self) -> Layout:
        found = {
            name: tuple(sorted(items, key=_place))
            for name, items in self._found.items()
        }
        return Layout(**found | {"runs": joined(found["runs"])})


def joined(runs: Iterable[StyledRun]) -> tuple[StyledRun, ...]:
    """Join runs of one style that touch; leave empty ones out.

    `runs` ascend; so does what is given.
    """
    last: dict[Style, int] = {}
    made: list[StyledRun] = []
    for run in runs:
        at = last.get(run.style)
        if not run.span:
            continue
        if at is not None and run.span.start <= made[at].span.end:
            end = max(made[at].span.end, run.span.end)
            made[at] = StyledRun(Span(made[at].span.start, end), run.style)
        else:
            last[run.style] = len(made)
            made.append(run)
    return tuple(made)


def _place(item: Any) -> tuple[int, int]:  # noqa: ANN401 - any evidence
    """Give the key of the order: outer spans before those that they hold."""
    if isinstance(item, layout.AnchoredNote):
        return item.anchor.start, 0
    if isinstance(item, layout.StatedTurn):
        first = item.label or (item.speech[0] if item.speech else None)
        return (first.start if first else 0), 0
    span: Span = attrgetter("span")(item)
    return span.start, -span.end
