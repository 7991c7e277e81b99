"""Dates are read as stated, in W3C form, and nothing is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.language.dates import DateReading, find_dates, parse_date
from tei_encoder.language.load import languages

READ = [
    ("en", "September 7, 1966", "1966-09-07"),
    ("en", "7 September 1966", "1966-09-07"),
    ("en", "7th September, 1966", "1966-09-07"),
    ("en", "the 7th of September, 1966", "1966-09-07"),
    ("en", "Wednesday, September 7, 1966", "1966-09-07"),
    ("en", "Wednesday, the 7th of September 1966", "1966-09-07"),
    ("en", "Sept. 7, 1966", "1966-09-07"),
    ("en", "September 07, 1966", "1966-09-07"),
    ("en", "September\n7, 1966", "1966-09-07"),
    ("en", "[September 7, 1966]", "1966-09-07"),
    ("en", "September 1966", "1966-09"),
    ("en", "February of 1972", "1972-02"),
    ("en", "1966", "1966"),
    ("en", "17–18 October 1986", "1986-10-17/1986-10-18"),
    ("en", "17 to 18 October 1986", "1986-10-17/1986-10-18"),
    ("en", "October 17-18, 1986", "1986-10-17/1986-10-18"),
    ("en", "31 October – 1 November 1986", "1986-10-31/1986-11-01"),
    ("en", "October 31 - November 1, 1986", "1986-10-31/1986-11-01"),
    ("en", "30 December 1985 - 2 January 1986", "1985-12-30/1986-01-02"),
    ("en", "July–August 1966", "1966-07/1966-08"),
    ("en", "1941–1945", "1941/1945"),
    ("en", "7 September", "--09-07"),
    ("en", "September 7", "--09-07"),
    ("en", "February 29", "--02-29"),
    ("en", "1966-09-07", "1966-09-07"),
    ("en", "17/9/1966", "1966-09-17"),
    ("en", "9/17/1966", "1966-09-17"),
    ("en", "9/9/1966", "1966-09-09"),
    ("fr", "7 septembre 1966", "1966-09-07"),
    ("fr", "mercredi 7 septembre 1966", "1966-09-07"),
    ("fr", "1er mai 1968", "1968-05-01"),
    ("fr", "7 sept. 1966", "1966-09-07"),
    ("fr", "août 1966", "1966-08"),
    ("de", "7. September 1966", "1966-09-07"),
    ("de", "Mittwoch, den 7. September 1966", "1966-09-07"),
    ("de", "7.9.1966", "1966-09-07"),
    ("de", "7. 9. 1966", "1966-09-07"),
    ("de", "7. Jänner 1966", "1966-01-07"),
    ("de", "17.-18. Oktober 1986", "1986-10-17/1986-10-18"),
    ("es", "7 de septiembre de 1966", "1966-09-07"),
    ("es", "miércoles, 7 de septiembre de 1966", "1966-09-07"),
    ("es", "1º de mayo de 1968", "1968-05-01"),
    ("es", "septiembre de 1966", "1966-09"),
    ("pt", "7 de setembro de 1966", "1966-09-07"),
    ("it", "7 settembre 1966", "1966-09-07"),
    ("it", "1º maggio 1968", "1968-05-01"),
    ("ca", "7 d'octubre de 1966", "1966-10-07"),
    ("ca", "30 de setembre del 2021", "2021-09-30"),
    ("ro", "7 septembrie 1966", "1966-09-07"),
    ("sq", "7 shtator 1966", "1966-09-07"),
    ("ru", "7 сентября 1966 г.", "1966-09-07"),
    ("ru", "среда, 7 сентября 1966 года", "1966-09-07"),
    ("ru", "7.IX.1966", "1966-09-07"),
    ("ru", "сентябрь 1966 г.", "1966-09"),
    ("pl", "7 września 1966 r.", "1966-09-07"),
    ("cs", "7. září 1966", "1966-09-07"),
    ("sl", "12. aprila 2000", "2000-04-12"),
    ("hu", "1966. szeptember 7.", "1966-09-07"),
    ("hu", "1966. szeptember 7-én", "1966-09-07"),
    ("hu", "1966. szeptember", "1966-09"),
    ("tr", "7 Eylül 1966", "1966-09-07"),
    ("sv", "den 7 september 1966", "1966-09-07"),
    ("nl", "7 september 1966", "1966-09-07"),
    ("el", "7 Σεπτεμβρίου 1966", "1966-09-07"),
    ("ar", "7 سبتمبر 1966", "1966-09-07"),
    ("ar", "٧ سبتمبر ١٩٦٦", "1966-09-07"),
    ("zh", "1966年9月7日", "1966-09-07"),
    ("zh", "一九六六年九月二十一日", "1966-09-21"),
    ("zh", "1966年9月", "1966-09"),
    ("ja", "1966年9月7日", "1966-09-07"),
    ("ko", "1966년 9월 7일", "1966-09-07"),
]


@pytest.mark.parametrize(("language", "text", "expected"), READ)
def test_parse_date(language: str, text: str, expected: str) -> None:
    """A date reads as its W3C value, a range as `from/to`."""
    reading = parse_date(text, [language])
    assert reading is not None
    assert expected == reading.iso
    assert reading.calendar_ok
    assert reading.certainty is None


@pytest.mark.parametrize(("language", "text", "expected"), READ)
def test_regional_tags_read_the_same(language: str, text: str, expected: str) -> None:
    """A tag with a region reads as its language does."""
    reading = parse_date(text, [f"{language}-XX"])
    assert reading is not None
    assert expected == reading.iso


NO_DATE = [
    "",
    "we",
    "May",
    "July",
    "may 1966",
    "Report on a Meeting",
    "38th parallel",
    "105%",
    "6-7",
    "12 PM",
    "September 1966 meeting",
    "1960s",
    "the year",
    "3.14",
    "D4",
    "1966 - 9 - 7",
    "1966年代",
    "12345",
    "AQPPSH, MPP Korese, D4, V. 1966",
]


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    """What is no date, or more than one, gives None."""
    assert parse_date(text, ["en", "zh"]) is None


@pytest.mark.parametrize("text", ["7/9/66", "7.9.66", "7 September 66", "7-9-66"])
def test_two_digits_are_no_year(text: str) -> None:
    """A year of two digits is a date without attributes."""
    assert parse_date(text, ["en", "de"]) == DateReading()


def test_order_of_day_and_month_is_not_guessed() -> None:
    """Where both orders are possible they are the bounds, and there is no `when`."""
    reading = parse_date("7/9/1966", ["en"])
    assert reading is not None
    expected = (("notBefore", "1966-07-09"), ("notAfter", "1966-09-07"))
    assert expected == reading.attributes


@pytest.mark.parametrize(
    "text", ["31 February 1966", "September 31, 1966", "29 February 1966", "30.2.1966"]
)
def test_days_that_the_calendar_lacks(text: str) -> None:
    """An impossible day is a date with no value at all."""
    assert parse_date(text, ["en"]) == DateReading(calendar_ok=False)


def test_weekday_contradiction() -> None:
    """The date is kept, and the contradiction is told."""
    reading = parse_date("Thursday, 7 September 1966", ["en"])
    expected = DateReading(when="1966-09-07", weekday=3, calendar_ok=False)
    assert expected == reading


def test_earlier_language_decides() -> None:
    """A word that names two months is read in the language named first."""
    assert parse_date("7 mars 1966", ["fr", "sq"]) == DateReading(when="1966-03-07")


def test_any_language() -> None:
    """Without a language all are tried."""
    assert parse_date("7 září 1966") == DateReading(when="1966-09-07")


FOUND = [
    ("In 1966, we met on 7 September.", ["1966", "7 September"]),
    ("From 1941 to 1945 there was war.", ["1941 to 1945"]),
    ("in the spring of 1968", ["1968"]),
    ("There were 1966 of them and in 1800 villages more.", []),
    ("pp. 1941-1945", []),
    ("in the 1960s", []),
    ("He may 1966 times", []),
    ("On 6-7 September", []),
    ("the year 1966 was good", ["year 1966"]),
    ("Washington, June 17, 1985, 6 p.m.", ["June 17, 1985"]),
    ("a) 3.1966 b) A1966 c) 1,966", []),
    ("See Article 7, 1966/12", []),
    ("on September 7,\n1966 in Tirana", ["September 7,\n1966"]),
    ("on September 7,\n\n1966 in Tirana", ["September 7"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_find_dates(text: str, expected: list[str]) -> None:
    """Running text gives the dates with evidence, and no other number."""
    assert expected == [match.span.of(text) for match in find_dates(text, ["en"])]


def test_record_year_is_evidence() -> None:
    """A bare number is a year where it is the record's own."""
    text = "we may tell you that 1966 is a great agricultural year"
    assert find_dates(text, ["en"]) == []
    assert [match.reading.when for match in find_dates(text, ["en"], year=1966)] == [
        "1966"
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "в 1966 году мы", "1966 году"),
        ("hu", "1966-ban volt", "1966-ban"),
        ("zh", "在1966年9月7日下午", "1966年9月7日"),
        ("ko", "1966년에", "1966년"),
        ("de", "im Jahre 1966 war", "Jahre 1966"),
        ("tr", "1966'da oldu", "1966'da"),
    ],
)
def test_years_of_other_languages(language: str, text: str, expected: str) -> None:
    """Each language has its own evidence for a year."""
    assert [expected] == [match.span.of(text) for match in find_dates(text, [language])]


@given(
    st.text(),
    st.lists(st.sampled_from(languages()), max_size=2, unique=True),
)
def test_any_text(text: str, tags: list[str]) -> None:
    """Any text is read without an exception; matches are disjoint and inside it."""
    end = 0
    for match in find_dates(text, tags, year=1966):
        assert end <= match.span.start < match.span.end <= len(text)
        end = match.span.end
    parse_date(text, tags)


PIECES = st.sampled_from(
    ["7", "17", "1966", "September", "сентября", " ", ".", ", ", "-", "/", "年", "月"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_mixture_of_parts(text: str) -> None:
    """Any mixture of the parts of dates is read without an exception."""
    for match in find_dates(text, ["en", "ru", "zh"]):
        assert match.span.of(text).strip() == match.span.of(text)
    parse_date(text, ["en", "ru", "zh"])
