"""Target `omeka-csv`: a table for the module CSV Import of Omeka S.

Headings are terms that the module maps by itself; `|` parts several values of a cell.
The module reads with PHP's `fgetcsv`, whose escape character is the backslash: what
follows one is taken as it stands, the quotation mark that ends a cell too.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from tei_encoder.export.agents import contributors, creators
from tei_encoder.export.dates import closed, shown
from tei_encoder.export.dublin_core import TEXT
from tei_encoder.export.rules import SEPARATOR_IN_VALUE, SOURCE
from tei_encoder.model.catalogue import MEDIA_TYPE, CatalogueEntry, Original
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Row, Table

SEPARATOR: Final = "|"
#: stands for the separator within a value
_STAND_IN: Final = "\u00a6"
_CONFORMS: Final = "http://www.tei-c.org/ns/1.0 TEI P5"
MEDIA: Final = "media_url"
COLUMNS: Final = (
    *(
        f"dcterms:{name}"
        for name in (
            "identifier",
            "title",
            "alternative",
            "creator",
            "contributor",
            "date",
            "temporal",
            "issued",
            "modified",
            "publisher",
            "source",
            "bibliographicCitation",
            "isPartOf",
            "provenance",
            "language",
            "abstract",
            "type",
            "subject",
            "spatial",
            "rights",
            "license",
            "accessRights",
            "extent",
            "format",
            "conformsTo",
            "hasFormat",
        )
    ),
    MEDIA,
)


def omeka_rows(holding: Holding, settings: ExportSettings) -> Outcome[tuple[Row, ...]]:
    """Give the row of a record; cells that would be empty have no key."""
    found: list[Diagnostic] = []
    row: dict[str, str] = {}
    pairs = [(f"dcterms:{name}", value) for name, value in _pairs(holding.entry)]
    if settings.given.base:
        pairs.append((MEDIA, f"{settings.given.base.rstrip('/')}/{holding.file_name}"))
    for name in dict.fromkeys(name for name, _ in pairs):
        values = dict.fromkeys(v.strip() for n, v in pairs if n == name and v)
        cell = SEPARATOR.join(_safe(value, name, found) for value in values if value)
        if cell:
            row[name] = cell
    return Outcome((row,), tuple(found))


def write_php_csv(
    rows: Iterable[Row], columns: tuple[str, ...], stream: BinaryIO
) -> None:
    """Write cells so that PHP's `fgetcsv` reads them as they are."""
    stream.write(_line(columns))
    stream.writelines(_line(str(row.get(name, "")) for name in columns) for row in rows)


def _line(cells: Iterable[str]) -> bytes:
    return (",".join(map(php_cell, cells)) + "\r\n").encode()


def php_cell(value: str) -> str:
    """Quote a cell for `fgetcsv` with its escape character, the backslash.

    A quotation mark is doubled, unless a backslash before it keeps it. A cell that
    would end in such a backslash gets a space, which the module trims.
    """
    quoted, escaped = "", False
    for char in value:
        quoted += '""' if char == '"' and not escaped else char
        escaped = char == "\\" and not escaped
    return f'"{quoted} "' if escaped else f'"{quoted}"' if quoted else ""


def _safe(value: str, name: str, found: list[Diagnostic]) -> str:
    if SEPARATOR not in value:
        return value
    message = f"{name} holds {SEPARATOR!r}: {value!r}"
    found.append(Diagnostic(SEPARATOR_IN_VALUE, message, source=SOURCE))
    return value.replace(SEPARATOR, _STAND_IN)


def _pairs(entry: CatalogueEntry) -> Iterator[tuple[str, str | None]]:
    publication = entry.publication
    yield "identifier", entry.id
    yield from (("identifier", number.value) for number in entry.identifiers)
    yield "title", entry.title
    yield from (("alternative", title.text) for title in entry.alternative_titles)
    yield from (("creator", agent.name) for agent in creators(entry))
    yield from (("contributor", agent.name) for agent in contributors(entry))
    yield from (("contributor", name) for name in entry.funders)
    yield "date", shown(entry.date)
    yield "temporal", closed(entry.date)
    yield "issued", shown(publication.date)
    yield from (("modified", shown(date)) for _, date in entry.other_dates)
    yield "publisher", publication.publisher
    yield from _original(entry.original)
    yield "isPartOf", entry.series
    yield "language", entry.language
    yield "language", entry.original.language
    yield from (("abstract", text) for text in entry.abstract)
    yield "type", entry.genre.text if entry.genre else TEXT
    yield from (("subject", term.text) for term in entry.subjects)
    yield from (("spatial", place.text) for place in entry.places)
    yield from (("rights", text) for text in publication.terms)
    yield from (("rights", text) for text in entry.original.rights)
    yield "license", _licence(publication.licence_uri, publication.licence)
    yield "extent", entry.extent
    yield "format", MEDIA_TYPE
    yield "conformsTo", _CONFORMS
    yield from (("hasFormat", address) for address in entry.facsimiles)


def _original(original: Original) -> Iterator[tuple[str, str | None]]:
    yield "source", original.repository
    yield "source", original.reference_code
    yield "bibliographicCitation", original.citation
    yield "isPartOf", original.collection
    yield from (("provenance", text) for text in original.custodial_history)
    yield "accessRights", original.conditions_of_access


def _licence(uri: str | None, words: str | None) -> str | None:
    """Give an address with its label, as the module reads a value that is a URI."""
    if uri and words and words != uri:
        return f"{uri} {words}"
    return uri or words


#: one file for all records
TABLE: Final = Table("omeka.csv", COLUMNS, omeka_rows, write_php_csv)
