"""The language data are found, cached, read-only and well formed."""

import tomllib
from importlib.resources import files

import pytest

from tei_encoder.language.load import languages, words

EXPECTED = "ar ca cs de el en es fr hu it ja ko nl pl pt ro ru sl sq sv tr zh"


def test_languages() -> None:
    """Data exist for the languages of the collections that the toolkit is for."""
    assert set(EXPECTED.split()) <= set(languages())


def test_region_falls_back() -> None:
    """A regional tag reads the data of its language."""
    assert words("pt", "function_words") == words("pt-BR", "function_words")


@pytest.mark.parametrize("language", ["und", "", "xx-Latn", "tlh"])
def test_unknown_language_knows_nothing(language: str) -> None:
    """A language without data has empty tables, and is no error."""
    assert words(language, "function_words") == {}


def test_unknown_table_is_empty() -> None:
    """A table that a language lacks is empty, and is no error."""
    assert words("en", "no-such-table") == {}


@pytest.mark.parametrize("language", languages())
def test_tables_are_those_of_the_file(language: str) -> None:
    """A table read alone is what a TOML parser reads of the whole file."""
    file = files("tei_encoder.language") / "data" / f"{language}.toml"
    whole = tomllib.loads(file.read_text(encoding="utf-8"))

    for table, topics in whole.items():
        listed = {key: [v] if isinstance(v, str) else v for key, v in topics.items()}
        assert listed == {key: list(v) for key, v in words(language, table).items()}


def test_cached() -> None:
    """The same table is read once."""
    assert words("en", "function_words") is words("en", "function_words")


@pytest.mark.parametrize("language", languages())
def test_words_are_unique_and_trimmed(language: str) -> None:
    """No list of words repeats a word or carries white space at an end."""
    for topic, listed in words(language, "function_words").items():
        assert len(listed) == len(set(listed)), topic
        assert all(word and word == word.strip() for word in listed), topic
