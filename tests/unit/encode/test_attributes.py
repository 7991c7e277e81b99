"""Values are what TEI allows; others are left out and reported."""

import pytest
from drafting import Draughtsman

from tei_encoder.encode.attributes import is_address, is_language, is_temporal
from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.block import Kind


@pytest.mark.parametrize(
    "value",
    ["1966", "1966-09", "1966-09-07", "12:00:00", "1966-09-07T12:00:00", "--09-07"],
)
def test_dates_and_times_that_exist(value: str) -> None:
    """The W3C forms are allowed."""
    assert is_temporal(value)


@pytest.mark.parametrize(
    "value",
    ["", "12:00", "1966-9-7", "1966-02-30", "1966-09T12:00:00", "25:00:00", "٧"],
)
def test_dates_and_times_that_do_not(value: str) -> None:
    """Other forms, and days that no calendar has, are not."""
    assert not is_temporal(value)


def test_language_tags() -> None:
    """A tag has the form of BCP 47."""
    assert [True, True, False, False] == [
        is_language(tag) for tag in ("en", "sr-Latn", "English", "en_US")
    ]


def test_addresses() -> None:
    """A pointer out of the file is an absolute address."""
    assert [True, False] == [
        is_address(a) for a in ("https://viaf.org/viaf/1?a=b#c", "Enver Hoxha")
    ]


def test_unfit_attributes_are_left_out_and_reported() -> None:
    """One invalid value does not make the file invalid."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "We met at noon.")
    page.claim(AnnotationKind.TIME, "noon", when="12:00", rend="small", colour="red")
    encoded = page.encode()

    assert '<time rend="small">noon</time>' == encoded.shown("//t:body//t:time")
    assert ["unfit-attribute"] * 2 == encoded.codes


def test_dates_do_not_contradict_themselves() -> None:
    """`when` stands alone (att.datable.w3c), a subtype never does."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "We met in 1966.")
    claims = {"when": "1966", "from": "1965", "subtype": "x"}
    page.claim(AnnotationKind.DATE, "1966", **claims)
    encoded = page.encode()

    assert '<date when="1966">1966</date>' == encoded.shown("//t:body//t:date")
