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
        ("fr", "14h30", None),
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


@given(st.text(alphabet="0123456789:.h apmUr-/") | st.text())
def test_any_text(text: str) -> None:
    """Any text is read without an exception, and matches lie inside it."""
    for match in find_times(text):
        assert 0 <= match.span.start < match.span.end <= len(text)
    parse_time(text)
