"""The elements that answer for a stretch of the source, and the text each gives.

An owner is an element whose `@source` holds `src:a,b` (Guidelines 13.3.4.4, RFC 5147).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from lxml import etree

from tei_encoder.model.source import Span
from tei_encoder.tei.names import tei
from tei_encoder.tei.text import (
    EDITORIAL,
    character_of,
    declared_characters,
    is_element,
    walk,
)

PREFIX: Final = "src:"
#: stands for `lb` and `pb` in a projection: a lone surrogate is in no XML file
BREAK: Final = "\udfff"

#: a note is marked at its reference and where it is printed
MARKS: Final = 2
_RANGE = re.compile(r"src:(\d{1,18}),(\d{1,18})\Z")
_BREAKS = frozenset({tei("lb"), tei("pb")})
_G, _NOTE, _TEXT = tei("g"), tei("note"), tei("text")


@dataclass(slots=True)
class Owner:
    """An element that owns ranges of the reading text.

    `pieces` are its projection: strings, `BREAK`, and the owners nested in it at
    their places. `malformed` are tokens of `@source` that give no range,
    `undeclared` the `g` elements that no `char` declares.
    `flowing` tells whether its place in `text` must follow the source.
    """

    element: etree._Element
    ranges: tuple[Span, ...]
    malformed: tuple[str, ...]
    flowing: bool
    pieces: list["str | Owner"] = field(default_factory=list)
    undeclared: list[etree._Element] = field(default_factory=list)


def owners_of(root: etree._Element) -> list[Owner]:
    """Give all owners in document order, each with its projection, in one pass."""
    return _Collector(declared_characters(root)).collect(root)


class _Collector:
    """Walks the tree with a stack that tells which owner receives the text."""

    def __init__(self, declared: Mapping[str, str]) -> None:
        self.declared = declared
        self.found: list[Owner] = []
        self.stack: list[Owner | None] = [None]
        self.flowing = [False]

    def collect(self, root: etree._Element) -> list[Owner]:
        for entering, node in walk(root):
            if entering:
                self.enter(node)
            else:
                self.stack.pop()
                self.flowing.pop()
                if node is not root:
                    self.give(node.tail)
        return self.found

    def enter(self, node: etree._Element) -> None:
        """Choose who receives the text inside `node`, and give it the first of it."""
        tag = node.tag
        receiver = self.stack[-1]
        self.flowing.append((self.flowing[-1] or tag == _TEXT) and not moved(node))
        if not is_element(node) or tag in EDITORIAL:
            receiver = None
        elif tokens := _tokens(node):
            receiver = self.own(node, tokens)
        elif tag in _BREAKS:
            self.give(BREAK)
        elif tag == _G and node.get("ref") is not None:
            self.declare(node)
            receiver = None
        self.stack.append(receiver)
        if receiver is not None:
            self.give(node.text)

    def own(self, node: etree._Element, tokens: list[str]) -> Owner:
        """Note a new owner, and where it stands in the one around it."""
        spans = [_span(token) for token in tokens]
        owner = Owner(
            node,
            ranges=tuple(span for span in spans if span),
            malformed=tuple(t for t, s in zip(tokens, spans, strict=True) if not s),
            flowing=self.flowing[-1],
        )
        self.found.append(owner)
        if self.stack[-1] is not None:
            self.stack[-1].pieces.append(owner)
        return owner

    def declare(self, g: etree._Element) -> None:
        """Give the character that `g` stands for, or note that none is declared."""
        character = character_of(g, self.declared)
        self.give(character)
        if character is None and self.stack[-1] is not None:
            self.stack[-1].undeclared.append(g)

    def give(self, text: str | None) -> None:
        """Add text to the owner that is open."""
        if text and self.stack[-1] is not None:
            self.stack[-1].pieces.append(text)


def ranges_of(element: etree._Element) -> tuple[Span, ...]:
    """Give the ranges that `@source` names, as far as they are well formed."""
    spans = (_span(token) for token in _tokens(element))
    return tuple(span for span in spans if span)


def moved(node: etree._Element) -> bool:
    """Tell whether `node` is a note that was moved from its place to its reference."""
    return node.tag == _NOTE and node.get("place") is not None


def marks_of(owner: Owner, text: str) -> tuple[Span, ...]:
    """Give the ranges of a note's marks: the first ones, equal to `@n`.

    There are two at most, at the reference and before the note; words follow them.
    """
    number = owner.element.get("n")
    if owner.element.tag != _NOTE or number is None:
        return ()
    marks = owner.ranges[:-1][:MARKS]
    return tuple(takewhile(lambda mark: mark.of(text) == number, marks))


def _tokens(node: etree._Element) -> list[str]:
    source = node.get("source")
    return [t for t in source.split() if t.startswith(PREFIX)] if source else []


def _span(token: str) -> Span | None:
    match = _RANGE.match(token)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Span(int(match[1]), int(match[2]))
