"""How a source looked: evidence beside the reading text, never instead of it.

A reader states what the file states; nothing here is a guess. Spans are those of the
reading text; each tuple is in the order of the text.
"""

from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.span import Span


class Style(StrEnum):
    """How a run of characters looked."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SMALL_CAPS = "small-caps"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A run of characters in one style; runs of different styles may overlap."""

    span: Span
    style: Style


class ChangeKind(StrEnum):
    """What a tracked change did to the words."""

    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """Words put in or taken out; deleted words stay in the reading text.

    `by` and `when` (W3C) are as the file states them.
    """

    span: Span
    kind: ChangeKind
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the file, without its line end.

    `style` is the name of its style (`Speaker`, `Heading 1`); `level` that of a
    heading, from 1; `indent` the left indentation in points.
    """

    span: Span
    style: str = ""
    level: int | None = None
    indent: float = 0.0
    centred: bool = False


class NoteKind(StrEnum):
    """Where the file keeps a note."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class AnchoredNote:
    """A note and the place that it belongs to.

    `anchor` is the mark in the running text (empty where nothing is printed there);
    `body` is the note, its own mark (`mark`) included where one is printed.
    """

    anchor: Span
    body: Span
    kind: NoteKind = NoteKind.FOOTNOTE
    mark: Span | None = None
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that point somewhere; `target` is the address as the file has it."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells, each cell a span (empty for an empty cell).

    In the reading text cells are parted by a tab, rows by a line end.
    """

    span: Span
    rows: tuple[tuple[Span, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; an item's printed number or bullet belongs to the item."""

    span: Span
    items: tuple[Span, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: where it stands, its words (may be empty), its address if it has one.

    The words are an alternative text or caption that the reading text holds.
    """

    span: Span
    target: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of the file that is no part of the record (`navigation`, `running-head`).

    It stays in the reading text and is set aside with this reason.
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class StatedTurn:
    """A turn that the file itself states (a row, a cue's voice, `u`, `sp`).

    `label` is the printed name of who speaks, `speech` the paragraphs said.
    Spans carry no white space at their ends.
    """

    label: Span | None
    speech: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """When words were said: milliseconds from the start of the recording."""

    span: Span
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Zone:
    """Where words stand on the image of a page.

    `surface` counts `Layout.surfaces` from 0; `box` is left, top, right, bottom in
    the units of that surface; `confidence` is that of the recognition, from 0 to 1.
    """

    span: Span
    surface: int
    box: tuple[int, int, int, int]
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Surface:
    """A page image: its span of the reading text, size in pixels, and file name."""

    span: Span
    width: int
    height: int
    image: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """All that a file says beside its words."""

    runs: tuple[StyledRun, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[AnchoredNote, ...] = ()
    links: tuple[Link, ...] = ()
    tables: tuple[Table, ...] = ()
    lists: tuple[ItemList, ...] = ()
    figures: tuple[Figure, ...] = ()
    asides: tuple[Aside, ...] = ()
    turns: tuple[StatedTurn, ...] = ()
    cues: tuple[Cue, ...] = ()
    zones: tuple[Zone, ...] = ()
    surfaces: tuple[Surface, ...] = ()
