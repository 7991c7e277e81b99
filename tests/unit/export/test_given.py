"""What people know joins what a header says."""

import pytest

from tei_encoder.export.given import completed
from tei_encoder.model.catalogue import Agent, CatalogueEntry, Dating, Publication, Term
from tei_encoder.model.metadata import (
    Metadata,
    PublicationGiven,
    ResponsibilityGiven,
    TargetGiven,
)

GIVEN = Metadata(
    title="Given",
    date="1966-09",
    genre="Minutes",
    place="Tirana",
    repository="R",
    publication=PublicationGiven("P", "2024", "https://l/"),
    target=TargetGiven(abstract="A"),
    responsibilities=(ResponsibilityGiven("trl", "T"),),
)


def test_gaps_are_filled() -> None:
    """Each field that the header leaves empty is taken from the metadata."""
    found = completed(CatalogueEntry("r"), GIVEN)

    assert ("r", "Given") == (found.id, found.title)
    assert Dating("1966-09", "1966-09") == found.date
    assert (Term("Minutes"), (Term("Tirana"),)) == (found.genre, found.places)
    assert ("A",) == found.abstract
    assert "R" == found.original.repository
    assert ("P", "https://l/") == (
        found.publication.publisher,
        found.publication.licence_uri,
    )
    assert ["T"] == [agent.name for agent in found.responsibilities]


def test_what_is_said_stands() -> None:
    """Nothing that the header says is replaced; a date in words gets its form."""
    said = CatalogueEntry(
        "r",
        title="Said",
        date=Dating("early autumn"),
        genre=Term("Memo"),
        publication=Publication(publisher="Q"),
    )
    found = completed(said, GIVEN)

    assert ("Said", "Memo", "Q") == (
        found.title,
        found.genre and found.genre.text,
        found.publication.publisher,
    )
    assert Dating("early autumn", "1966-09") == found.date
    assert completed(said, Metadata()) == said


def test_responsibilities_join() -> None:
    """Who did what the header tells of nobody is added; a role it tells of stands."""
    said = CatalogueEntry("r", responsibilities=(Agent("E", "edt"), Agent("U", "trl")))
    given = Metadata(
        responsibilities=(
            ResponsibilityGiven("trl", "T"),
            ResponsibilityGiven("trc", "C"),
        )
    )

    assert [("E", "edt"), ("U", "trl"), ("C", "trc")] == [
        (agent.name, agent.role) for agent in completed(said, given).responsibilities
    ]


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("1966", "1966"),
        ("1966/1967-01", "1966/1967-01"),
        ("1966/", "1966/.."),
        ("../1966", "../1966"),
        ("1966?", None),
        ("196X", None),
        ("1966-21", None),
    ],
)
def test_uncertain_dates_have_no_form(date: str, when: str | None) -> None:
    """EDTF that is uncertain is shown, and no date is made of it."""
    found = completed(CatalogueEntry("r"), Metadata(date=date)).date

    assert Dating(date, when) == found
