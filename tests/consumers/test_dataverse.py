"""What pyDataverse makes of our datasets: it reads them and would send the same."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pytest

from tei_encoder.export.dataverse_languages import dataverse_language
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Hold = Callable[..., Holding]
#: whatever JSON holds
Value: TypeAlias = Any

models = pytest.importorskip(
    "pyDataverse.models", reason="the PyPI package pyDataverse is not installed"
)
#: what shows each kind of field that the seed does not have
ADDED = b"""<textClass><keywords scheme="LCSH"><term>Diplomacy</term></keywords>"""


def by_name(data: bytes | str, block: str = "citation") -> dict[str, Value]:
    """Give the fields of a block by name."""
    fields = json.loads(data)["datasetVersion"]["metadataBlocks"][block]["fields"]
    return {field["typeName"]: field for field in fields}


def test_library_reads_and_writes_the_same(
    hold: Hold, make: Make, seed_tei: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each field has the name, class and number that the library gives it too."""
    seed = seed_tei.replace(b"<textClass>", ADDED)
    data = make("dataverse", hold(seed))["record/dataset.json"]
    dataset = models.Dataset()
    dataset.from_json(data.decode(), validate=False)
    assert "" == capsys.readouterr().out
    again = dataset.json()

    for block in ("citation", "geospatial"):
        assert by_name(data, block) == by_name(again, block)
    assert dataset.validate_json()


@pytest.mark.parametrize(
    "name", ["title", "author", "datasetContact", "dsDescription", "subject"]
)
def test_library_insists(hold: Hold, make: Make, seed_tei: bytes, name: str) -> None:
    """Without any one of the mandatory fields, the library refuses the dataset."""
    data = json.loads(make("dataverse", hold(seed_tei))["record/dataset.json"])
    citation = data["datasetVersion"]["metadataBlocks"]["citation"]
    left = [field for field in citation["fields"] if field["typeName"] != name]
    assert len(left) == len(citation["fields"]) - 1
    citation["fields"] = left
    dataset = models.Dataset()
    dataset.from_json(json.dumps(data), validate=False)

    assert not dataset.validate_json()


def test_fields_of_the_seed(hold: Hold, make: Make, seed_tei: bytes) -> None:
    """Each fact stands where the crosswalk says."""
    data = make("dataverse", hold(seed_tei))["record/dataset.json"]
    fields = by_name(data)
    types = {
        c["contributorName"]["value"]: c["contributorType"]["value"]
        for c in fields["contributor"]["value"]
    }

    assert ["English"] == fields["language"]["value"]
    assert ["Arts and Humanities"] == fields["subject"]["value"]
    assert "Haxhi Kroi" == fields["author"]["value"][0]["authorName"]["value"]
    assert "Related Person" == types["Enver Hoxha"]
    period = fields["timePeriodCovered"]["value"][0]
    assert "1966-09-07" == period["timePeriodCoveredStart"]["value"]
    assert "1969-01-21" == fields["productionDate"]["value"]
    assert "2024-05-01" == fields["distributionDate"]["value"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en-GB", "English"),
        ("sqi", "Albanian"),
        ("es", "Spanish, Castilian"),
        ("zh-Hant", "Chinese"),
        ("grc", None),
        (None, None),
    ],
)
def test_languages(tag: str | None, name: str | None) -> None:
    """A tag has the English name that Dataverse's list has, or none."""
    assert name == dataverse_language(tag)
