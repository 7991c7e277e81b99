"""The reading order of a page: its columns, and in each the lines from the top.

A gutter parts columns only where running text stands on both sides of it: labels in
a margin beside their speeches are one column with them.
"""

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Final

from tei_encoder.readers.pages.sheet import Line, around, beside, rows
from tei_encoder.readers.pdf.lines import joined

#: words that a line of running text has at least, typically
_WORDS: Final = 4
#: lines on either side that make a column
_LINES: Final = 2
#: the share of all lines that may run across a gutter (headings, notes)
_ACROSS: Final = 0.34
#: columns within columns: no page has more
_DEEPEST: Final = 4


def columns(lines: list[Line], depth: int = 0) -> list[list[Line]]:
    """Give stretches of lines that read from top to bottom, in reading order."""
    gutter = _gutter(lines) if depth < _DEEPEST else None
    if gutter is None:
        return [[joined(row) for row in rows(lines)]] if lines else []
    return [
        column
        for band in _bands(lines, gutter)
        for side in _sides(band, gutter)
        for column in columns(side, depth + 1)
    ]


def _gutter(lines: list[Line]) -> float | None:
    """Give the middle of the widest gutter; None where there is none."""
    found = [
        (width, place) for width, place in _gaps(lines) if _is_gutter(lines, place)
    ]
    return max(found)[1] if found else None


def _gaps(lines: list[Line]) -> Iterator[tuple[float, float]]:
    """Give strips that most lines leave free: width and middle."""
    if not lines:
        return
    events = sorted(
        [(line.box.left, 1) for line in lines]
        + [(line.box.right, -1) for line in lines]
    )
    depth, allowed = 0, max(1, int(len(lines) * _ACROSS))
    for (place, step), (following, _) in pairwise(events):
        depth += step
        if (
            depth <= allowed
            and following - place > min(line.size for line in lines) / 2
        ):
            yield following - place, (place + following) / 2


def _is_gutter(lines: list[Line], place: float) -> bool:
    left = [line for line in lines if line.box.right <= place]
    right = [line for line in lines if line.box.left >= place]
    across = len(lines) - len(left) - len(right)
    return (
        across <= len(lines) * _ACROSS
        and _is_running(left)
        and _is_running(right)
        and _abreast(left, right)
    )


def _is_running(side: list[Line]) -> bool:
    words = [line.text.count(" ") + 1 for line in side]
    return len(side) >= _LINES and median(words) >= _WORDS


def _abreast(left: list[Line], right: list[Line]) -> bool:
    one = around([line.box for line in left])
    other = around([line.box for line in right])
    return beside(one, other)


def _bands(lines: list[Line], gutter: float) -> Iterator[list[Line]]:
    """Part the page where lines run across the gutter."""
    across = [line for line in lines if line.box.left < gutter < line.box.right]
    heights = sorted(line.box.top for line in across)
    for start, end in pairwise([float("-inf"), *heights, float("inf")]):
        band = [line for line in lines if start <= line.box.top < end]
        if band:
            yield band


def _sides(band: list[Line], gutter: float) -> Iterator[list[Line]]:
    """Give the lines across the gutter, those left of it, those right of it."""
    yield [line for line in band if line.box.left < gutter < line.box.right]
    yield [line for line in band if line.box.right <= gutter]
    yield [line for line in band if line.box.left >= gutter]
