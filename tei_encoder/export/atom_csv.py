"""Target `atom-csv`: archival descriptions for AtoM's CSV import (ISAD template).

AtoM reads with PHP's `fgetcsv`, as Omeka does. Cells of several values are parted by
`|`; the columns of events have equally many, `NULL` where one has nothing.
Source: AtoM's documentation of CSV import, and its validators.
"""

from collections.abc import Iterator
from typing import Final

from tei_encoder.export.agents import contributors, relator
from tei_encoder.export.atom_events import EVENT_COLUMNS, events
from tei_encoder.export.dates import shown
from tei_encoder.export.languages import short_language
from tei_encoder.export.omeka_csv import write_php_csv
from tei_encoder.export.scripts import UNDETERMINED, script_of
from tei_encoder.export.separated import separated
from tei_encoder.model.catalogue import Agent, CatalogueEntry, Identifier
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Row, Table

_LABELS: Final = "alternativeIdentifierLabels"
COLUMNS: Final = (
    "legacyId",
    "qubitParentSlug",
    "identifier",
    "title",
    "levelOfDescription",
    "extentAndMedium",
    "repository",
    "archivalHistory",
    "acquisition",
    "scopeAndContent",
    "accessConditions",
    "reproductionConditions",
    "language",
    "script",
    "languageNote",
    "locationOfOriginals",
    "digitalObjectURI",
    "subjectAccessPoints",
    "placeAccessPoints",
    "nameAccessPoints",
    "genreAccessPoints",
    "institutionIdentifier",
    "rules",
    "revisionHistory",
    "archivistNote",
    "alternativeIdentifiers",
    _LABELS,
    *EVENT_COLUMNS,
    "culture",
)
#: columns whose cells AtoM cuts at `|`
_SEVERAL: Final = frozenset(
    {
        "language",
        "script",
        "subjectAccessPoints",
        "placeAccessPoints",
        "nameAccessPoints",
        "genreAccessPoints",
        "archivistNote",
        "alternativeIdentifiers",
        _LABELS,
        *EVENT_COLUMNS,
    }
)
_Pair = tuple[str, str | None]


def atom_rows(holding: Holding, settings: ExportSettings) -> Outcome[tuple[Row, ...]]:
    """Give the row of a record; cells that would be empty have no key."""
    found: list[Diagnostic] = []
    pairs = [(n, v) for n, v in _pairs(holding, settings) if v and v.strip()]
    row: dict[str, str] = {}
    for name in dict.fromkeys(name for name, _ in pairs):
        values = [value for n, value in pairs if n == name]
        if name in _SEVERAL:
            row[name] = separated(values, name, found)
        else:
            row[name] = "\n".join(dict.fromkeys(values))
    return Outcome((row,), tuple(found))


def _pairs(holding: Holding, settings: ExportSettings) -> Iterator[_Pair]:
    entry, given = holding.entry, settings.given
    language = short_language(entry.language)
    yield "legacyId", entry.id
    yield "qubitParentSlug", given.collection
    yield "identifier", entry.original.reference_code or entry.id
    yield "title", entry.title
    yield "levelOfDescription", _capital(given.level)
    extent = given.extent or entry.original.extent or entry.extent
    yield "extentAndMedium", extent
    yield from (("scopeAndContent", text) for text in entry.abstract)
    yield "language", language
    yield "script", _script(entry)
    if given.base:
        yield "digitalObjectURI", f"{given.base.rstrip('/')}/{holding.file_name}"
    yield "institutionIdentifier", entry.publication.publisher
    yield from (("rules", text) for text in entry.project)
    yield from (("revisionHistory", text) for text in entry.revisions)
    yield from _original(entry)
    yield from _conditions(entry)
    yield from _access_points(entry)
    yield from _numbers(entry)
    yield from events(entry)
    yield "culture", language


def _original(entry: CatalogueEntry) -> Iterator[_Pair]:
    original = entry.original
    yield "repository", original.repository
    yield from (("archivalHistory", text) for text in original.custodial_history)
    dates = ((role, shown(date)) for role, date in entry.other_dates)
    yield from (("archivalHistory", f"{role}: {date}") for role, date in dates)
    yield from (("acquisition", text) for text in original.acquisition)
    yield from (("acquisition", t) for t in entry.funding_notes or entry.funders)
    yield "languageNote", original.language
    yield "locationOfOriginals", original.citation


def _conditions(entry: CatalogueEntry) -> Iterator[_Pair]:
    publication, original = entry.publication, entry.original
    yield "accessConditions", original.conditions_of_access or publication.status
    terms = (*publication.terms, *original.rights, publication.licence)
    yield from (("reproductionConditions", text) for text in terms)
    yield "reproductionConditions", publication.licence_uri


def _access_points(entry: CatalogueEntry) -> Iterator[_Pair]:
    yield from (("subjectAccessPoints", term.text) for term in entry.subjects)
    yield from (("placeAccessPoints", place.text) for place in entry.places)
    yield from (("nameAccessPoints", a.name) for a in contributors(entry))
    yield "genreAccessPoints", entry.genre.text if entry.genre else None
    yield from (("archivistNote", _note(a)) for a in entry.responsibilities)


def _numbers(entry: CatalogueEntry) -> Iterator[_Pair]:
    """Give the other numbers, each with its label: as many of these as of those."""
    own, original = entry.identifiers, entry.original.identifiers
    numbers = (number for number in (*own, *original) if number.value != entry.id)
    for number in dict.fromkeys(numbers):
        yield "alternativeIdentifiers", number.value
        yield _LABELS, _label(number)


def _label(number: Identifier) -> str:
    return number.type.strip() or "identifier"


def _note(agent: Agent) -> str:
    return f"{agent.name} ({agent.role or relator(agent)})"


def _capital(level: str | None) -> str | None:
    """Give a level as AtoM's list of terms has it: `item` is `Item`."""
    return level[:1].upper() + level[1:] if level else None


def _script(entry: CatalogueEntry) -> str | None:
    script = script_of(entry.language, entry.title or "")
    return None if script == UNDETERMINED else script


#: one file for all records
TABLE: Final = Table("atom.csv", COLUMNS, atom_rows, write_php_csv)
