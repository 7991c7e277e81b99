"""Dates told from the day of the conversation are inferences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.language.load import languages
from tei_encoder.language.relative_dates import find_relative_dates
from tei_encoder.model.description import Certainty

DAY = date(1966, 9, 7)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Yesterday, I visited", "1966-09-06"),
        ("en", "foresees that next year the agreement", "1967"),
        ("en", "as we did last year", "1965"),
        ("en", "the first six months of the year was", "1966-01-01/1966-06-30"),
        ("en", "in the second half of the year the", "1966-07-01/1966-12-31"),
        ("fr", "l’année prochaine nous", "1967"),
        ("ru", "вчера мы", "1966-09-06"),
        ("zh", "我们明年再来", "1967"),
    ],
)
def test_resolved(language: str, text: str, expected: str) -> None:
    """A phrase is resolved against the day, with a certainty."""
    [found] = find_relative_dates(text, DAY, [language])
    assert expected == found.reading.iso
    assert found.reading.certainty is Certainty.MEDIUM


@pytest.mark.parametrize(
    "text",
    [
        "the next year he died",
        "the last year of the war",
        "the first half of the year 1950",
        "tomorrow's world",
        "yesterdays",
    ],
)
def test_told_from_elsewhere(text: str) -> None:
    """What is told from another date is left alone."""
    assert find_relative_dates(text, DAY, ["en"]) == []


def test_no_language_no_claim() -> None:
    """Where no language is known, nothing is claimed."""
    assert find_relative_dates("yesterday", DAY, []) == []


@given(st.text(), st.sampled_from(languages()), st.dates(min_value=date(2, 1, 1)))
def test_any_text(text: str, language: str, day: date) -> None:
    """Any text and day are read without an exception, inside the text."""
    for found in find_relative_dates(text, day, [language]):
        assert 0 <= found.span.start < found.span.end <= len(text)
