"""Which of the known names was meant: edit distance, in either case and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A difference only in letter case is the smallest there is.
_CASE_ONLY = 0.5


def distance(written: str, meant: str) -> float:
    """Count the insertions, deletions, exchanges and swaps between two words.

    Damerau's distance with adjacent swaps (Comm. ACM 7, 1964, 171-176), letter case
    left aside; words that differ in case alone are half an edit apart.
    """
    if written == meant:
        return 0
    first, second = written.casefold(), meant.casefold()
    if first == second:
        return _CASE_ONLY
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        before, last, row = row, before, [i]
        for j, right in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            swapped = i > 1 and j > 1 and (left, right) == (second[j - 2], first[i - 2])
            row.append(min(cost, last[j - 2] + 1) if swapped else cost)
    return row[-1]


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant, None if none is near enough.

    At most one edit in three letters is thought a slip; the first of equals wins.
    """
    limit = max(1, len(written) // 3)
    best: tuple[float, str] | None = None
    for name in known:
        if abs(len(name) - len(written)) > limit:
            continue
        apart = distance(written, name)
        # A word that shares no letter with another is not a slip of it.
        if apart > limit or apart >= max(len(name), len(written)):
            continue
        if best is None or apart < best[0]:
            best = (apart, name)
    return best[1] if best else None


def by_likeness(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """Order names: those like the written one first, the rest as they come."""
    names = tuple(known)
    limit = max(1, len(written) // 3)

    def rank(name: str) -> float:
        if abs(len(name) - len(written)) > limit:
            return limit + 1
        return min(distance(written, name), limit + 1)

    return tuple(sorted(names, key=rank))
