"""The habits of a document's typesetting, by which its paragraphs are told apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tei_encoder.readers.pages.sheet import Line

#: lines stand no further apart than so many sizes of their type
_WIDEST: Final = 3.2
#: an indentation is at least so deep (in sizes of the type)
INDENT: Final = 0.8
#: how far left edges may differ that are one margin (points)
_EDGE: Final = 6.0
#: a column is narrower than others on its margin below this share of their width
_NARROW: Final = 0.85
#: lines that show how wide a column is; half of them end in its last third
_SHOWN: Final = 4
_LAST: Final = 1 / 3


@dataclass(frozen=True, slots=True)
class Measure:
    """Habits: the size of most text, line distances by size, margins, indentation.

    `pitches` maps a size of type to the distance of its baselines; `margins` a left
    margin (in steps of six points) to the right one; `hanging` tells that paragraphs
    begin further left than they go on.
    """

    size: float
    pitches: dict[float, float]
    margins: dict[int, float]
    hanging: bool

    def pitch(self, line: Line) -> float:
        """Give the usual distance of baselines in this size of type."""
        return self.pitches.get(line.size, line.size * 1.2)

    def right(self, column: list[Line]) -> float:
        """Give the right margin of a column: its own where it is narrower and full."""
        left, own = left_of(column), max(line.box.right for line in column)
        usual = max(own, self.margins.get(_step(left), 0.0))
        narrow = own - left < _NARROW * (usual - left)
        return own if narrow and _is_filled(column, left, own) else usual


def left_of(column: list[Line]) -> float:
    """Give the left margin of a column."""
    return min(line.box.left for line in column)


def fits(first: Line, second: Line, right: float) -> bool:
    """Tell whether the first word of a line would have fitted into the one before."""
    return first.box.right + second.lead + 0.5 * first.size <= right


def measure(columns: Iterable[list[Line]]) -> Measure:
    """Observe the columns of all pages together."""
    sizes: Counter[float] = Counter()
    pitches: dict[float, Counter[float]] = {}
    margins: dict[int, float] = {}
    for column in columns:
        for line in column:
            sizes[line.size] += len(line.text)
        for first, second in pairwise(column):
            distance = round((second.baseline - first.baseline) * 2) / 2
            if first.size == second.size and 0 < distance <= _WIDEST * first.size:
                pitches.setdefault(first.size, Counter())[distance] += 1
        step, right = _step(left_of(column)), max(line.box.right for line in column)
        margins[step] = max(margins.get(step, 0.0), right)
    usual = {size: _first(found) for size, found in pitches.items()}
    return Measure(_first(sizes), usual, margins, hanging=False)


def hangs(columns: Iterable[list[Line]], habits: Measure) -> bool:
    """Tell hanging indentation: after a short line, lines stand further left."""
    inwards = outwards = 0
    for column in columns:
        right = habits.right(column)
        for first, second in pairwise(column):
            if fits(first, second, right):
                step = second.box.left - first.box.left
                inwards += step > INDENT * first.size
                outwards += step < -INDENT * first.size
    return outwards > inwards


def _is_filled(column: list[Line], left: float, right: float) -> bool:
    """Tell whether lines reach the right margin as running text does."""
    edge = right - _LAST * (right - left)
    full = sum(line.box.right >= edge for line in column)
    return len(column) >= _SHOWN and 2 * full >= len(column)


def _first(found: Counter[float]) -> float:
    """Give the commonest, of equals the smallest."""
    return min(found, key=lambda key: (-found[key], key), default=0.0)


def _step(left: float) -> int:
    return round(left / _EDGE)
