"""Words that announce parts of a page, in every language of the data."""

import pytest

from tei_encoder.language.load import languages, words
from tei_encoder.segment.languages import spoken
from tei_encoder.segment.lexicon import lexicon

#: topics without which a page of the language cannot be read
NEEDED = ("persons", "captions", "captions_participants", "title", "reporting", "stage")
CAPTIONS = {
    "en": "Present", "fr": "Présents", "de": "Anwesend", "es": "Asistentes",
    "pt": "Presentes", "it": "Presenti", "ru": "Присутствовали", "pl": "Obecni",
    "cs": "Přítomni", "hu": "Jelen vannak", "ro": "Participanți", "sq": "Të pranishëm",
    "zh": "参加者", "ko": "참석자", "ja": "出席者", "tr": "Katılımcılar",
    "ar": "الحاضرون", "ca": "Assistents", "sv": "Närvarande", "sl": "Prisotni",
    "da": "Til stede", "nl": "Aanwezig", "fi": "Läsnä", "el": "ΠΑΡΟΝΤΕΣ",
    "uk": "Присутні",
}  # fmt: skip


@pytest.mark.parametrize("tag", sorted(CAPTIONS))
def test_each_language_knows_its_captions(tag: str) -> None:
    """The caption of an attendance list is known, in capitals too."""
    known = lexicon((tag,), {})
    for caption in (CAPTIONS[tag], CAPTIONS[tag].upper()):
        assert "captions_participants" in known.find(f"{caption.lower()}:").spells


@pytest.mark.parametrize("tag", languages())
def test_each_language_has_the_words_that_a_page_needs(tag: str) -> None:
    """No topic that recognizers lean on is empty, and words are lowercase."""
    table = words(tag, "segment")
    assert all(table.get(topic) for topic in NEEDED)
    assert all(w == w.lower() for topic in table.values() for w in topic)


def test_a_phrase_may_hold_a_gap_and_any_ending() -> None:
    """` * ` stands for a few words, `x*` for any ending."""
    known = lexicon((), {"topic": ("printed in * cop*",)})
    assert "topic" in known.find("printed in two copies").begins
    assert "topic" not in known.find("printed in paris").holds


def test_a_phrase_ends_where_a_word_ends() -> None:
    """`page` is not in `pageant`."""
    known = lexicon((), {"topic": ("page",)})
    assert not known.find("pageant").holds
    assert "topic" in known.find("[page 3]").begins


def test_a_profile_adds_words() -> None:
    """Phrases of a profile count like those of the language."""
    known = lexicon(("en",), {"persons": ("Grand Poobah",)})
    assert "persons" in known.find("grand poobah").spells


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Il est certain que nous ne sommes pas dans cette ville pour vous.", "fr"),
        ("Ich weiß nicht, ob das die Frage ist, aber wir haben es gesagt.", "de"),
        ("Я не знаю, что вы хотите, но мы это сделаем для вас.", "ru"),
        ("我们不是为了这个，他们也都说了，你们要来。", "zh"),
    ],
)
def test_the_language_of_a_page_is_told(text: str, tag: str) -> None:
    """Function words tell the language, and English stays possible."""
    assert tag == spoken(text * 5)[0]
    assert "en" in spoken(text * 5)


def test_in_doubt_all_languages_count() -> None:
    """A page of names alone leaves every language possible."""
    assert languages() == spoken("Roe, Poe, Doe")
