"""EDTF level 1: which dates archives may write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.metadata.edtf import problem


@given(st.dates())
def test_every_calendar_day_is_a_date(day: object) -> None:
    """Any day of the calendar in ISO form is EDTF level 0."""
    assert problem(str(day)) is None


@pytest.mark.parametrize(
    "text",
    [
        "1966", "1966-09", "1966?", "1966-09~", "1966-09-07%", "196X", "19XX",
        "1966-XX", "1966-09-XX", "1966-XX-XX", "1966-21", "-0043", "Y-17000",
        "1966-09-07T12:00:00", "1966-09-07T12:00:00Z", "1966-09-07T12:00:00+02:00",
        "1966-09/1966-10", "1966-09-07/..", "../1966", "1966/", "/1966", "2000-02-29",
    ],
)  # fmt: skip
def test_level_0_and_1_are_accepted(text: str) -> None:
    """The forms of the specification's levels 0 and 1 are right."""
    assert problem(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("7/9/66", "not a date"),
        ("7 September 1966", "not a date"),
        ("", "not a date"),
        ("1966-9-7", "not a date"),
        ("1966-13", "no month 13"),
        ("1966-02-30", "no day 30 in 1966-02"),
        ("1900-02-29", "no day 29"),
        ("1966-XX-07", "a day needs a month"),
        ("1966-09-07T25:00:00", "not a date"),
        ("../..", "at least one date"),
        ("1966/1965", "backwards"),
        ("1966-09-07/1966-08", "backwards"),
        ("1966/1967/1968", "not a date"),
        ("١٩٦٦", "not a date"),
    ],
)
def test_other_forms_are_explained(text: str, message: str) -> None:
    """What is no EDTF date is told in words."""
    assert message in str(problem(text))


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    """No text makes the check fail."""
    assert problem(text) is None or problem(text)
