"""The words of our own TEI: who owns them, and which elements hold them."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.span import Span
from tei_encoder.tei.names import tei
from tei_encoder.tei.owners import BREAK, moved, ranges_of
from tei_encoder.tei.text import (
    EDITORIAL,
    character_of,
    declared_characters,
    is_element,
    walk,
)

_BREAKS: Final = frozenset({tei("lb"), tei("pb")})


class MisfitError(Exception):
    """The ranges do not fit the words."""


@dataclass(slots=True)
class Piece:
    """Words that an owner gives, and where they stand in the source.

    `note` is the note, moved from its place to its reference, that holds them.
    """

    text: str
    owner: etree._Element
    note: etree._Element | None = None
    span: Span = field(default_factory=lambda: Span(0, 0))


class Walk:
    """Collects the words of owners, and which of them each element holds."""

    def __init__(self, root: etree._Element) -> None:
        """Walk the tree; raises `MisfitError` at words of `text` that nobody owns."""
        self.declared = declared_characters(root)
        self.pieces: list[Piece] = []
        self.bounds: dict[etree._Element, tuple[int, int]] = {}
        self.notes: list[etree._Element] = []
        self.inside: dict[etree._Element, etree._Element | None] = {}
        self.stack: list[etree._Element | None] = [None]
        self.within = [False]
        begun: list[int] = []
        for entering, node in walk(root):
            if entering:
                begun.append(len(self.pieces))
                self._enter(node)
            else:
                self.bounds[node] = begun.pop(), len(self.pieces)
                self.stack.pop()
                self.within.pop()
                if node is not root:
                    self._give(node.tail)

    def span(self, node: etree._Element, base: int) -> Span | None:
        """Give the stretch that holds the words of an element, but for moved notes."""
        first, last = self.bounds[node]
        pieces = self.pieces[first:last]
        found = [p.span for p in pieces if p.span and p.note is self.inside[node]]
        if not found:
            return None
        start, end = min(s.start for s in found), max(s.end for s in found)
        return Span(start - base, end - base)

    def place(self, node: etree._Element, base: int) -> int:
        """Give the offset at which an element stands in the words around it."""
        above = node.getparent()
        around = self.inside.get(above) if above is not None else None
        before = (p for p in self.pieces[self.bounds[node][0] - 1 :: -1] if p.span)
        piece = next((p for p in before if p.note is around), None)
        return piece.span.end - base if piece and self.bounds[node][0] else 0

    def _enter(self, node: etree._Element) -> None:
        receiver = self.stack[-1]
        above = node.getparent()
        self.inside[node] = self.inside.get(above) if above is not None else None
        if moved(node) and ranges_of(node) and self.inside[node] is None:
            self.inside[node] = node
            self.notes.append(node)
        character = None
        is_text = node.tag == tei("text")
        vouched = not is_element(node) or node.tag in EDITORIAL or _is_added(node)
        self.within.append((self.within[-1] or is_text) and not vouched)
        if not is_element(node) or node.tag in EDITORIAL:
            receiver = None
        elif ranges_of(node):
            receiver = node
        elif node.tag in _BREAKS:
            self._give(BREAK)
        elif node.tag == tei("g"):
            character = character_of(node, self.declared)
            self._give(character)
            receiver = None if character else receiver
        self.stack.append(receiver)
        if not character:
            self._give(node.text)

    def _give(self, words: str | None) -> None:
        owner = self.stack[-1]
        if words and owner is not None:
            self.pieces.append(Piece(words, owner, self.inside.get(owner)))
        elif words and words.strip() and words != BREAK and self.within[-1]:
            raise MisfitError


def _is_added(node: etree._Element) -> bool:
    return node.tag == tei("note") and node.get("resp") is not None
