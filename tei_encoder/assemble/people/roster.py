"""Reads lists of participants: who is listed, and as what.

A list may be a line per person, or one sentence with commas and semicolons in which
names and what is said of them follow one another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei_encoder.assemble.people.appellation import Appellation, Nature
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.pieces import Piece, pieces, trimmed
from tei_encoder.assemble.people.wording import tokens
from tei_encoder.assemble.phrases import find_phrase, without_opening
from tei_encoder.model.source import Span

BULLET = re.compile(r"\s*(?:[•·▪●*–—-]|\(?\d{1,3}[.)])\s+")
CAPTION = re.compile(r"[^:：;；,，、\n]{1,80}[:：]")
ITEM = re.compile(r"[^;；\n|]+")
INSERTION = re.compile(r"\[([^\[\]]{3,})\]")


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody listed: where, and the ranges of what is said of the person.

    `variant` is another form of the name in square brackets.
    """

    span: Span
    appellation: Appellation
    office: Span | None = None
    variant: Span | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """A block of a list; `announced` where a caption before it says that it is one."""

    span: Span
    announced: bool = False


def read_roster(
    text: str, blocks: Sequence[Lines], lexicon: Lexicon, openings: Sequence[str] = ()
) -> tuple[Listed, ...]:
    """Read all blocks of a list of participants together, in order.

    `openings` are phrases that may stand before the first name (`chaired by`).
    Where neither a caption nor such a phrase nor an honorific announces an item, a
    name counts that shows itself to be one; a full name also where most others do.
    """
    lines = [line for block in blocks for line in _items(text, block, openings)]
    sides = _have_sides(text, [line.span for line in lines])
    items = [
        (line.announced, read_item(text, line.span, lexicon))
        for line in lines
        if not (sides and _is_bare_word(line.span.of(text), lexicon))
    ]
    shown = [shows_a_person(one) for _, listed in items for one in listed]
    trusted = 2 * sum(shown) >= len(shown)
    return tuple(
        one
        for announced, listed in items
        for one in listed
        if announced
        or shows_a_person(listed[0])
        or shows_a_person(one)
        or (trusted and len(one.appellation.words) > 1)
    )


def shows_a_person(listed: Listed) -> bool:
    """Tell whether an honorific, an office or initials stand with the name."""
    one = listed.appellation
    stands_alone = one.name_text == one.printed and listed.office is None
    return one.nature is Nature.OFFICE or bool(one.initials) or not stands_alone


def read_item(text: str, item: Span, lexicon: Lexicon) -> tuple[Listed, ...]:
    """Read one item: each name with what is said of it.

    That follows the name, unless the item begins with it (`Advisor, Robert McFarlane`).
    """
    found = list(pieces(text, item, lexicon))
    first_name = next((n for n, piece in enumerate(found) if piece.names), None)
    if first_name:
        return tuple(_with_office_before(text, found, lexicon))
    return tuple(_with_office_after(text, found, lexicon))


def _items(text: str, block: Lines, openings: Sequence[str]) -> Iterator[Lines]:
    for match in ITEM.finditer(text, block.span.start, block.span.end):
        span, announced = Span(*match.span()), block.announced
        if bullet := BULLET.match(text, span.start, span.end):
            span = Span(bullet.end(), span.end)
        while caption := CAPTION.match(text, span.start, span.end):
            span, announced = Span(caption.end(), span.end), True
            if not find_phrase(text, Span(*caption.span()), openings):
                break
        bare = without_opening(text, span.trimmed(text))
        if said := find_phrase(text, bare, openings, at_start=True):
            span, announced = Span(said.end, span.end), True
        span = trimmed(text, without_opening(text, span))
        if len(span):
            yield Lines(span, announced)


def _have_sides(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether lone words among fuller items are headings of delegations."""
    bare = [line for line in lines if len(line.of(text).split()) == 1]
    return 0 < 2 * len(bare) <= len(lines)


def _is_bare_word(line: str, lexicon: Lexicon) -> bool:
    return len(line.split()) == 1 and not lexicon.is_office(line.strip("."))


def _with_office_after(
    text: str, found: Sequence[Piece], lexicon: Lexicon
) -> Iterator[Listed]:
    current: Listed | None = None
    for number, piece in enumerate(found):
        if current is not None and _is_rest_of_name(text, current, piece, lexicon):
            current = _longer(text, current, piece)
        elif piece.names or (number == 0 and _is_office(piece)):
            if current:
                yield current
            current = _listed(text, piece)
        elif current and current.office is None:
            current = replace(current, office=piece.span)
        elif current and current.office and _is_office(piece):
            both = Span(current.office.start, piece.span.end)
            current = replace(current, office=both)
    if current:
        yield current


def _with_office_before(
    text: str, found: Sequence[Piece], lexicon: Lexicon
) -> Iterator[Listed]:
    said: Piece | None = None
    current: Listed | None = None
    for piece in found:
        if current is not None and _is_rest_of_name(text, current, piece, lexicon):
            current = _longer(text, current, piece)
        elif piece.names:
            if current:
                yield current
            current = _listed(text, piece)
            if said and _is_office(said) and current.office is None:
                current = replace(current, office=said.span)
            said = None
        else:
            said = piece
    if current:
        yield current


def _is_office(piece: Piece) -> bool:
    return piece.appellation.nature in {Nature.OFFICE, Nature.INTERPRETER}


def _listed(text: str, piece: Piece) -> Listed:
    office = piece.appellation.office_span
    if office is not None and piece.appellation.nature is Nature.PERSON:
        office = Span(piece.span.start + office.start, piece.span.start + office.end)
    else:
        office = None
    listed = Listed(piece.span, piece.appellation, office)
    insertion = INSERTION.search(text, piece.span.start, piece.span.end)
    if insertion is None:
        return listed
    inner = Span(*insertion.span(1))
    # an insertion before the name says what the person is, one after it how it is spelt
    if (
        piece.appellation.name
        and inner.start < piece.span.start + piece.appellation.name.start
    ):
        return replace(listed, office=listed.office or inner)
    return replace(listed, variant=inner)


def _is_rest_of_name(
    text: str, current: Listed, piece: Piece, lexicon: Lexicon
) -> bool:
    """Tell whether a piece goes on with the name before it (`Gromyko, A.A.`)."""
    found = tokens(text, piece.span)
    if not found:
        return False
    if len(current.appellation.words) == 1 and all(token.is_initial for token in found):
        return True
    if found[0].folded in lexicon.suffixes:
        rest = text[found[0].end : piece.span.end].strip()
        return not rest or rest.startswith("(")
    return found[0].folded in lexicon.honorifics_given


def _longer(text: str, current: Listed, piece: Piece) -> Listed:
    one, more = current.appellation, piece.appellation
    found = tokens(text, piece.span)
    end = piece.span.start + more.name.end if more.name else found[0].end
    given = more.initials or (more.words if found[0].is_initial else ())
    span = Span(current.span.start, piece.span.end)
    return replace(
        current,
        span=span,
        appellation=replace(
            one,
            printed=span.of(text),
            words=one.words if found[0].is_initial else (*one.words, *more.words),
            initials=one.initials or given,
            name=Span(one.name.start, end - span.start) if one.name else None,
        ),
        office=current.office or _aside(text, piece),
    )


def _aside(text: str, piece: Piece) -> Span | None:
    aside = re.search(r"\(([^()]+)\)?", piece.span.of(text))
    if aside is None:
        return None
    return Span(piece.span.start + aside.start(1), piece.span.start + aside.end(1))
