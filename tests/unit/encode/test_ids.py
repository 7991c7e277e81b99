"""Identifiers are NCNames, and unique."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_encoder.encode.ids import Ids, ncname, slug, token

IDS = etree.RelaxNG(
    etree.fromstring(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" '
        'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        '<attribute name="id"><data type="ID"/></attribute></element>'
    )
)


def test_ncname_keeps_what_it_can() -> None:
    """A name may hold letters of any script, digits, points and hyphens."""
    assert "hoxha-baek_1966.é漢" == ncname("hoxha-baek_1966.é漢")


def test_ncname_begins_with_a_letter() -> None:
    """A name that begins with a digit gets a letter before it."""
    assert "r-1966-09-07" == ncname("1966-09-07")


def test_letters_that_validators_do_not_know() -> None:
    """A letter of a younger script becomes its code point, so that ids differ."""
    assert "u12a0u1260-a" == ncname("አበ a")


@given(st.text())
def test_ncname_is_one_for_any_text(text: str) -> None:
    """A validator takes it as an id, whatever the text."""
    element = etree.Element("a", id=ncname(text))

    IDS.assertValid(element)


def test_slug_keeps_letters_of_any_script() -> None:
    """A slug is lowercase, with hyphens between words."""
    assert "протокол-бюро-é" == slug("Протокол (Бюро), é_")


@given(st.text())
def test_token_is_one_word(text: str) -> None:
    """A token is never empty and holds no space."""
    assert [token(text)] == token(text).split()


def test_series_skips_what_is_taken() -> None:
    """An entity called `u1` does not collide with the first utterance."""
    ids = Ids("rec")

    assert ["rec.u1", "rec.u1-2", "rec.u2"] == [
        ids.claim("u1"),
        ids.number("u"),
        ids.number("u"),
    ]


@pytest.mark.parametrize(
    "name", ["हिंदी", "বাংলা", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ગુજરાતી", "ไทย"]
)
def test_vowel_signs_are_kept(name: str) -> None:
    """Marks are letters of these scripts: a name keeps them, and ids differ."""
    assert name == ncname(slug(name))


def test_marks_that_validators_do_not_know() -> None:
    """A mark of a younger script becomes its code point too."""
    assert "u1780u17b6-u1780u17b7" == ncname(slug("កា កិ"))


def test_names_that_become_one_are_numbered() -> None:
    """Collisions are told apart in the order in which ids are claimed."""
    ids = Ids("rec")

    assert ["rec.p-a-b", "rec.p-a-b-2", "rec.p-a-b-3"] == [
        ids.claim(name) for name in ("p-a b", "p-a/b", "p-a b")
    ]
