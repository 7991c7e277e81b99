"""Names for InvenioRDM, which insists on a family name."""

import pytest

from tei_encoder.export.invenio import metadata
from tei_encoder.export.invenio_agents import creators
from tei_encoder.model.catalogue import Agent, CatalogueEntry
from tei_encoder.model.record import EntityKind


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Example, Ann", {"family_name": "Example", "given_name": "Ann"}),
        ("Ann Example", {"family_name": "Ann Example"}),
        ("Example,", {"family_name": "Example"}),
        (", Ann", {"family_name": ", Ann"}),
    ],
)
def test_names_are_cut_at_a_comma_alone(name: str, parts: dict[str, str]) -> None:
    """A person's name has parts where a comma tells them apart."""
    entry = CatalogueEntry("r", authors=(Agent(name, "aut"),))

    assert [{"person_or_org": {"type": "personal", **parts}}] == creators(entry)


def test_organisations() -> None:
    """An organisation has one name, comma or not."""
    agent = Agent("Ministry, Foreign", "aut", kind=EntityKind.ORGANISATION)

    assert [
        {"person_or_org": {"type": "organizational", "name": "Ministry, Foreign"}}
    ] == creators(CatalogueEntry("r", authors=(agent,)))


def test_descriptions_are_html() -> None:
    """What looks like markup is escaped; what is too short for InvenioRDM is left."""
    about = metadata(CatalogueEntry("r", abstract=("a < b & c", "x")))

    assert "<p>a &lt; b &amp; c</p>" == about["description"]
