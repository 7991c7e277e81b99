"""Which of the known names was meant: few edits apart, letter case hardly counting."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# A difference in letter case alone is the smallest there is.
_CASE_ONLY: Final = 0.5
# At most one edit in four letters is thought a slip.
_LETTERS_PER_SLIP: Final = 4


@lru_cache(maxsize=10_000)
def distance(written: str, meant: str, limit: float) -> float:
    """Count the insertions, deletions, exchanges and swaps between two words.

    Damerau's distance with adjacent swaps (Comm. ACM 7, 1964, 171-176), letter case
    left aside; words that differ in case alone are half an edit apart.
    Above `limit` the result is only known to be greater than it.
    """
    if written == meant:
        return 0
    first, second = written.casefold(), meant.casefold()
    if first == second:
        return _CASE_ONLY
    # Each letter that the other word does not have at all takes an edit of its own.
    strange = max(len(set(first) - set(second)), len(set(second) - set(first)))
    if strange > limit or abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for position in range(1, len(first) + 1):
        before, row = row, _next_row(first, second, position, (before, row))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _next_row(
    first: str, second: str, position: int, rows: tuple[list[int], list[int]]
) -> list[int]:
    """Give the distances of the first `position` letters to each start of `second`."""
    last, before = rows
    letter, letter_before = first[position - 1], first[position - 2 : position - 1]
    row = [position]
    for place, other in enumerate(second, 1):
        exchange = before[place - 1] + (letter != other)
        cost = min(before[place] + 1, row[-1] + 1, exchange)
        swapped = second[place - 2 : place - 1] == letter and letter_before == other
        row.append(min(cost, last[place - 2] + 1) if last and swapped else cost)
    return row


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant, None if none is near enough.

    Of equally near names the first wins.
    """
    limit = _limit(written)
    best: str | None = None
    least: float = limit + 1
    for name in known:
        # Cheaper than asking for the distance, and there are hundreds of names.
        if abs(len(name) - len(written)) > limit:
            continue
        apart = distance(written, name, limit)
        # A word that keeps no letter of another is not a slip of it.
        if apart < least and apart < max(len(name), len(written)):
            best, least = name, apart
    return best


def by_likeness(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """Order names: those like the written one first, the rest as they come."""
    limit = _limit(written)

    def apart(name: str) -> float:
        near = abs(len(name) - len(written)) <= limit
        return distance(written, name, limit) if near else limit + 1

    return tuple(sorted(known, key=apart))


def _limit(written: str) -> int:
    return max(1, len(written) // _LETTERS_PER_SLIP)
