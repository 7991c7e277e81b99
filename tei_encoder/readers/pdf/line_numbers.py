"""Numbers of lines in the margin of hearings, depositions and editions."""

from itertools import pairwise
from typing import Final

from tei_encoder.readers.pages.sheet import Line

#: numbers that a page has at least, where every line or every fifth has one
_FEWEST: Final = {1: 10, 5: 4}
#: digits of such a number, and how far their edges may differ (points)
_DIGITS: Final = 3
_EDGE: Final = 3.0


def line_numbers(lines: list[Line]) -> list[Line]:
    """Give the lines that are such numbers, from the top; mostly there are none.

    They stand on one edge outside of all other lines, and count by one or by five.
    """
    found = [line for line in lines if _is_number(line)]
    if len(found) < min(_FEWEST.values()):
        return []
    found.sort(key=lambda line: line.baseline)
    numbers = [int(line.text) for line in found]
    steps = {other - one for one, other in pairwise(numbers)}
    step = steps.pop()
    counts = not steps and len(found) >= _FEWEST.get(step, len(found) + 1)
    others = [line for line in lines if not _is_number(line)]
    return found if counts and _is_outside(found, others) else []


def _is_number(line: Line) -> bool:
    return line.text.isdecimal() and len(line.text) <= _DIGITS


def _is_outside(found: list[Line], others: list[Line]) -> bool:
    """Tell whether numbers stand on one edge, left or right of what is beside them."""
    lefts = [line.box.left for line in found]
    rights = [line.box.right for line in found]
    if max(rights) - min(rights) > _EDGE and max(lefts) - min(lefts) > _EDGE:
        return False
    top, bottom = found[0].box.top, found[-1].box.bottom
    beside = [o for o in others if top <= o.baseline <= bottom]
    return all(line.box.left >= max(rights) for line in beside) or all(
        line.box.right <= min(lefts) for line in beside
    )
