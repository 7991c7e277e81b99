"""The words about names, language by language."""

from dataclasses import fields

import pytest

from tei_encoder.assemble.people.appellation import Nature, read_appellation
from tei_encoder.assemble.people.lexicon import TABLE, Lexicon, fold, lexicon
from tei_encoder.assemble.phrases import TABLE as PHRASES
from tei_encoder.assemble.phrases import phrases
from tei_encoder.language.load import languages, words

LANGUAGES = [tag for tag in languages() if words(tag, TABLE)]
NAMED_OTHERWISE = {"honorifics_masculine", "honorifics_feminine"}
TOPICS = (
    "access", "acquired", "begins", "between", "buildings", "chair", "classification",
    "clock", "contact", "custody", "decipherer", "drafter", "editor", "ends",
    "file_number", "funding", "genres", "held", "interpreter", "meetings",
    "note_taker", "obtained", "original_language", "pages_counted", "present",
    "programmes", "provided", "publishers", "registry", "repositories",
    "reproduction", "signatory", "source", "stamp", "stenographer", "subject",
    "surrogates", "today", "transcriber", "translated", "translated_from", "typist",
    "until", "until_next", "where",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_read(language: str) -> None:
    """A misspelt topic would be read by nobody."""
    known = {field.name for field in fields(Lexicon)} | NAMED_OTHERWISE
    assert set() == set(words(language, TABLE)) - known
    assert set() == set(words(language, PHRASES)) - set(TOPICS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_lowercase_and_stand_once(language: str) -> None:
    """The loader folds words; what people read should be plain."""
    for topic, listed in (
        *words(language, TABLE).items(),
        *words(language, PHRASES).items(),
    ):
        assert len(set(listed)) == len(listed), topic
        assert [word.lower() for word in listed] == list(listed), topic


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_honorific_is_no_part_of_a_name(language: str) -> None:
    """Every honorific of a language is left out before a name (or behind it)."""
    known = lexicon(language)
    for topic in ("honorifics_masculine", "honorifics_feminine", "honorifics"):
        for word in words(language, TABLE).get(topic, ()):
            read = read_appellation(f"{word.title()} Zora Quell", known)
            assert ("zora", "quell") == read.words, word
    for word in words(language, TABLE).get("honorifics_after", ()):
        assert ("zora",) == read_appellation(f"Zora {word}", known).words, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_alone_names_nobody(language: str) -> None:
    """Every office of a language by itself is read as an office (or a group)."""
    known = lexicon(language)
    for word in words(language, TABLE).get("offices", ()):
        read = read_appellation(word.title(), known)
        assert Nature.PERSON is not read.nature, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_anonymous_words_name_nobody(language: str) -> None:
    """Every anonymous word of a language by itself leaves the speaker open."""
    known = lexicon(language)
    for topic in ("anonymous", "unidentified"):
        for word in words(language, TABLE).get(topic, ()):
            read = read_appellation(word.title(), known)
            assert read.nature in {Nature.ANONYMOUS, Nature.GROUP}, word


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_english_phrases(topic: str) -> None:
    """Archives describe in English whatever the record's language."""
    assert phrases(("en",), topic)


def test_folding_keeps_what_tells_words_apart() -> None:
    """Case, accents, points, hyphens and apostrophes go; letters and digits stay."""
    pairs = {
        "P.M.": "pm",
        "señor": "senor",
        "En-lai": "enlai",
        "Ch’iao": "chiao",
        "İSTANBUL": "istanbul",
        "Łódź": "lodz",
        "김일성": "김일성",
    }
    assert pairs == {word: fold(word) for word in pairs}
