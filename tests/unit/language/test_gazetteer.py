"""The gazetteers hold together, and name each thing once in a topic."""

import pytest

from tei_encoder.language.gazetteer import gazetteer, listed
from tei_encoder.language.load import languages

NAMES = ("countries", "regions", "states", "cities", "organisations", "people")


@pytest.mark.parametrize("language", languages())
def test_names_begin_with_a_capital(language: str) -> None:
    """What is looked for by its capital has one."""
    topics = gazetteer(language)
    names = [name for topic in NAMES for name in topics.get(topic, ())]
    assert [] == [name for name in names if not name[0].isupper()]


@pytest.mark.parametrize("language", languages())
def test_no_settlement_is_a_country(language: str) -> None:
    """No name is of a settlement and of a country, but for city states."""
    both = listed((language,), "cities") & listed((language,), "countries")
    assert both <= {"Singapore", "Luxembourg", "México"}


def test_region_falls_back_to_its_language() -> None:
    """A tag with a region has the names of its language."""
    assert gazetteer("es-MX") == gazetteer("es")


def test_language_without_names() -> None:
    """A language of which nothing is known has no names."""
    assert {} == dict(gazetteer("xx"))
