"""Finds brackets, whatever they hold."""

import re
from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.source import Span


class Shape(StrEnum):
    """The shape of a pair of brackets."""

    SQUARE = "square"
    ROUND = "round"
    ANGLE = "angle"


PAIRS = {
    "[": ("]", Shape.SQUARE),
    "［": ("］", Shape.SQUARE),
    "【": ("】", Shape.SQUARE),
    "〔": ("〕", Shape.SQUARE),
    "(": (")", Shape.ROUND),
    "（": ("）", Shape.ROUND),
    "<": (">", Shape.ANGLE),
}
CLOSING = frozenset(closing for closing, _ in PAIRS.values())
MARK = re.compile("[" + re.escape("".join(PAIRS) + "".join(sorted(CLOSING))) + "]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets and what is between them; `span` holds both marks."""

    span: Span
    shape: Shape

    def content(self, text: str) -> str:
        """Give what is between the marks, without white space at its ends."""
        return text[self.span.start + 1 : self.span.end - 1].strip()


def find_brackets(text: str, span: Span) -> list[Bracket]:
    """Give the pairs of brackets within `span`, outer before inner.

    A mark without its partner is no bracket, and shuts nothing in.
    """
    found: list[Bracket] = []
    waiting: list[tuple[int, str, Shape]] = []
    for match in MARK.finditer(text, span.start, span.end):
        mark = match[0]
        if mark in PAIRS:
            waiting.append((match.start(), *PAIRS[mark]))
        elif waiting and waiting[-1][1] == mark:
            start, _, shape = waiting.pop()
            found.append(Bracket(Span(start, match.end()), shape))
    return sorted(found, key=lambda bracket: (bracket.span.start, -bracket.span.end))
