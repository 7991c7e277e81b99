"""Times of the day are read as stated, with seconds, as TEI wants them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.language.times import TimeReading, find_times, parse_time
from tei_encoder.model.description import Certainty

MEDIUM = Certainty.MEDIUM


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "2.30 p.m.", TimeReading("14:30:00")),
        ("en", "2:30 PM", TimeReading("14:30:00")),
        ("en", "6 a.m.", TimeReading("06:00:00")),
        ("en", "12 PM", TimeReading("12:00:00", MEDIUM)),
        ("en", "12 AM", TimeReading("00:00:00", MEDIUM)),
        ("en", "noon", TimeReading("12:00:00")),
        ("en", "17:45", TimeReading("17:45:00")),
        ("en", "2:30", TimeReading("02:30:00", MEDIUM)),
        ("de", "14.30 Uhr", TimeReading("14:30:00")),
        ("fr", "14h30", TimeReading("14:30:00")),
        ("en", "25:00", None),
        ("en", "13 p.m.", None),
        ("en", "7", None),
        ("en", "", None),
    ],
)
def test_parse_time(language: str, text: str, expected: TimeReading | None) -> None:
    """A time reads as `hh:mm:ss`; where noon or half a day is in doubt it says so."""
    assert expected == parse_time(text, [language])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at the headquarters of the ALP CC at 12 PM.", ["12 PM"]),
        ("from 7:35 to 17:50", ["17:50"]),
        ("Matthew 5:12, a ratio of 3:2", []),
        ("00:01:02.500 --> 00:01:04.000", []),
        ("I am 7 am I not", ["7 am"]),
        ("v. 12.45", []),
    ],
)
def test_find_times(text: str, expected: list[str]) -> None:
    """Running text gives only what can be nothing but a time."""
    assert expected == [match.span.of(text) for match in find_times(text, ["en"])]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "prend fin à 16 h 45.", ("16 h 45", "16:45:00")),
        ("de", "um 16 Uhr 45", ("16 Uhr 45", "16:45:00")),
        ("de", "gegen 21 Uhr", ("21 Uhr", "21:00:00")),
        ("es", "a las 16 horas y 45 minutos", ("16 horas y 45 minutos", "16:45:00")),
        ("it", "alle ore 16,45", ("16,45", "16:45:00")),
        ("pt", "às 16h45", ("16h45", "16:45:00")),
        ("ro", "la ora 16,45", ("16,45", "16:45:00")),
        ("ru", "в 16 час. 45 мин.", ("16 час. 45 мин.", "16:45:00")),
        ("ru", "в 5 часов вечера", ("5 часов вечера", "17:00:00")),
        ("uk", "о 16 год. 45 хв.", ("16 год. 45 хв.", "16:45:00")),
        ("pl", "o godz. 16.45", ("16.45", "16:45:00")),
        ("hu", "délután 3 órakor", ("délután 3 órakor", "15:00:00")),
        ("sq", "në orën 16 e 30", ("16 e 30", "16:30:00")),
        ("nl", "om 16.45 uur", ("16.45 uur", "16:45:00")),
        ("sv", "kl. 16.45", ("16.45", "16:45:00")),
        ("fi", "klo 16.45", ("16.45", "16:45:00")),
        ("tr", "saat 16.45", ("16.45", "16:45:00")),
        ("el", "ώρα 16.45", ("16.45", "16:45:00")),
        ("zh", "下午三时开始", ("下午三时", "15:00:00")),
        ("zh", "上午10点15分", ("上午10点15分", "10:15:00")),
        ("ja", "午後三時三十分に", ("午後三時三十分", "15:30:00")),
        ("ko", "오후 3시 30분에", ("오후 3시 30분", "15:30:00")),
    ],
)
def test_each_language_has_its_words(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    """What stands before, between and behind the figures makes a time of them."""
    found = find_times(text, [language])
    assert [expected] == [(m.span.of(text), m.reading.when) for m in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "беседа продолжалась 2 часа 30 минут"),
        ("ru", "через 3 дня"),
        ("fr", "pendant 2 h 30"),
        ("fr", "en 5 heures"),
        ("it", "durò 2 ore 30 minuti"),
        ("nl", "2 uren"),
        ("zh", "三点意见"),
        ("ja", "三時間半"),
        ("ko", "3시간 동안"),
    ],
)
def test_how_long_is_no_time_of_the_day(language: str, text: str) -> None:
    """A number of hours without a mark of the clock is left alone."""
    assert [] == find_times(text, [language])


@given(st.text(alphabet="0123456789:.h apmUr-/") | st.text())
def test_any_text(text: str) -> None:
    """Any text is read without an exception, and matches lie inside it."""
    for match in find_times(text):
        assert 0 <= match.span.start < match.span.end <= len(text)
    parse_time(text)
