"""The reading text of our own TEI, rebuilt from the ranges that `@source` names.

Every character of the source but white space between blocks is in the file, with its
offset: so the text can be put together again, and offsets stay those of the source.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from lxml import etree

from tei_encoder.model.block import Field, Kind
from tei_encoder.model.layout import AnchoredNote, Aside, NoteKind
from tei_encoder.model.span import Span
from tei_encoder.readers.reading_text import ReadingText
from tei_encoder.readers.tei.flow import Written
from tei_encoder.readers.tei.owned_words import MisfitError, Piece, Walk
from tei_encoder.tei.names import PREFIXES, tei
from tei_encoder.tei.owners import BREAK, moved, ranges_of

_SCOPE: Final = ".//tei:sourceDesc/tei:bibl//tei:biblScope[@unit='char']"
_ASIDES: Final = ".//tei:sourceDesc//tei:note[@type='set-aside']"
#: white space that a line end of the source became, the surest sign of one first
_GIVING: Final = (
    re.compile(rf"\s*{BREAK}[\s{BREAK}]*"),
    re.compile(r"[ \t]*\n\s*"),
    re.compile(r" "),
)
_MARKS: Final = (":", "：", ".", "-", "–", "—")
_PLACES: Final = {
    "bottom": NoteKind.FOOTNOTE,
    "foot": NoteKind.FOOTNOTE,
    "end": NoteKind.ENDNOTE,
}
#: what the parser sets aside itself: it will again
_FOUND_AGAIN: Final = frozenset({"page-label", *Field, *Kind} - {Kind.NOTE})


def ranged(root: etree._Element) -> bool:
    """Tell whether elements of the text name ranges of a source."""
    return any(ranges_of(node) for node in root.iterfind(".//tei:text//*", PREFIXES))


def rebuilt(root: etree._Element) -> Written | None:
    """Rebuild the text; None where there are no ranges, or where they do not fit."""
    if not ranged(root):
        return None
    try:
        return _rebuilt(root)
    except MisfitError:
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
    walked = Walk(root)
    owned: dict[etree._Element, list[Piece]] = {}
    for piece in walked.pieces:
        owned.setdefault(piece.owner, []).append(piece)
    cuts = [cut for owner in owned for cut in _placed(owner, owned[owner])]
    base = _base(root)
    text = ReadingText()
    text.add("".join(_joined(sorted(cuts, key=lambda cut: cut.start), base)))
    spans = {node: span for node in walked.bounds if (span := walked.span(node, base))}
    written = Written(text, spans)
    for note in walked.notes:
        if note in spans:
            at = walked.place(note, base)
            written.text.remember(_anchored(note, Span(at, at), spans[note]))
    for node in root.iter(tei("anchor")):
        at = walked.place(node, base)
        spans[node] = Span(at, at)
    return written


def _anchored(note: etree._Element, anchor: Span, body: Span) -> AnchoredNote:
    """Give a note that was moved to its reference; its mark stands in front of it."""
    number = note.get("n", "")
    kind = _PLACES.get(note.get("place", ""), NoteKind.COMMENT)
    first = ranges_of(note)[:1]
    if number and first and len(first[0]) == len(number):
        mark = Span(body.start - len(number), body.start)
        return AnchoredNote(anchor, body, kind, mark)
    return AnchoredNote(anchor, body, kind)


class _Cut(NamedTuple):
    """Words at their offset in the source; `label` tells that they name a speaker."""

    start: int
    words: str
    label: bool = False


def _placed(owner: etree._Element, pieces: list[Piece]) -> Iterator[_Cut]:
    """Place the words of an owner; give them with their offsets."""
    label = owner.get("type") == "speaker" or owner.tag == tei("speaker")
    ranges = list(ranges_of(owner))
    number = owner.get("n", "")
    if moved(owner) and len(ranges) > 1 and len(ranges[0]) == len(number):
        yield _Cut(ranges.pop(0).start, number)
    _stretch(pieces, sum(map(len, ranges)) - sum(len(p.text) for p in pieces))
    place = 0
    for piece in pieces:
        cuts = list(_cuts(ranges, place, len(piece.text)))
        done = 0
        for cut in cuts:
            yield _Cut(cut.start, piece.text[done : done + len(cut)], label)
            done += len(cut)
        place += len(piece.text)
        if cuts:
            piece.span = Span(cuts[0].start, cuts[-1].end)


def _stretch(pieces: list[Piece], lacking: int) -> None:
    """Put line ends for breaks, and those that are lacking where one surely was.

    Where `lacking` is below 0, spaces behind breaks are more than the source has.
    """
    for piece, after in pairwise(pieces):
        blank = len(after.text) - len(after.text.lstrip())
        if piece.text == BREAK and lacking < 0:
            more = min(blank, -lacking)
            after.text = after.text[more:]
            lacking += more
    for giving in _GIVING if lacking > 0 else ():
        lacking -= _given(pieces, giving, lacking)
    if lacking:
        raise MisfitError
    for piece, after in pairwise([*pieces, Piece("", pieces[-1].owner)]):
        if piece.text == BREAK:
            blank = len(after.text) - len(after.text.lstrip())
            after.text = "\n" * blank + after.text[blank:]
        piece.text = piece.text.replace(BREAK, "\n")


def _given(pieces: list[Piece], giving: re.Pattern[str], lacking: int) -> int:
    """Put lacking line ends behind the first white space of a form; tell how many."""
    for piece in pieces if lacking else ():
        if found := giving.search(piece.text):
            end = found.end()
            piece.text = piece.text[:end] + "\n" * lacking + piece.text[end:]
            return lacking
    return 0


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


def _joined(cuts: Iterable[_Cut], base: int) -> Iterator[str]:
    """Join words at their offsets, with white space where nothing is known.

    A single one behind a label is a space, or a tab where no mark closes it.
    """
    reached, last = base, _Cut(0, "")
    for cut in cuts:
        if cut.start < reached:
            raise MisfitError
        gap = cut.start - reached
        closed = last.words[-1:] in _MARKS
        blank = "\n" * gap if gap != 1 or not last.label else " " if closed else "\t"
        yield blank + cut.words
        reached, last = cut.start + len(cut.words), cut


def _base(root: etree._Element) -> int:
    """Give the offset at which the share of this file begins in its source."""
    scope = next(root.iterfind(_SCOPE, PREFIXES), None)
    start = scope.get("from", "") if scope is not None else ""
    return int(start) if start.isdecimal() else 0
