"""Target `islandora-csv`: a table for Islandora Workbench, and fields of its site.

Columns are fields of the Islandora Starter Site; `|` parts several values of a cell.
People are typed relations: `relators:spk:person:NAME`. The files lie beside the table
(`--to tei` makes them).
"""

from collections.abc import Iterator
from typing import Final

from tei_encoder.export.csv_file import write_csv
from tei_encoder.export.dates import closed, ends_of
from tei_encoder.export.islandora_agents import linked_agents
from tei_encoder.export.islandora_languages import langcode
from tei_encoder.export.rules import SHORTENED_TITLE, SOURCE
from tei_encoder.export.separated import separated
from tei_encoder.model.catalogue import CatalogueEntry, Dating
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Row, Table

#: fields of one value: there a `|` is only a character
_SINGLE: Final = ("id", "file", "title", "field_full_title", "field_model", "langcode")
COLUMNS: Final = (
    *_SINGLE,
    "field_resource_type",
    "field_member_of",
    "field_alt_title",
    "field_linked_agent",
    "field_edtf_date_created",
    "field_edtf_date_issued",
    "field_date_modified",
    "field_abstract",
    "field_note",
    "field_genre",
    "field_subject",
    "field_geographic_subject",
    "field_extent",
    "field_local_identifier",
    "field_identifier",
    "field_rights",
)
#: Islandora's word for a file that it only keeps
_MODEL: Final = "Binary"
_TEXT: Final = "Text"
#: the longest title that Drupal takes, in characters
_LONGEST: Final = 255
_CUT: Final = "\u2026"
_Pair = tuple[str, str | None]


def islandora_rows(
    holding: Holding, settings: ExportSettings
) -> Outcome[tuple[Row, ...]]:
    """Give the row of a record; cells that would be empty have no key."""
    found: list[Diagnostic] = []
    pairs = [(n, v) for n, v in _pairs(holding, settings, found) if v and v.strip()]
    row: dict[str, str] = {}
    for name in dict.fromkeys(name for name, _ in pairs):
        values = list(dict.fromkeys(value for n, value in pairs if n == name))
        single = name in _SINGLE
        row[name] = str(values[0]) if single else separated(values, name, found)
    return Outcome((row,), tuple(found))


def _pairs(
    holding: Holding, settings: ExportSettings, found: list[Diagnostic]
) -> Iterator[_Pair]:
    entry, original = holding.entry, holding.entry.original
    yield "id", holding.name
    yield "file", holding.file_name
    yield from _titles(entry, found)
    yield "field_model", _MODEL
    yield "langcode", langcode(entry.language)
    yield "field_resource_type", _TEXT
    yield "field_member_of", settings.given.collection
    yield from (("field_linked_agent", agent) for agent in linked_agents(entry))
    yield "field_edtf_date_created", _edtf(entry.date)
    yield "field_edtf_date_issued", _edtf(entry.publication.date)
    yield from (("field_date_modified", closed(d)) for _, d in entry.other_dates)
    yield from (("field_abstract", text) for text in entry.abstract)
    notes = (original.citation, *entry.funding_notes, *original.custodial_history)
    yield from (("field_note", note) for note in notes)
    yield "field_genre", entry.genre.text if entry.genre else None
    yield from (("field_subject", term.text) for term in entry.subjects)
    yield from (("field_geographic_subject", p.text) for p in entry.places)
    yield "field_extent", entry.extent
    yield "field_local_identifier", entry.id
    yield "field_local_identifier", original.reference_code
    yield from (("field_identifier", n.value) for n in entry.identifiers)
    yield from _rights(entry)


def _titles(entry: CatalogueEntry, found: list[Diagnostic]) -> Iterator[_Pair]:
    """Give the title; one that is too long is cut, and stands whole beside."""
    title = entry.title or ""
    if len(title) > _LONGEST:
        message = f"the title has {len(title)} characters, {_LONGEST} are taken"
        found.append(Diagnostic(SHORTENED_TITLE, message, source=SOURCE))
        yield "field_full_title", title
        title = title[: _LONGEST - len(_CUT)].rstrip() + _CUT
    yield "title", title
    yield from (("field_alt_title", t.text) for t in entry.alternative_titles)


def _edtf(date: Dating | None) -> str | None:
    """Give a date or interval of our era; EDTF takes open ones."""
    return date.when if date and any(ends_of(date)) else None


def _rights(entry: CatalogueEntry) -> Iterator[_Pair]:
    publication, original = entry.publication, entry.original
    terms = (*publication.terms, publication.licence, publication.licence_uri)
    held_back = (*original.rights, original.conditions_of_access)
    yield from (("field_rights", text) for text in (*terms, *held_back))


#: one file for all records
TABLE: Final = Table("islandora.csv", COLUMNS, islandora_rows, write_csv)
