"""Dates of EDTF level 1 as attributes of TEI: what is told, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.encode.attributes import is_temporal
from tei_encoder.encode.dating import certainty_of, dating

DATES = [
    ("1966-09-07", {"when": "1966-09-07"}),
    ("1966-09", {"when": "1966-09"}),
    ("1966", {"when": "1966"}),
    ("1966~", {"when": "1966"}),
    ("1966-09-07?", {"when": "1966-09-07"}),
    ("1966-21", {"when": "1966"}),
    ("1966-24~", {"when": "1966"}),
    ("1966-09-XX", {"notBefore": "1966-09-01", "notAfter": "1966-09-30"}),
    ("1968-02-XX", {"notBefore": "1968-02-01", "notAfter": "1968-02-29"}),
    ("1966-XX", {"notBefore": "1966-01", "notAfter": "1966-12"}),
    ("1966-XX-XX", {"notBefore": "1966-01-01", "notAfter": "1966-12-31"}),
    ("196X", {"notBefore": "1960", "notAfter": "1969"}),
    ("19XX?", {"notBefore": "1900", "notAfter": "1999"}),
    ("1966-09/1966-10", {"from": "1966-09", "to": "1966-10"}),
    ("1966-09-07/..", {"from": "1966-09-07"}),
    ("1966-09-07/", {"from": "1966-09-07"}),
    ("../1966", {"to": "1966"}),
    ("/1966", {"to": "1966"}),
    ("1966~/1967-XX", {"from": "1966", "to": "1967"}),
    ("1966-21/1967-22", {"from": "1966", "to": "1967"}),
    ("196X/197X", {"notBefore": "1960", "notAfter": "1979"}),
    ("1966-09-07T12:00:00", {"when": "1966-09-07T12:00:00"}),
    ("1966-09-07T12:00:00Z", {"when": "1966-09-07T12:00:00Z"}),
    ("1966-09-07T12:00:00+02", {"when": "1966-09-07T12:00:00+02:00"}),
    ("-0043", {}),
    ("Y-17000", {}),
    ("12 PM", {}),
    (None, {}),
]


@pytest.mark.parametrize(("when", "attributes"), DATES)
def test_a_date_as_attributes(when: str | None, attributes: dict[str, str]) -> None:
    """Each form has its attributes; a season of no hemisphere gives the year alone."""
    assert attributes == dating(when)


@pytest.mark.parametrize(
    ("when", "cert"),
    [
        ("1966", None),
        ("1966?", "medium"),
        ("1966~", "medium"),
        ("1966%", "low"),
        ("1966?/1967", "medium"),
        ("1966~/1967%", "low"),
        ("../1967?", "medium"),
        (None, None),
    ],
)
def test_doubt_is_cert(when: str | None, cert: str | None) -> None:
    """What a date says of its own certainty, at either end, is `@cert`."""
    assert cert == certainty_of(when)


@given(st.dates(), st.sampled_from(("", "?", "~", "%")))
def test_every_day_stays_itself(day: object, mark: str) -> None:
    """No part of a date is lost or added."""
    assert {"when": str(day)} == dating(f"{day}{mark}")


@given(st.text(alphabet="0123456789X-/.?~%TZ:+"))
def test_values_are_valid(when: str) -> None:
    """Whatever the text, no attribute has a value that TEI refuses."""
    assert all(
        is_temporal(value.removesuffix("Z").partition("+")[0])
        for value in dating(when).values()
    )
