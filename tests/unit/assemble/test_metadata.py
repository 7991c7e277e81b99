"""Metadata beside the page: they fill its gaps and win over what it says."""

from collections.abc import Callable

import pytest

from tei_encoder.model.description import Origin, Statement
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.metadata import Metadata, ResponsibilityGiven
from tei_encoder.model.record import Passage, Record
from tei_encoder.model.source import Span

Maker = Callable[..., tuple[Record, tuple[Diagnostic, ...], str]]
TURN = ("turn", "Teng: Welcome.", "Teng")


def said(statement: Statement | None) -> str | None:
    """Give the words of a statement."""
    return statement.text if statement else None


def test_metadata_fill_the_gaps_of_the_page(make: Maker) -> None:
    """What the page does not say is taken from the metadata, without a finding."""
    given = Metadata(
        place="Tirana",
        repository="AQSH",
        responsibilities=(ResponsibilityGiven("trl", "Ann Lee"),),
    )
    record, findings, _ = make(("date", "September 7, 1966"), TURN, metadata=given)
    found = record.description
    assert ("Tirana", "AQSH") == (said(found.place), said(found.repository))
    assert found.place is not None
    assert (Origin.METADATA, None) == (found.place.origin, found.place.span)
    assert ["Ann Lee"] == [r.name.text for r in found.responsibilities]
    assert not [f for f in findings if f.rule.code == "AS303"]


CITED = "Central State Archive, Fund Harbours, f. 89, D4."
CONFLICTS = {
    "title": (("title", "Meeting of Two"), "Meeting of Two"),
    "date": (("date", "September 7, 1966"), "September 7, 1966"),
    "place": (("place", "Beijing"), "Beijing"),
    "genre": (("other", "Letter", "record-type"), "Letter"),
    "repository": (("source", CITED, "citation"), "Central State Archive"),
    "collection": (("source", CITED, "citation"), "Fund Harbours"),
    "reference_code": (("source", CITED, "citation"), "Fund Harbours, f. 89, D4"),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_metadata_win_over_the_page(name: str, make: Maker) -> None:
    """The value is theirs; it points to the words of the page, and a warning has both.

    The words of the page belong to a part, to the citation or to what is set aside.
    """
    line, printed = CONFLICTS[name]
    told = "1966-09-08" if name == "date" else "Another"
    record, findings, text = make(line, TURN, metadata=Metadata(**{name: told}))
    value = getattr(record.description, name)
    at = text.index(printed)
    assert (told, Origin.METADATA) == (value.text, value.origin)
    assert Span(at, at + len(printed)) == value.span
    (conflict,) = [f for f in findings if f.rule.code == "AS303"]
    assert printed in conflict.message
    assert told in conflict.message
    citation = record.description.citation
    owners = [
        *(s for p in record.parts if isinstance(p, Passage) for s in p.spans),
        *(aside.span for aside in record.set_aside),
        *([citation.verbatim.span] if citation else []),
    ]
    assert 1 == sum(value.span in owner for owner in owners if owner)


@pytest.mark.parametrize(
    ("line", "given"),
    [
        (("title", "Meeting  of TWO"), Metadata(title="meeting of two")),
        (("date", "September 7, 1966"), Metadata(date="1966-09-07/1966-09-07")),
        (("date", "September 7, 1966"), Metadata(date="1966-09-07?")),
        (("date", "September 1966"), Metadata(date="1966-09-XX")),
        (("place", "BEIJING"), Metadata(place="Beijing")),
    ],
)
def test_equal_values_are_no_conflict(
    line: tuple[str, ...], given: Metadata, make: Maker
) -> None:
    """Case, spaces and ways to write a date make no difference."""
    record, findings, _ = make(line, TURN, metadata=given)
    found = record.description
    value = found.title or found.date or found.place
    assert value is not None
    assert Origin.SOURCE is value.origin
    assert not [f for f in findings if f.rule.code == "AS303"]


def test_metadata_normalize_a_date_that_the_words_leave_open(make: Maker) -> None:
    """`7/9/66` keeps its words and takes its W3C form from the metadata."""
    record, findings, _ = make(
        ("date", "7/9/66"), TURN, metadata=Metadata(date="1966-09-07")
    )
    dated = record.description.date
    assert dated is not None
    assert ("7/9/66", "1966-09-07") == (dated.text, dated.when)
    assert Origin.METADATA is dated.origin
    assert "AS303" not in {finding.rule.code for finding in findings}
