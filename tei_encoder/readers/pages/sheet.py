"""A printed page as its reader hands it over: lines in boxes, in reading order.

Boxes are in the units of the page (points or pixels), from its top left corner.
Offsets are Unicode code points within a line, half-open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from tei_encoder.model.layout import Style


class Box(NamedTuple):
    """Where something stands on the page; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def around(boxes: list[Box]) -> Box:
    """Give the smallest box that holds all of them."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def beside(one: Box, other: Box) -> bool:
    """Tell whether two boxes share half of the height of the lower one."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0 and shared * 2 >= min(one.height, other.height)


class Run(NamedTuple):
    """Characters of a line in one style."""

    start: int
    end: int
    style: Style


class Target(NamedTuple):
    """Characters of a line that point to an address."""

    start: int
    end: int
    address: str


class WordBox(NamedTuple):
    """Characters of a line that were recognized as a word, `confidence` from 0 to 1."""

    start: int
    end: int
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print.

    `baseline` and `size` are those of most of its characters; `lead` is the width of
    its first word, by which one tells whether that would have fitted above.
    """

    text: str
    box: Box
    baseline: float = 0.0
    size: float = 0.0
    lead: float = 0.0
    runs: tuple[Run, ...] = ()
    targets: tuple[Target, ...] = ()
    words: tuple[WordBox, ...] = ()

    def styled(self, start: int, end: int, style: Style) -> bool:
        """Tell whether one run of a style holds these characters."""
        return any(
            run.style is style and run.start <= start and end <= run.end
            for run in self.runs
        )


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or what of one stands on a page.

    `indent` is that of its first line, in points; `opens` tells that this indentation
    begins a paragraph; `room` is the space between its last line and the margin.
    `top` and `bottom` tell that it is the first or last of a column: it may go on
    from the one before, or in the one after.
    """

    lines: tuple[Line, ...]
    style: str = ""
    level: int | None = None
    indent: float = 0.0
    centred: bool = False
    opens: bool = False
    room: float = 0.0
    top: bool = False
    bottom: bool = False


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note at the foot: its mark's length in the first line, 0 where it goes on."""

    lines: tuple[Line, ...]
    mark: int


@dataclass(frozen=True, slots=True)
class Margin:
    """A line that is no part of the running text, and why (`running-head` ...)."""

    line: Line
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: what stands above the text, the text, the notes, what stands below."""

    label: str
    width: float
    height: float
    image: str = ""
    heads: tuple[Margin, ...] = ()
    blocks: tuple[Block, ...] = ()
    notes: tuple[FootNote, ...] = ()
    feet: tuple[Margin, ...] = ()


def rows(lines: Iterable[Line]) -> list[list[Line]]:
    """Give the lines that stand on one height together, from the top, left to right."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.bottom):
        if found and beside(found[-1][-1].box, line.box):
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in found]
