"""Parses the line that says where the original is kept (ISAD(G) 3.1.1, 3.5.1).

General grammar: an optional caption, an optional quoted title with date and publisher,
the repository, the collection, then pieces that number something (`f. 89`, `D4`,
`Box 12`), and clauses about translation or provenance, which end the shelf mark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tei_encoder.assemble.description.dating import dates_in
from tei_encoder.assemble.description.levels import archive_of, designated, levels_of
from tei_encoder.assemble.description.titles import QUOTED
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.sentences import sentences
from tei_encoder.language.load import languages, words
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Citation, Statement
from tei_encoder.model.source import Span
from tei_encoder.profiles.archives import Archive

TABLE = "citation"
NOTE_MARK = re.compile(r"\s*[\[(]?\d{0,3}[\])]?[.:]?\s*")
PIECE = re.compile(r"[^,;]+")
#: a full stop that ends the shelf mark: followed by a sentence, not by a number
SENTENCE_END = re.compile(r"\.(?=\s+[^\W\d_]{2,}\s+[^\W\d_]{2,})|\.?\s*\]?\s*$")
DESIGNATION = re.compile(
    r"(?P<word>[^\W\d_]+(?:\s(?!n[or]\b)[^\W\d_]+)?)[.\s]*(?:no\.?|nr\.?|№)?\s*(?P<value>\d[\w/.:–-]*)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:[^\W\d_]{1,4}\.?\s*)?(?:1[5-9]|20)\d\d")
ABBREVIATION = re.compile(r"(?=(?:.*?[A-ZА-ЯΑ-Ω]){2})[^\W\d_]+(?:[-./][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class ShelfMark:
    """A citation by its parts; `reference` runs from collection to last number."""

    citation: Citation
    reference: Statement | None = None
    publisher: Statement | None = None


def read_citation(page: Page) -> ShelfMark | None:
    """Give the first source line that names a repository, else the first one."""
    cited = [page.span(block) for block in _citations(page)]
    marks = [_parse(page, span) for span in cited or source_notes(page)]
    for mark in marks:
        if mark.citation.repository is not None:
            return mark
    return marks[0] if marks else None


def _citations(page: Page) -> Iterator[Block]:
    cited = list(page.of_field(Field.CITATION, Field.REFERENCE_CODE))
    return iter(cited or (b for b in page.of_kind(Kind.SOURCE) if _can_cite(page, b)))


def _can_cite(page: Page, block: Block) -> bool:
    """Refuse mastheads: a citation has parts, or a number."""
    return any(char in ",;" or char.isdigit() for char in page.words(block))


def source_notes(page: Page) -> Iterator[Span]:
    """Give the first sentence of footnotes that begin `Source:`."""
    for block in page.of_kind(Kind.FOOTNOTE, Kind.NOTE):
        mark = NOTE_MARK.match(page.text, block.span.start, block.span.end)
        start = mark.end() if mark else block.span.start
        rest = Span(start, block.span.end)
        said = find_phrase(page.text, rest, phrases(page.tags, "source"), at_start=True)
        if said is not None and page.text[said.end : said.end + 1] == ":":
            yield next(iter(sentences(page.text, rest, page.lexicon)))


def _parse(page: Page, span: Span) -> ShelfMark:
    verbatim = page.state(span)
    pieces = list(_pieces(page, span))
    publisher = next((p for p in pieces if _is_publisher(page, p)), None)
    if publisher is not None:
        pieces = pieces[pieces.index(publisher) + 1 :]
    if not pieces or not _is_repository(page, pieces[0]):
        return ShelfMark(
            Citation(verbatim), publisher=page.state(publisher) if publisher else None
        )
    archive = archive_of(page, pieces[0])
    rest = _shelf_pieces(page, pieces[1:], archive)
    return ShelfMark(
        Citation(
            verbatim,
            repository=page.state(pieces[0]),
            collection=_collection(page, rest, archive),
            identifiers=tuple(_identifiers(page, rest, archive)),
        ),
        reference=page.state(Span(rest[0].start, rest[-1].end)) if rest else None,
        publisher=page.state(publisher) if publisher else None,
    )


def _pieces(page: Page, span: Span) -> Iterator[Span]:
    """Give the parts between commas, after caption and quoted title."""
    text, start = page.text, span.start
    if caption := find_phrase(text, span, phrases(page.tags, "source"), at_start=True):
        colon = text.find(":", caption.end, caption.end + 2)
        start = colon + 1 if colon >= 0 else start
    while start < span.end and text[start] in "[ ":
        start += 1
    if quoted := QUOTED.match(text, start, span.end):
        start = quoted.end()
    end = _shelf_end(page, Span(start, span.end))
    if stop := SENTENCE_END.search(text, start, end):
        end = stop.start()
    for match in PIECE.finditer(text, start, end):
        piece = Span(*match.span()).trimmed(text)
        if len(piece):
            yield piece


def _shelf_end(page: Page, rest: Span) -> int:
    """Give where a sentence or clause begins that tells of access or provenance."""
    starts = [rest.end]
    for topic in ("access", "acquired", "custody", "surrogates"):
        found = find_phrase(page.text, rest, phrases(page.tags, topic))
        if found is None:
            continue
        before = page.text[rest.start : found.start]
        begun = max(before.rfind(mark) for mark in (". ", "; ")) + 1
        if begun and not any(map(str.isdigit, before[begun:])):
            starts.append(rest.start + begun)
    return min(starts)


def _is_publisher(page: Page, piece: Span) -> bool:
    return find_phrase(page.text, piece, phrases((), "publishers")) is not None


def _is_repository(page: Page, piece: Span) -> bool:
    if dates_in(page, piece):
        return False
    if archive_of(page, piece) is not None:
        return True
    named = find_phrase(page.text, piece, phrases((), "repositories"))
    return named is not None or ABBREVIATION.fullmatch(piece.of(page.text)) is not None


def _shelf_pieces(
    page: Page, pieces: Sequence[Span], archive: Archive | None
) -> list[Span]:
    """Keep what can be part of a shelf mark: a clause in small letters ends it."""
    kept: list[Span] = []
    for piece in pieces:
        said = piece.of(page.text)
        first = said.split()[0].casefold()
        told = archive is not None and (
            first in _designators() or designated(archive, said)
        )
        if said[0].islower() and not told and _designation(said) is None:
            break
        kept.append(piece)
    return kept


def _collection(
    page: Page, pieces: Sequence[Span], archive: Archive | None
) -> Statement | None:
    for level, piece in levels_of(page, archive, pieces) if archive else ():
        if level == "fonds":
            return page.state(piece)
    named: list[Span] = []
    for piece in pieces:
        if any(char.isdigit() for char in piece.of(page.text)):
            break
        named.append(piece)
    if not named and len(pieces) > 1 and _kind_of(pieces[0].of(page.text)) == "idno":
        named = [pieces[0]]
    return page.state(Span(named[0].start, named[-1].end)) if named else None


def _identifiers(
    page: Page, pieces: Sequence[Span], archive: Archive | None
) -> Iterator[tuple[str, Statement]]:
    """Give the parts by level; a fonds that is no number is the collection alone."""
    told = (
        {p: level for level, p in levels_of(page, archive, pieces)} if archive else {}
    )
    for piece in pieces:
        inner = [(span, level) for span, level in told.items() if span in piece]
        for span, level in inner:
            if level != "fonds" or any(c.isdigit() for c in span.of(page.text)):
                yield level, page.state(span)
        if inner:
            continue
        said = piece.of(page.text)
        if any(char.isdigit() for char in said):
            yield _kind_of(said), page.state(piece)


def _kind_of(said: str) -> str:
    if YEAR.fullmatch(said):
        return "year"
    return _designation(said) or "idno"


def _designation(said: str) -> str | None:
    match = DESIGNATION.match(said)
    return _designators().get(match["word"].casefold()) if match else None


@cache
def _designators() -> dict[str, str]:
    """Give what each designator numbers; English, as archives describe, goes first."""
    tags = ("en", *(tag for tag in languages() if tag != "en"))
    found: dict[str, str] = {}
    for tag in tags:
        for kind, forms in words(tag, TABLE).items():
            for form in forms:
                found.setdefault(form, kind)
    return found
