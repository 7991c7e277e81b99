"""Whether every string of one regular expression of XML Schema is also one of another.

Each expression becomes a machine with states (Thompson 1968); the two are walked
together, set of states by set of states, over one character for each kind that they
tell apart.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tei_encoder.validate.relaxng.regular_expressions import compile_expression

#: below this, each character is tried; above it, one of each Unicode category
_CEILING: Final = 0x250
#: escapes that tell characters apart by more than their category
_IRREGULAR = re.compile(r"\\[icIC]|\\[pP]\{Is")
_ATOM = re.compile(r"\\[pP]\{[^}]*\}|\\.|\[(?:[^\]\\]|\\.)*\]|[^|()?*+{}]", re.DOTALL)
_QUANTIFIER = re.compile(r"[?*+]|\{(\d+)(?:(,)(\d*))?\}")
_MOST: Final = 64

States = frozenset[int]


class TooComplexError(ValueError):
    """An expression that is not compared."""


@lru_cache(maxsize=256)
def expression_within(inner: str, outer: str) -> bool:
    r"""Tell whether all strings of `inner` are strings of `outer`.

    True is proof. False may also mean that the expressions are not compared: with
    \i, \c, Unicode blocks, or characters beyond U+024F written out.
    """
    try:
        one, other = _Machine.of(inner), _Machine.of(outer)
        kinds = _kinds(inner + outer, {*one.atoms, *other.atoms})
    except TooComplexError:
        return False
    start = (one.closed({0}), other.closed({0}))
    waiting, seen = [start], {start}
    while waiting:
        ours, theirs = waiting.pop()
        if one.end in ours and other.end not in theirs:
            return False
        for kind in kinds:
            pair = (one.step(ours, kind), other.step(theirs, kind))
            if pair[0] and pair not in seen:
                seen.add(pair)
                waiting.append(pair)
    return True


@dataclass(slots=True)
class _Machine:
    """States from 0 to `end`, and steps between them: by an atom, or by nothing."""

    steps: dict[int, list[tuple[str | None, int]]] = field(default_factory=dict)
    atoms: set[str] = field(default_factory=set)
    size: int = 1
    end: int = 0

    @staticmethod
    def of(text: str) -> "_Machine":
        machine = _Machine()
        machine.end, rest = machine.branches(text, 0, 0)
        if rest != len(text):
            raise TooComplexError(text)
        return machine

    def branches(self, text: str, at: int, start: int) -> tuple[int, int]:
        """Read `a|b` from `at`; give its last state and where it ends."""
        end = self.state()
        while True:
            last, at = self.sequence(text, at, start)
            self.add(last, None, end)
            if text[at : at + 1] != "|":
                return end, at
            at += 1

    def sequence(self, text: str, at: int, start: int) -> tuple[int, int]:
        while at < len(text) and text[at] not in "|)":
            after = _Machine().piece(text, at, 0)[1]
            found = _QUANTIFIER.match(text, after)
            least, most = _bounds(found)
            for _ in range(least):
                start = self.piece(text, at, start)[0]
            start = self.tail(text, at, start, None if most is None else most - least)
            at = found.end() if found else after
        return start, at

    def tail(self, text: str, at: int, start: int, most: int | None) -> int:
        """Repeat a piece at will (None), or up to so many times."""
        if most is None:
            loop = self.state()
            self.add(start, None, loop)
            self.add(self.piece(text, at, loop)[0], None, loop)
            return loop
        end = self.state()
        self.add(start, None, end)
        for _ in range(most):
            start = self.piece(text, at, start)[0]
            self.add(start, None, end)
        return end

    def piece(self, text: str, at: int, start: int) -> tuple[int, int]:
        """Read an atom or a group in parentheses; give its last state and its end."""
        if text[at] == "(":
            end, at = self.branches(text, at + 1, start)
            if text[at : at + 1] != ")":
                raise TooComplexError(text)
            return end, at + 1
        found = _ATOM.match(text, at)
        if not found:
            raise TooComplexError(text)
        end = self.state()
        self.add(start, found[0], end)
        self.atoms.add(found[0])
        return end, found.end()

    def state(self) -> int:
        self.size += 1
        return self.size - 1

    def add(self, start: int, atom: str | None, end: int) -> None:
        self.steps.setdefault(start, []).append((atom, end))

    def closed(self, states: Iterable[int]) -> States:
        """Add the states that are reached by nothing."""
        found = set(states)
        waiting = list(found)
        while waiting:
            for atom, end in self.steps.get(waiting.pop(), ()):
                if atom is None and end not in found:
                    found.add(end)
                    waiting.append(end)
        return frozenset(found)

    def step(self, states: States, kind: frozenset[str]) -> States:
        """Give the states after a character for which just the atoms of `kind` hold."""
        ends = (
            end
            for state in states
            for atom, end in self.steps.get(state, ())
            if atom is not None and atom in kind
        )
        return self.closed(ends)


def _bounds(found: re.Match[str] | None) -> tuple[int, int | None]:
    if not found:
        return 1, 1
    mark = found[0][0]
    if mark in "?*+":
        return int(mark == "+"), 1 if mark == "?" else None
    least = int(found[1])
    most = int(found[3]) if found[3] else (None if found[2] else least)
    if max(least, most or 0) > _MOST:
        raise TooComplexError(found[0])
    return least, most


def _kinds(text: str, atoms: set[str]) -> set[frozenset[str]]:
    """Give the different sets of atoms that hold for some character."""
    if _IRREGULAR.search(text) or any(ord(c) >= _CEILING for c in text):
        raise TooComplexError(text)
    tests = {atom: compile_expression(atom) for atom in atoms}
    return {
        frozenset(atom for atom, test in tests.items() if test.fullmatch(character))
        for character in _characters()
    }


def _characters() -> Iterator[str]:
    """Give characters that stand for all of Unicode (surrogates are in no XML)."""
    yield from map(chr, range(_CEILING))
    yield from _one_of_each_category()


@lru_cache(maxsize=1)
def _one_of_each_category() -> tuple[str, ...]:
    found: dict[str, str] = {}
    for number in range(_CEILING, 0x110000):
        found.setdefault(unicodedata.category(chr(number)), chr(number))
    found.pop("Cs", None)
    return tuple(found.values())
