"""Character classes of XML Schema's regular expressions, as tests of one character."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tei_encoder.validate.relaxng.names import NAME_MORE, NAME_START

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CharacterTest: TypeAlias = "Callable[[str], bool]"

_CATEGORIES = (
    "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po "
    "Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn"
)


def single(character: str) -> CharacterTest:
    """Accept this one character."""
    return character.__eq__


def between(first: str, last: str) -> CharacterTest:
    """Accept the characters of this range, both ends included."""
    return lambda character: first <= character <= last


def any_of(tests: Iterable[CharacterTest]) -> CharacterTest:
    """Accept what any of the tests accepts."""
    alternatives = tuple(tests)
    return lambda character: any(test(character) for test in alternatives)


def none_of(tests: Iterable[CharacterTest]) -> CharacterTest:
    """Accept what none of the tests accepts."""
    alternatives = tuple(tests)
    return lambda character: not any(test(character) for test in alternatives)


def without(kept: CharacterTest, subtracted: CharacterTest) -> CharacterTest:
    """Accept what the first test accepts and the second does not."""
    return lambda character: kept(character) and not subtracted(character)


def in_category(name: str) -> CharacterTest | None:
    """Accept the characters of a Unicode category (`L`, `Lu`); None if unknown."""
    if name not in _CATEGORIES.split():
        return None
    return lambda character: unicodedata.category(character).startswith(name)


def in_block(name: str) -> CharacterTest | None:
    """Accept the characters of a Unicode block by its compact name; None if unknown."""
    found = [
        between(chr(int(first, 16)), chr(int(last, 16)))
        for block, first, last in _blocks()
        if block == name
    ]
    return any_of(found) if found else None


@cache
def _blocks() -> tuple[tuple[str, str, str], ...]:
    """Read the table of blocks: compact name, first and last code in hexadecimal."""
    table = Path(__file__).with_name("unicode_blocks.tsv")
    _, *rows = table.read_text(encoding="ascii").splitlines()
    return tuple((name, first, last) for name, first, last in map(str.split, rows))


def multi_character_escape(letter: str) -> CharacterTest | None:
    r"""Return the class of `\s \i \c \d \w` or of its upper-case complement."""
    makers = {"s": _space, "i": _initial, "c": _name, "d": _digit, "w": _word}
    make = makers.get(letter.lower())
    if make is None:
        return None
    return make() if letter.islower() else none_of((make(),))


def _space() -> CharacterTest:
    return " \t\n\r".__contains__


def _initial() -> CharacterTest:
    return _accepted_by(f"[:{NAME_START}]")


def _name() -> CharacterTest:
    return _accepted_by(f"[:{NAME_MORE}]")


def _digit() -> CharacterTest:
    return lambda character: unicodedata.category(character) == "Nd"


def _word() -> CharacterTest:
    return lambda character: unicodedata.category(character)[0] not in "PZC"


def _accepted_by(expression: str) -> CharacterTest:
    match = re.compile(expression).match
    return lambda character: match(character) is not None
