"""A record of which everything is known, under the schemas of its consumers."""

import io
import json
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from tei_encoder.export import TARGETS, load
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
from tei_encoder.model.record import EntityKind
from tei_encoder.stages import ExportSettings, Table

Make = Callable[..., Mapping[str, bytes]]

ENTRY = CatalogueEntry(
    "full",
    title="A full record",
    identifiers=(
        Identifier("https://doi.org/10.1234/full", "DOI"),
        Identifier("https://example.org/full"),
        Identifier("N 7", "shelfmark"),
    ),
    alternative_titles=(Term("Un dossier"), Term("Ein Akt")),
    date=Dating("7 and 8 September 1966", "1966-09-07/1966-09-08"),
    other_dates=(
        ("typescript", Dating("1969", "1969")),
        ("colophon", Dating("spring of 1969")),
        ("decipherment", Dating("since 1970", "1970/..")),
    ),
    participants=(
        Agent("Example, Ann", "speaker", ("https://viaf.org/viaf/1", "local-1")),
        Agent("The delegation", "speaker", kind=EntityKind.GROUP),
        Agent("The Ministry", "host", kind=EntityKind.ORGANISATION),
        Agent("Voice", "unidentified"),
    ),
    authors=(Agent("Sample, Bo", "aut"), Agent("Office", "cre")),
    responsibilities=(
        Agent("Clerk", "stenographer"),
        Agent("Typist", "typist"),
        Agent("Tran Slator", "trl"),
        Agent("Ed Itor", "edt"),
    ),
    funders=("A Foundation", "A Trust"),
    funding_notes=("Made possible by a foundation",),
    publication=Publication(
        "An Archive",
        Dating("1 May 2024", "2024-05-01"),
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        ("Terms of the file",),
        status="free",
    ),
    original=Original(
        repository="State Archive",
        settlement="Town",
        country="Country",
        collection="Fonds 14",
        reference_code="F. 14, D. 4",
        identifiers=(Identifier("D. 4", "file"), Identifier("untyped")),
        citation="State Archive, F. 14, D. 4",
        language="ko",
        extent="12 leaves",
        custodial_history=("Kept by the office until 1991",),
        acquisition=("Given in 1992",),
        rights=("Terms of the source",),
        conditions_of_access="Open to readers",
    ),
    series="Talks",
    language="sq-AL",
    abstract=("What they spoke of.", "And of what else."),
    genre=Term("Minutes", "aat", "https://vocab.getty.edu/aat/300027440"),
    subjects=(
        Term("Diplomacy", "lcsh", "https://id.loc.gov/authorities/subjects/sh1"),
        Term("Trade"),
    ),
    places=(Term("Tirana", uri="https://www.geonames.org/3183875"),),
    extent="3 turns",
    project=("Encoded by rule.",),
    practice=("Nothing was normalized.",),
    revisions=("2024-05-02: corrected",),
    software=(("tei_encoder", "0.1.0"),),
    schema="conversation.rng",
    facsimiles=("https://example.org/1.png", "2.png"),
)
HOLDING = Holding("full", b"<TEI/>", ENTRY, NotImplemented)


@pytest.fixture
def files(make: Make) -> Callable[[str], dict[str, bytes]]:
    """Make the files of a target but the TEI itself, by their last names."""

    def made(target: str) -> dict[str, bytes]:
        return {
            path.rsplit("/", 1)[-1]: data
            for path, data in make(target, HOLDING).items()
            if data != HOLDING.data
        }

    return made


@pytest.mark.parametrize("target", ["mods", "mets", "ead"])
def test_xml_is_valid(
    target: str,
    files: Callable[[str], dict[str, bytes]],
    request: pytest.FixtureRequest,
) -> None:
    """The XML is valid under the schema of its target."""
    schema: etree.XMLSchema = request.getfixturevalue(f"{target}_schema")
    (data,) = files(target).values()

    schema.assertValid(etree.fromstring(data))


def test_mods_holds_everything(files: Callable[[str], dict[str, bytes]]) -> None:
    """An interval has both its ends, one key date, and an unlisted voice no name."""
    (data,) = files("mods").values()
    root = etree.fromstring(data)
    dates = [
        (e.get("point"), e.get("keyDate"), e.text) for e in root.iter("{*}dateCreated")
    ]
    names = [e.text for e in root.iter("{*}namePart")]

    assert [("start", "yes", "1966-09-07"), ("end", None, "1966-09-08")] == dates
    assert "Voice" not in names
    assert ["Sample, Bo", "Office", "Clerk"] == names[:3]
    assert ["alb", "kor"] == [e.text for e in root.iter("{*}languageTerm")]


def test_datacite_is_valid(files: Callable[[str], dict[str, bytes]]) -> None:
    """DataCite's schema accepts all fields at once."""
    package = pytest.importorskip("datacite.schema45")
    record = json.loads(files("datacite")["full.json"])

    package.validator.validate(record)
    assert "10.1234/full" == record["doi"]
    assert 4 <= len(record["alternateIdentifiers"])


def test_invenio_takes_it(
    files: Callable[[str], dict[str, bytes]],
    invenio: Callable[..., list[tuple[str, object]]],
) -> None:
    """InvenioRDM's schema takes all fields at once."""
    draft = json.loads(files("invenio")["record.json"])
    ((status, found),) = invenio(draft["metadata"])

    assert "taken" == status, found


def test_dataverse_is_read(
    files: Callable[[str], dict[str, bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    """The library pyDataverse knows every field and gives the same back."""
    models = pytest.importorskip("pyDataverse.models")
    data = files("dataverse")["dataset.json"].decode()
    dataset = models.Dataset()
    dataset.from_json(data)
    again = json.loads(dataset.json())["datasetVersion"]["metadataBlocks"]

    assert "" == capsys.readouterr().out
    for name, block in json.loads(data)["datasetVersion"]["metadataBlocks"].items():
        fields, others = (
            {field["typeName"]: field for field in found["fields"]}
            for found in (block, again[name])
        )
        assert fields == others


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_goes_lost_in_tables(target: str, settings: ExportSettings) -> None:
    """Every cell of a row has its column, and is written under it."""
    table = load(target)
    if not isinstance(table, Table) or table.file_name.startswith("utterances"):
        return
    rows = table.rows(HOLDING, settings).value
    stream = io.BytesIO()
    table.write(rows, table.columns, stream)
    text = stream.getvalue().decode()

    assert all(set(row) <= set(table.columns) for row in rows)
    assert all(str(cell) in text for row in rows for cell in row.values())
