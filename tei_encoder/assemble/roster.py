"""Reads lists of participants: who is listed, as what, under which caption.

A list may be a line per person, or one sentence with commas and semicolons in which
names, offices and explanations follow one another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei_encoder.assemble.appellation import Appellation, Nature, read_appellation
from tei_encoder.assemble.lexicon import Lexicon, fold
from tei_encoder.assemble.wording import tokens
from tei_encoder.model.source import Span

BULLET = re.compile(r"\s*(?:[•·▪●*–—-]|\(?\d{1,3}[.)])\s+")
CAPTION = re.compile(r"[^:;,\n]{1,80}:")
ITEM = re.compile(r"[^;\n|]+")
#: commas that part the pieces of an item; not those inside brackets
PIECE = re.compile(r"(?:\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)|[^,，、])+")
FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}$|\s*\[\d{1,2}\]$")
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody listed: the range of the name and that of the office, if stated."""

    span: Span
    appellation: Appellation
    office: Span | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    appellation: Appellation
    names: bool


def read_roster(
    text: str, blocks: Sequence[Span], lexicon: Lexicon
) -> tuple[Listed, ...]:
    """Read all blocks of a list of participants together, in order."""
    lines = [span for block in blocks for span in _items(text, block)]
    items = [tuple(_pieces(text, line, lexicon)) for line in lines]
    sides = _are_sides(text, lines)
    return tuple(
        listed
        for line, pieces in zip(lines, items, strict=True)
        if not (sides and _is_bare_word(line.of(text), lexicon))
        for listed in _people(text, pieces)
    )


def _items(text: str, block: Span) -> Iterator[Span]:
    for match in ITEM.finditer(text, block.start, block.end):
        span = Span(*match.span())
        if bullet := BULLET.match(text, span.start, span.end):
            span = Span(bullet.end(), span.end)
        if caption := CAPTION.match(text, span.start, span.end):
            span = Span(caption.end(), span.end)
        span = span.trimmed(text)
        if len(span):
            yield span


def _are_sides(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether lone words among fuller items are headings of delegations."""
    bare = [line for line in lines if len(line.of(text).split()) == 1]
    return 0 < 2 * len(bare) <= len(lines)


def _is_bare_word(line: str, lexicon: Lexicon) -> bool:
    return len(line.split()) == 1 and not lexicon.is_office(line.strip("."))


def _pieces(text: str, item: Span, lexicon: Lexicon) -> Iterator[_Piece]:
    for match in PIECE.finditer(text, item.start, item.end):
        for span in _without_joiners(text, Span(*match.span()), lexicon):
            printed = span.of(text)
            appellation = read_appellation(printed, lexicon)
            yield _Piece(span, appellation, is_name(appellation, lexicon))


def _without_joiners(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Part `A and B` where both sides are names; drop a leading `and`."""
    span = _trimmed(text, span)
    joiners = [t for t in tokens(text, span) if t.folded in lexicon.joiners or t.text == "&"]
    if joiners and joiners[0].start == span.start:
        span = Span(joiners.pop(0).end, span.end).trimmed(text)
    for joiner in joiners:
        sides = Span(span.start, joiner.start), Span(joiner.end, span.end)
        sides = tuple(_trimmed(text, side) for side in sides)
        if all(is_name(read_appellation(s.of(text), lexicon), lexicon) for s in sides):
            yield from sides
            return
    if len(span):
        yield span


def _trimmed(text: str, span: Span) -> Span:
    span = span.trimmed(text)
    if note := FOOTNOTE.search(span.of(text)):
        span = Span(span.start, span.start + note.start()).trimmed(text)
    while len(span) and text[span.end - 1] in ".:":
        last = span.of(text).split()[-1]
        if len(fold(last)) <= 2:  # noqa: PLR2004 - an initial keeps its full stop
            break
        span = Span(span.start, span.end - 1).trimmed(text)
    return span


def is_name(appellation: Appellation, lexicon: Lexicon) -> bool:
    """Tell whether an appellation can stand in a list as somebody's name."""
    if appellation.nature is not Nature.PERSON or appellation.name is None:
        return False
    found = tokens(appellation.name_text)
    capital = [t for t in found if not t.text[:1].islower()]
    small = [t for t in found if t.text[:1].islower()]
    if not capital or len(found) > LONGEST_NAME or small and found[0] in small:
        return False
    return not any(t.folded in lexicon.links for t in small) and not any(
        char.isdigit() for char in appellation.name_text
    )


def _people(text: str, pieces: Sequence[_Piece]) -> Iterator[Listed]:
    """Give each name with what is said of it until the next name."""
    current: Listed | None = None
    for number, piece in enumerate(pieces):
        if _continues_name(text, current, piece):
            current = _longer(text, current, piece)  # type: ignore[arg-type]
        elif piece.names or (number == 0 and piece.appellation.nature is Nature.OFFICE):
            if current:
                yield current
            current = _listed(piece)
        elif current and current.office is None:
            current = replace(current, office=piece.span)
    if current:
        yield current


def _listed(piece: _Piece) -> Listed:
    office = piece.appellation.office_span
    at = piece.span.start
    return Listed(
        piece.span,
        piece.appellation,
        Span(at + office.start, at + office.end)
        if office and piece.appellation.nature is Nature.PERSON
        else None,
    )


def _continues_name(text: str, current: Listed | None, piece: _Piece) -> bool:
    """Tell whether a piece is the initials of the surname before it (`Gromyko, A.A.`)."""
    if current is None or len(current.appellation.words) != 1:
        return False
    found = tokens(piece.span.of(text))
    return bool(found) and all(token.is_initial for token in found)


def _longer(text: str, current: Listed, piece: _Piece) -> Listed:
    span = Span(current.span.start, piece.span.end)
    given = tuple(piece.appellation.initials) or tuple(
        fold(part) for part in piece.span.of(text).split(".") if fold(part)
    )
    name = current.appellation.name
    shift = Span(name.start, len(span)) if name else None
    return replace(
        current,
        span=span,
        appellation=replace(
            current.appellation, printed=span.of(text), initials=given, name=shift
        ),
    )
