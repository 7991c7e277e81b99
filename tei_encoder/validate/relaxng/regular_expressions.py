r"""XML Schema's regular expressions (Part 2, appendix F) by way of Python's.

The two languages differ in character classes: `\p{L}`, `\i`, `\c`, `[a-z-[aeiou]]`.
A class is translated to plain ranges, but only as far up in Unicode as the text in
hand reaches: for most texts that is ASCII, and quick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tei_encoder.validate.relaxng import character_classes
from tei_encoder.validate.relaxng.character_classes import CharacterTest

# Translations reach up to here, and no further than the text needs.
_CEILINGS: Final = (0x80, 0x3000, 0x10000, 0x20000, 0x110000)
_SURROGATES: Final = range(0xD800, 0xE000)

_QUANTIFIER = re.compile(r"[?*+]|\{(?P<least>[0-9]+)(?P<comma>,(?P<most>[0-9]+)?)?\}")
_ESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t"} | {
    character: character for character in "\\|.-^?*+{}()[]"
}


class RegularExpressionError(ValueError):
    """The text is not a regular expression of XML Schema."""


@dataclass(frozen=True, slots=True)
class RegularExpression:
    """A regular expression: texts in Python's syntax and classes yet to be spelled."""

    pieces: tuple[str | CharacterTest, ...]
    _translations: dict[int, re.Pattern[str]] = field(default_factory=dict, repr=False)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole text, as XML Schema always does."""
        highest = ord(max(text, default="\0"))
        ceiling = next(limit for limit in _CEILINGS if highest < limit)
        translation = self._translations.get(ceiling)
        if translation is None:
            translation = self._translations[ceiling] = self._translate(ceiling)
        return translation.fullmatch(text)

    def _translate(self, ceiling: int) -> re.Pattern[str]:
        return re.compile(
            "".join(
                piece if isinstance(piece, str) else _spelled(piece, ceiling)
                for piece in self.pieces
            )
        )


@cache
def compile_expression(source: str) -> RegularExpression:
    """Translate a regular expression of XML Schema.

    Raises RegularExpressionError where it is not one.
    """
    reader = _Reader(source)
    reader.read_branches()
    return RegularExpression(tuple(reader.pieces))


def _spelled(test: CharacterTest, ceiling: int) -> str:
    """Spell out, as ranges, the accepted characters below the ceiling."""
    ranges: list[str] = []
    start: int | None = None
    for code in range(ceiling + 1):
        accepted = code < ceiling and code not in _SURROGATES and test(chr(code))
        if accepted and start is None:
            start = code
        elif not accepted and start is not None:
            ranges.append(f"\\U{start:08x}-\\U{code - 1:08x}")
            start = None
    # A class without any character in reach: nothing matches it.
    return f"[{''.join(ranges)}]" if ranges else "(?!)"


class _Reader:
    """Reads an expression from left to right; production numbers are appendix F's."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.open_groups = 0
        self.pieces: list[str | CharacterTest] = []

    def read_branches(self) -> None:
        """Read alternatives of repeated atoms to the end ([1] to [3])."""
        atom_before = False
        while self.at < len(self.source):
            if atom_before and self._read_quantifier():
                atom_before = False
                continue
            atom_before = self._read_atom()
        if self.open_groups:
            raise self._error("a parenthesis is not closed")

    def _read_quantifier(self) -> bool:
        found = _QUANTIFIER.match(self.source, self.at)
        if found is None:
            return False
        if found["most"] and int(found["most"]) < int(found["least"]):
            raise self._error("a repetition has its bounds the wrong way round")
        self.at = found.end()
        self.pieces.append(found[0])
        return True

    def _read_atom(self) -> bool:
        """Read one atom ([9]) or a sign between atoms; tell whether it was an atom."""
        character = self.source[self.at]
        self.at += 1
        match character:
            case "(":
                self.open_groups += 1
                self.pieces.append("(?:")
                return False
            case ")":
                if not self.open_groups:
                    raise self._error("a parenthesis is closed that was not opened")
                self.open_groups -= 1
                self.pieces.append(")")
            case "|":
                self.pieces.append("|")
                return False
            case "[":
                self.pieces.append(self._read_class())
            case "\\":
                self.pieces.append(self._read_escape())
            case ".":
                self.pieces.append(character_classes.none_of(("\n\r".__contains__,)))
            case "?" | "*" | "+" | "{" | "}" | "]":
                message = f'"{character}" stands where nothing can be repeated'
                raise self._error(message)
            case _:
                self.pieces.append(re.escape(character))
        return True

    def _read_escape(self) -> CharacterTest:
        """Read what follows a backslash ([23] to [37])."""
        letter = self._next()
        if letter in "pP":
            return self._read_property(complement=letter == "P")
        if letter in _ESCAPED:
            return character_classes.single(_ESCAPED[letter])
        test = character_classes.multi_character_escape(letter)
        if test is None:
            message = f'"\\{letter}" means nothing'
            raise self._error(message)
        return test

    def _read_property(self, *, complement: bool) -> CharacterTest:
        end = self.source.find("}", self.at)
        if self._next() != "{" or end < 0:
            raise self._error("a property needs a name in braces")
        name = self.source[self.at : end]
        self.at = end + 1
        test = character_classes.in_category(name)
        if test is None and name.startswith("Is"):
            test = character_classes.in_block(name.removeprefix("Is"))
        if test is None:
            message = f'there is no character property "{name}"'
            raise self._error(message)
        return character_classes.none_of((test,)) if complement else test

    def _read_class(self) -> CharacterTest:
        """Read a class expression after its bracket ([11] to [22])."""
        complement = self.source.startswith("^", self.at)
        self.at += complement
        tests: list[CharacterTest] = []
        subtracted: CharacterTest | None = None
        while not self.source.startswith("]", self.at) or not tests:
            if tests and self.source.startswith("-[", self.at):
                self.at += 2
                subtracted = self._read_class()
                break
            tests.append(self._read_range())
        if self._next() != "]":
            raise self._error("a class goes on after a subtraction")
        combine = character_classes.none_of if complement else character_classes.any_of
        kept = combine(tests)
        return character_classes.without(kept, subtracted) if subtracted else kept

    def _read_range(self) -> CharacterTest:
        first = self._read_end()
        is_range = self.source.startswith("-", self.at) and not self.source.startswith(
            ("-]", "-["), self.at
        )
        if not isinstance(first, str):
            return first
        if not is_range:
            return character_classes.single(first)
        self.at += 1
        last = self._read_end()
        if not isinstance(last, str) or last < first:
            raise self._error("a range of characters has no end or ends too early")
        return character_classes.between(first, last)

    def _read_end(self) -> str | CharacterTest:
        """Read one end of a range, or a class that stands for itself."""
        character = self._next()
        if character in "[]":
            raise self._error("a bracket in a class needs a backslash")
        if character != "\\":
            return character
        letter = self.source[self.at : self.at + 1]
        if letter in _ESCAPED and letter:
            self.at += 1
            return _ESCAPED[letter]
        return self._read_escape()

    def _next(self) -> str:
        if self.at >= len(self.source):
            raise self._error("it ends too early")
        self.at += 1
        return self.source[self.at - 1]

    def _error(self, message: str) -> RegularExpressionError:
        return RegularExpressionError(f"{message} (character {self.at})")
