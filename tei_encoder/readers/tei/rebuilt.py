"""The reading text of our own TEI, rebuilt from the ranges that `@source` names.

Every character of the source but white space between blocks is in the file, with its
offset: so the text can be put together again, and offsets stay those of the source.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from lxml import etree

from tei_encoder.model.block import Field, Kind
from tei_encoder.model.layout import Aside
from tei_encoder.model.span import Span
from tei_encoder.readers.reading_text import ReadingText
from tei_encoder.readers.tei.flow import Written
from tei_encoder.tei.names import PREFIXES, tei
from tei_encoder.tei.owners import BREAK, moved, ranges_of
from tei_encoder.tei.text import (
    EDITORIAL,
    character_of,
    declared_characters,
    is_element,
    walk,
)

_BREAKS: Final = frozenset({tei("lb"), tei("pb")})
_SCOPE: Final = ".//tei:sourceDesc/tei:bibl//tei:biblScope[@unit='char']"
_ASIDES: Final = ".//tei:sourceDesc//tei:note[@type='set-aside']"
#: white space that a line end of the source became, the surest sign of one first
_GIVING: Final = (
    re.compile(rf"\s*{BREAK}[\s{BREAK}]*"),
    re.compile(r"[ \t]*\n\s*"),
    re.compile(r" "),
)
#: what the parser sets aside itself: it will again
_FOUND_AGAIN: Final = frozenset({"page-label", *Field, *Kind})


@dataclass(slots=True)
class _Piece:
    """Words that an owner gives, and where they stand in the source."""

    text: str
    owner: etree._Element
    span: Span = field(default_factory=lambda: Span(0, 0))


class _MisfitError(Exception):
    """The ranges do not fit the words."""


def ranged(root: etree._Element) -> bool:
    """Tell whether elements of the text name ranges of a source."""
    return any(ranges_of(node) for node in root.iterfind(".//tei:text//*", PREFIXES))


def rebuilt(root: etree._Element) -> Written | None:
    """Rebuild the text; None where there are no ranges, or where they do not fit."""
    if not ranged(root):
        return None
    try:
        return _rebuilt(root)
    except _MisfitError:
        return None


def asides(
    root: etree._Element, spans: Mapping[etree._Element, Span]
) -> Iterator[Aside]:
    """Give what was set aside for a reason that the text itself does not show."""
    for note in root.iterfind(_ASIDES, PREFIXES):
        reason = note.get("subtype", "")
        if reason and reason not in _FOUND_AGAIN and spans.get(note):
            yield Aside(spans[note], reason)


def _rebuilt(root: etree._Element) -> Written:
    walked = _Walk(root)
    owned: dict[etree._Element, list[_Piece]] = {}
    for piece in walked.pieces:
        owned.setdefault(piece.owner, []).append(piece)
    written = [cut for owner in owned for cut in _placed(owner, owned[owner])]
    written.sort(key=lambda cut: cut[0])
    base = _base(root)
    text = ReadingText()
    text.add("".join(_joined(written, base)))
    spans = {}
    for node, (first, last) in walked.bounds.items():
        found = [p.span for p in walked.pieces[first:last] if p.span]
        if found:
            start, end = min(s.start for s in found), max(s.end for s in found)
            spans[node] = Span(start - base, end - base)
    return Written(text, spans)


class _Walk:
    """Collects the words of owners, and which of them each element holds."""

    def __init__(self, root: etree._Element) -> None:
        self.declared = declared_characters(root)
        self.pieces: list[_Piece] = []
        self.bounds: dict[etree._Element, tuple[int, int]] = {}
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

    def _enter(self, node: etree._Element) -> None:
        receiver = self.stack[-1]
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
            self.pieces.append(_Piece(words, owner))
        elif words and words.strip() and words != BREAK and self.within[-1]:
            raise _MisfitError


def _placed(owner: etree._Element, pieces: list[_Piece]) -> Iterator[tuple[int, str]]:
    """Place the words of an owner; give them with their offsets."""
    ranges = list(ranges_of(owner))
    number = owner.get("n", "")
    if moved(owner) and len(ranges) > 1 and len(ranges[0]) == len(number):
        yield ranges.pop(0).start, number
    _stretch(pieces, sum(map(len, ranges)) - sum(len(p.text) for p in pieces))
    place = 0
    for piece in pieces:
        cuts = list(_cuts(ranges, place, len(piece.text)))
        done = 0
        for cut in cuts:
            yield cut.start, piece.text[done : done + len(cut)]
            done += len(cut)
        place += len(piece.text)
        if cuts:
            piece.span = Span(cuts[0].start, cuts[-1].end)


def _stretch(pieces: list[_Piece], lacking: int) -> None:
    """Put line ends for breaks, and those that are lacking where one surely was."""
    for giving in _GIVING if lacking else ():
        piece = next((p for p in pieces if giving.search(p.text)), None)
        found = giving.search(piece.text) if piece else None
        if piece and found and lacking > 0:
            ends = "\n" * lacking
            piece.text = piece.text[: found.end()] + ends + piece.text[found.end() :]
            lacking = 0
    if lacking:
        raise _MisfitError
    for piece, after in pairwise([*pieces, _Piece("", pieces[-1].owner)]):
        if piece.text == BREAK:
            blank = len(after.text) - len(after.text.lstrip())
            after.text = "\n" * blank + after.text[blank:]
        piece.text = piece.text.replace(BREAK, "\n")


def _cuts(ranges: list[Span], place: int, length: int) -> Iterator[Span]:
    """Give where a stretch of the joined ranges lies in the source."""
    for span in ranges:
        if place < len(span) and length > 0:
            end = min(len(span), place + length)
            yield Span(span.start + place, span.start + end)
            length -= end - place
            place = 0
        else:
            place = max(0, place - len(span))


def _joined(written: list[tuple[int, str]], base: int) -> Iterator[str]:
    """Join words at their offsets, with white space where nothing is known."""
    reached, last = base, ""
    for start, words in written:
        if start < reached:
            raise _MisfitError
        gap = start - reached
        yield " " if gap == 1 and last.endswith((":", "：")) else "\n" * gap
        yield words
        reached, last = start + len(words), words


def _base(root: etree._Element) -> int:
    """Give the offset at which the share of this file begins in its source."""
    scope = next(root.iterfind(_SCOPE, PREFIXES), None)
    start = scope.get("from", "") if scope is not None else ""
    return int(start) if start.isdecimal() else 0


def _is_added(node: etree._Element) -> bool:
    return node.tag == tei("note") and node.get("resp") is not None
