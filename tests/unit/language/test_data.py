"""The tables of all languages hold together."""

import pytest

from tei_encoder.language.calendar_words import MONTHS, WEEKDAYS
from tei_encoder.language.dates import parse_date
from tei_encoder.language.load import languages, words

WITHOUT_MONTHS = {"ja", "ko", "zh"}
OF_DATES = {
    *MONTHS,
    *WEEKDAYS,
    "order",
    "ordinal",
    "of",
    "year",
    "year_suffix",
    "within",
    "seasons",
    "to",
    "am",
    "pm",
    "am_before",
    "pm_before",
    "noon",
    "hour",
    "clock",
    "hour_before",
    "hour_joiner",
    "minute",
    "hour_sign",
    "minute_sign",
    "half_sign",
    "hour_sign_lasts",
    "at",
    "not_after",
    "yesterday",
    "tomorrow",
    "last_year",
    "next_year",
    "first_half",
    "second_half",
}
OF_EDITORIAL = {
    "illegible",
    "inaudible",
    "omitted",
    "classified",
    "obfuscated",
    "sic",
    "vocal",
    "kinesic",
    "incident",
    "comment",
    "gloss",
    "office",
    "page",
    "line",
    "word",
    "paragraph",
    "pages",
}


@pytest.mark.parametrize("language", sorted(set(languages()) - WITHOUT_MONTHS))
def test_every_month_is_read(language: str) -> None:
    """Every form of every month makes a date with a day and a year."""
    table = words(language, "dates")
    for number, month in enumerate(MONTHS, start=1):
        assert table[month], month
        for form in table[month]:
            day = f"1966. {form} 7." if language == "hu" else f"7 {form.title()} 1966"
            reading = parse_date(day, [language])
            assert reading is not None, day
            assert reading.when == f"1966-{number:02}-07"


@pytest.mark.parametrize("language", languages())
def test_every_weekday_is_known(language: str) -> None:
    """Every language names the days of the week."""
    table = words(language, "dates")
    missing = [day for day in WEEKDAYS if not table.get(day)]
    assert missing == (["friday"] if language == "uk" else [])


@pytest.mark.parametrize("language", languages())
def test_topics_are_known(language: str) -> None:
    """No table holds a topic that nobody reads."""
    assert set(words(language, "dates")) <= OF_DATES
    assert set(words(language, "editorial")) <= OF_EDITORIAL


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("table", ["dates", "editorial", "measures", "mentions"])
def test_no_word_is_listed_twice(language: str, table: str) -> None:
    """No list repeats a word or carries white space at an end."""
    for topic, listed in words(language, table).items():
        assert len(listed) == len(set(listed)), topic
        assert all(word and word == word.strip() for word in listed), topic
