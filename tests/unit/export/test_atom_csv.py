"""Rows for AtoM: events, pipes and codes as its validators want them."""

from dataclasses import replace

from tei_encoder.export.atom_csv import COLUMNS, atom_rows
from tei_encoder.model.catalogue import (
    Agent,
    CatalogueEntry,
    Dating,
    Identifier,
    Original,
    Publication,
    Term,
)
from tei_encoder.model.holding import Holding
from tei_encoder.model.metadata import TargetGiven
from tei_encoder.stages import ExportSettings, Row

ENTRY = CatalogueEntry(
    "r",
    title="A | talk",
    date=Dating("autumn", "1966-09-07/1966-10"),
    authors=(Agent("A", "aut"), Agent("B", "aut"), Agent("C", "aut")),
    language="sqi-AL",
)


def row(entry: CatalogueEntry, given: TargetGiven | None = None) -> Row:
    """Give the row of an entry."""
    holding = Holding("r", b"", entry, NotImplemented)
    (made,) = atom_rows(holding, ExportSettings(given or TargetGiven())).value
    return made


def test_events_are_equally_many() -> None:
    """Each maker has an event; the first has the date, the others say NULL."""
    made = row(ENTRY)

    assert "Creation|Creation|Creation" == made["eventTypes"]
    assert "1966-09-07/1966-10|NULL|NULL" == made["eventDates"]
    assert "1966-09-07|NULL|NULL" == made["eventStartDates"]
    assert "1966-10|NULL|NULL" == made["eventEndDates"]
    assert "A|B|C" == made["eventActors"]


def test_no_events() -> None:
    """Without date and makers there are no events; with a date in words, one."""
    silent = replace(ENTRY, date=None, authors=())
    worded = replace(silent, date=Dating("autumn"))

    assert [] == [name for name in row(silent) if name.startswith("event")]
    assert {"eventTypes": "Creation", "eventDates": "autumn"} == {
        name: cell for name, cell in row(worded).items() if name.startswith("event")
    }


def test_codes() -> None:
    """Language and culture are short codes, the level is a term of AtoM's."""
    made = row(ENTRY, TargetGiven(level="item", base="https://x/y/", collection="f"))

    assert ("sq", "sq", "Latn") == (made["language"], made["culture"], made["script"])
    assert "Item" == made["levelOfDescription"]
    assert "https://x/y/r.xml" == made["digitalObjectURI"]
    assert "f" == made["qubitParentSlug"]


def test_pipes_in_values() -> None:
    """A pipe stays in a cell of one value, and is told of in a cell of several."""
    entry = replace(ENTRY, subjects=(Term("x|y"), Term("z")))
    holding = Holding("r", b"", entry, NotImplemented)
    outcome = atom_rows(holding, ExportSettings())

    assert "A | talk" == outcome.value[0]["title"]
    assert "x¦y|z" == outcome.value[0]["subjectAccessPoints"]
    assert ["EX703"] == [found.rule.code for found in outcome.diagnostics]


def test_every_column_is_listed() -> None:
    """No cell goes lost for want of a column; labels and numbers are equally many."""
    full = replace(
        ENTRY,
        identifiers=(Identifier("10.1/x", "doi"), Identifier("7")),
        other_dates=(("typescript", Dating("1969", "1969")),),
        original=Original(
            repository="R",
            citation="C",
            language="ko",
            custodial_history=("h",),
            acquisition=("q",),
            identifiers=(Identifier("D4", "file"),),
        ),
        publication=Publication("P", licence_uri="https://l/", status="free"),
        responsibilities=(Agent("E", "edt"),),
        genre=Term("Minutes"),
        places=(Term("Tirana"),),
    )
    made = row(full)

    assert set(made) <= set(COLUMNS)
    assert "10.1/x|7|D4" == made["alternativeIdentifiers"]
    assert "doi|identifier|file" == made["alternativeIdentifierLabels"]
    assert "h\ntypescript: 1969" == made["archivalHistory"]
    assert "E (edt)" == made["archivistNote"]
