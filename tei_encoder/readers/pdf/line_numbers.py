"""Numbers of lines in the margin of hearings, depositions and editions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from tei_encoder.readers.pages.sheet import Line
from tei_encoder.readers.pdf.page import Page

#: numbers that a page has at least, where every line or every fifth has one
_FEWEST: Final = {1: 10, 5: 4}
#: digits of such a number, and how far their edges may differ (points)
_DIGITS: Final = 3
_EDGE: Final = 3.0
#: words that a line of running text has at least, typically
_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where numbers stand: their left and right edges, and by what they count."""

    left: float
    right: float
    step: int

    def has(self, line: Line) -> bool:
        """Tell whether a number stands on one of the edges."""
        box = line.box
        return abs(box.right - self.right) <= _EDGE or abs(box.left - self.left) <= (
            _EDGE
        )


def numbered(pages: Sequence[Page]) -> list[Page]:
    """Move the numbers of lines from the lines of each page to its numbers.

    They stand on one edge outside of all other lines, or of those of their column,
    and count by one or by five. A margin that is proven on one page holds for all:
    a last page may have a few lines only.
    """
    margins = [m for each in pages for m in _margins(each.lines)]
    known = list({(round(m.left), round(m.right), m.step): m for m in margins}.values())
    return [_parted(each, known) for each in pages] if known else list(pages)


def _parted(page: Page, known: Sequence[_Margin]) -> Page:
    found = {
        id(line)
        for margin in known
        for line in _standing(margin, page.lines)
        if _counts(_standing(margin, page.lines), margin.step)
        and _is_outside(_standing(margin, page.lines), page.lines)
    }
    numbers = [line for line in page.lines if id(line) in found]
    others = tuple(line for line in page.lines if id(line) not in found)
    ordered = sorted(numbers, key=lambda n: (round(n.box.right), n.baseline))
    return replace(page, lines=others, numbers=tuple(ordered))


def _margins(lines: Sequence[Line]) -> Iterator[_Margin]:
    """Give the margins of a page in which enough numbers count its lines."""
    pending = [line for line in lines if _is_number(line)]
    while len(pending) >= min(_FEWEST.values()):
        first = pending[0].box
        found = _standing(_Margin(first.left, first.right, 0), pending)
        pending = [line for line in pending if line not in found]
        step = int(found[1].text) - int(found[0].text) if len(found) > 1 else 0
        enough = len(found) >= _FEWEST.get(step, len(found) + 1)
        if enough and _counts(found, step) and _is_outside(found, lines):
            yield _Margin(first.left, first.right, step)


def _standing(margin: _Margin, lines: Sequence[Line]) -> list[Line]:
    """Give the numbers that stand in a margin, from the top."""
    found = [line for line in lines if _is_number(line) and margin.has(line)]
    return sorted(found, key=lambda line: line.baseline)


def _is_number(line: Line) -> bool:
    return line.text.isdecimal() and len(line.text) <= _DIGITS


def _counts(found: Sequence[Line], step: int) -> bool:
    """Tell whether numbers count by a step; by five, from a multiple of it."""
    numbers = [int(line.text) for line in found]
    even = all(other - one == step for one, other in pairwise(numbers))
    return bool(numbers) and even and (step == 1 or numbers[0] % step == 0)


def _is_outside(found: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether numbers stand left or right of what is beside them.

    Between two columns they must have running text after them: else they are the
    column of a table.
    """
    lefts = [line.box.left for line in found]
    rights = [line.box.right for line in found]
    top, bottom = found[0].box.top, found[-1].box.bottom
    beside = [o for o in lines if top <= o.baseline <= bottom and not _is_number(o)]
    after = [line for line in beside if line.box.left >= max(rights)]
    before = [line for line in beside if line.box.right <= min(lefts)]
    if len(after) == len(beside) or len(before) == len(beside):
        return True
    running = [line.text.count(" ") + 1 for line in after]
    clear = len(after) + len(before) == len(beside)
    return clear and bool(running) and median(running) >= _WORDS
