"""Numbers in digits and words: their value, and what is no number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.language.load import languages
from tei_encoder.language.numbers import find_numbers


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("en", "the 4 points", "4", "4"),
        ("en", "600 thousand soldiers", "600 thousand", "600000"),
        ("en", "3.5 million tons", "3.5 million", "3500000"),
        ("en", "1,500,000 men", "1,500,000", "1500000"),
        ("en", "the five points", "five", "5"),
        ("en", "twenty-eight times", "twenty-eight", "28"),
        ("en", "one hundred percent", "one hundred", "100"),
        ("en", "five hundred and fourteen men", "five hundred and fourteen", "514"),
        ("en", "three million two hundred thousand", None, "3200000"),
        ("de", "1.500 Soldaten", "1.500", "1500"),
        ("de", "1,5 Millionen", "1,5 Millionen", "1500000"),
        ("fr", "600\u00a0000 soldats", "600\u00a0000", "600000"),
        ("es", "treinta y seis años", "treinta y seis", "36"),
        ("ru", "600 тыс. человек", "600 тыс.", "600000"),
        ("ru", "20 миллионов", "20 миллионов", "20000000"),
    ],
)
def test_values(language: str, text: str, words: str | None, value: str) -> None:
    """A number has its value, its words scaled and its groups joined."""
    [found] = find_numbers(text, [language])
    assert words in {found.span.of(text), None}
    assert value == found.value


def test_range() -> None:
    """Two ends that ascend are a range."""
    [found] = find_numbers("finished 6-7 months before", ["en"])
    assert ("6", "7") == (found.value, found.upper)


@pytest.mark.parametrize(
    "text",
    [
        "38th",
        "D4",
        "18/2021",
        "3-2",
        "17- and",
        "1.2.3",
        "0302",
        "17·6",
        "one and two",
        "five six",
        "a thousand times",
        "#7",
        "12345678901234567890",
        "three-sided",
    ],
)
def test_no_number(text: str) -> None:
    """Parts of names and longer strings, and what does not add up, are left out."""
    assert find_numbers(text, ["en"]) == []


@given(st.text(alphabet="0123456789.,- \u00a0%twohundre") | st.text())
def test_any_text(text: str) -> None:
    """Any text is read without an exception; numbers are disjoint and ascend."""
    end = 0
    for found in find_numbers(text, ["en", "fr"]):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@pytest.mark.parametrize("language", languages())
def test_every_language(language: str) -> None:
    """A number of two digits is a number everywhere."""
    [found] = find_numbers("36", [language])
    assert found.value == "36"
