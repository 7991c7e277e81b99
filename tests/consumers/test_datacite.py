"""What DataCite's own schema, in the PyPI package datacite, says of our metadata."""

import json
from collections.abc import Callable, Mapping

import pytest
from lxml import etree

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
NAMES = {"d": "http://datacite.org/schema/kernel-4"}

datacite = pytest.importorskip(
    "datacite.schema45", reason="the PyPI package datacite is not installed"
)
#: what shows each kind of field that the seed does not have
ADDED = (
    b"<idno type='DOI'>https://doi.org/10.1234/x-1</idno>"
    b"<idno type='url'>https://example.org/r</idno></publicationStmt>"
)


def test_schema_accepts_the_seed(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """The metadata of the seed are valid, with a DOI and an address too."""
    for seed in (seed_tei, seed_tei.replace(b"</publicationStmt>", ADDED)):
        (data,) = make("datacite", hold(seed)).values()
        datacite.validator.validate(json.loads(data))


def test_schema_can_refuse(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """A contributor type that the list lacks is refused: `Translator` is one."""
    (data,) = make("datacite", hold(seed_tei)).values()
    wrong = json.loads(data.replace(b'"RelatedPerson"', b'"Translator"'))

    assert not datacite.validate(wrong)


def test_xml_of_the_package(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """The package makes DataCite XML of it, with each fact in its element."""
    seed = seed_tei.replace(b"</publicationStmt>", ADDED)
    (data,) = make("datacite", hold(seed)).values()
    record = json.loads(data)
    root = etree.fromstring(datacite.tostring(record).encode())
    types = {
        e.findtext("d:contributorName", "", NAMES): e.get("contributorType")
        for e in root.iterfind(".//d:contributor", NAMES)
    }

    assert "10.1234/x-1" == record["doi"]
    assert "https://example.org/r" == record["url"]
    assert ["Haxhi Kroi"] == [e.text for e in root.iterfind(".//d:creatorName", NAMES)]
    assert "2024" == root.findtext("d:publicationYear", None, NAMES)
    assert "1966-09-07" == root.findtext(".//d:date[@dateType='Created']", None, NAMES)
    assert "RelatedPerson" == types["Enver Hoxha"]
    assert "Other" == types["Enkel Daljani"]
    assert "HostingInstitution" == types["AQPPSH"]


def test_no_known_maker(hold: Callable[[bytes], Holding], make: Make) -> None:
    """Where nobody is known to have made the record, DataCite's own word stands."""
    silent = (
        b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>"
        b"<fileDesc><titleStmt>"
        b"<title>T</title></titleStmt></fileDesc></teiHeader></TEI>"
    )
    (data,) = make("datacite", hold(silent)).values()
    record = json.loads(data)

    assert [{"name": "(:unav)"}] == record["creators"]
    assert datacite.validate(record)
