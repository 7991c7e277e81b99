"""How the lines of a page make paragraphs."""

from dataclasses import dataclass
from itertools import pairwise

from tei_encoder.segment.forms import begins_small
from tei_encoder.segment.lines import Line

#: no typesetter's line is longer (characters)
LONGEST_LINE = 150
#: how full a line must be for its end to be the margin's doing
FULL = 0.75
#: share of gaps with a blank line from which blank lines part the paragraphs
SPACED = 0.2
#: the same where lines within paragraphs are verse or wrapped prose
SOMETIMES = 0.03
#: a line of verse is no longer (characters)
VERSE = 100
#: lines that tell something about a page, and the share that is nearly all
FEW = 3
NEARLY_ALL = 0.75
#: a page is wrapped at no smaller width, where so many lines are full
NARROWEST = 30
HALF = 0.5
TERMINAL = frozenset('.!?…:;。！？：؟۔।॥։።။។”"»)]）」』')


@dataclass(frozen=True, slots=True)
class Layout:
    """What the line ends of a page mean.

    `spaced`: blank lines part the paragraphs; `width`: the length of a full line in
    characters where lines were wrapped at a margin, else 0; `closed`: every line ends
    its paragraph, blank lines or not.
    """

    spaced: bool
    width: int
    closed: bool = False


def observe(text: str, lines: tuple[Line, ...]) -> Layout:
    """Tell from all lines together how the page parts its paragraphs."""
    width = _width(text, lines)
    closed = not width and _closed(text, lines)
    return Layout(spaced=_spaced(text, lines), width=width, closed=closed)


def _closed(text: str, lines: tuple[Line, ...]) -> bool:
    """Tell whether lines without blank ones between them end like sentences.

    The first line of such a run may be a label and says nothing.
    """
    inner = [
        first
        for first, second in pairwise(lines)
        if not second.blanks and not first.blanks
    ]
    ended = sum(text[line.end - 1] in TERMINAL for line in inner)
    return len(inner) >= FEW and ended >= NEARLY_ALL * len(inner)


def _spaced(text: str, lines: tuple[Line, ...]) -> bool:
    """Tell whether blank lines part paragraphs."""
    gaps = sum(line.blanks > 0 for line in lines[1:])
    if gaps >= SPACED * (len(lines) - 1):
        return gaps > 0
    if gaps < SOMETIMES * len(lines):
        return False
    tight = [first for first, second in pairwise(lines) if not second.blanks]
    broken = sum(text[line.end - 1] not in TERMINAL for line in tight)
    short = sum(len(line) <= VERSE for line in tight)
    return broken >= 0.35 * len(tight) and short >= 0.9 * len(tight)


def _width(text: str, lines: tuple[Line, ...]) -> int:
    """Give the margin: many lines end just before it, none far behind it."""
    lengths = sorted(len(line) for line in lines)
    tight = [
        first for first, second in pairwise(lines) if second.blanks == 0 and len(first)
    ]
    if len(tight) < FEW:
        return 0
    widest = lengths[int(0.95 * (len(lengths) - 1))]
    full = [line for line in tight if len(line) >= FULL * widest]
    broken = sum(text[line.end - 1] not in TERMINAL for line in full)
    wrapped = 2 * len(full) >= len(tight) and 2 * broken >= len(full)
    return widest if NARROWEST <= widest <= LONGEST_LINE and wrapped else 0


def joins(layout: Layout, text: str, first: Line, second: Line) -> bool:
    """Tell whether `second` goes on with the paragraph of `first`."""
    if second.blanks or len(first) > LONGEST_LINE:
        return False
    if layout.spaced and not layout.closed:
        return True
    if second.indent > first.indent + 1:
        return False
    small = begins_small(text[second.start])
    if layout.width:
        return small or len(first) >= FULL * layout.width
    return small and text[first.end - 1] not in TERMINAL


def paragraphs(
    layout: Layout, text: str, lines: tuple[Line, ...]
) -> tuple[tuple[int, int], ...]:
    """Give the paragraphs as ranges of line indexes, half-open, in order."""
    found: list[tuple[int, int]] = []
    first = 0
    for index in range(1, len(lines)):
        if not joins(layout, text, lines[index - 1], lines[index]):
            found.append((first, index))
            first = index
    if lines:
        found.append((first, len(lines)))
    return tuple(found)
