"""Finds names that share a word, so that no name need be compared with all others."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from tei_encoder.assemble.people.appellation import Appellation
from tei_encoder.assemble.people.wording import UNSPACED

T = TypeVar("T")
#: how many characters a surname has at most where names are written as one word
LONGEST_SURNAME = 2


class NameIndex(Generic[T]):
    """Things under the words of their names; those found come in the order added."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._things: list[T] = []
        self._places: dict[str, list[int]] = {}

    def add(self, name: Appellation, thing: T) -> None:
        """Put a thing under each word of its name."""
        for key in _keys(name):
            self._places.setdefault(key, []).append(len(self._things))
        self._things.append(thing)

    def sharing(self, name: Appellation) -> Iterator[T]:
        """Give the things whose names share a word with this one."""
        places = {place for key in _keys(name) for place in self._places.get(key, ())}
        return (self._things[place] for place in sorted(places))


def _keys(name: Appellation) -> set[str]:
    """Give the words of a name, and its surname where it is written as one word."""
    whole = {word for word in name.words if UNSPACED.fullmatch(word)}
    surnames = {word[:n] for word in whole for n in range(1, LONGEST_SURNAME + 1)}
    return surnames | set(name.words)
