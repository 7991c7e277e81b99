"""What changed between the facts of two runs over one record."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from tei_encoder.compare.model import Fact


class How(StrEnum):
    """How a claim changed."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that is new, gone, or says something else of the same words."""

    phenomenon: str
    how: How
    old: Fact | None
    new: Fact | None

    @property
    def fact(self) -> Fact:
        """The claim as it is now, or as it was where it is gone."""
        fact = self.new or self.old
        assert fact is not None  # noqa: S101 - one of the two is always there
        return fact


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of a phenomenon there were, are, and came, went or changed."""

    old: int = 0
    new: int = 0
    added: int = 0
    removed: int = 0
    changed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Add up two records."""
        return Tally(
            self.old + other.old,
            self.new + other.new,
            self.added + other.added,
            self.removed + other.removed,
            self.changed + other.changed,
        )


def changes(old: Iterable[Fact], new: Iterable[Fact]) -> tuple[Change, ...]:
    """Give what changed, phenomenon by phenomenon, in the order of the record.

    Claims are paired by their words in the order of the record, so that a claim keeps
    its partner wherever other words come or go.
    """
    before, after = _by_phenomenon(old), _by_phenomenon(new)
    names = dict.fromkeys((*before, *after))
    return tuple(
        change
        for name in names
        for change in _changes(name, before.get(name, []), after.get(name, []))
    )


def count(facts: Iterable[Fact]) -> dict[str, int]:
    """Count the claims of each phenomenon."""
    return {name: len(found) for name, found in _by_phenomenon(facts).items()}


def _by_phenomenon(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.phenomenon, []).append(fact)
    return found


def _changes(name: str, old: list[Fact], new: list[Fact]) -> Iterator[Change]:
    start, end = _same_ends(old, new)
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    before, after = [f.words for f in old], [f.words for f in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(old[first:last], new[begin:stop], strict=True)
            for one, other in pairs:
                if one.value != other.value:
                    yield Change(name, How.CHANGED, one, other)
            continue
        for fact in old[first:last]:
            yield Change(name, How.REMOVED, fact, None)
        for fact in new[begin:stop]:
            yield Change(name, How.ADDED, None, fact)


def _same_ends(old: Sequence[Fact], new: Sequence[Fact]) -> tuple[int, int]:
    """Count the facts that are the same at the start and, of the rest, at the end."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and _same(old[start], new[start]):
        start += 1
    end = 0
    while end < shorter - start and _same(old[-1 - end], new[-1 - end]):
        end += 1
    return start, end


def _same(one: Fact, other: Fact) -> bool:
    return (one.words, one.value) == (other.words, other.value)
