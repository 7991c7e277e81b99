"""Numbers in speech are claimed with what they count, and references are not."""

from collections.abc import Callable

import pytest

from tei_encoder.annotate import annotate
from tei_encoder.annotate.measures import annotate_measures
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings

ClaimsOf = Callable[..., list[tuple[str, str, dict[str, str]]]]


@pytest.mark.parametrize(
    ("text", "words", "kind", "attributes"),
    [
        ("surpassed at 105% in", "105%", "num", {"type": "percentage", "value": "105"}),
        (
            "always one hundred percent on",
            "one hundred percent",
            "num",
            {"type": "percentage", "value": "100"},
        ),
        (
            "planted 15 days before",
            "15 days",
            "measure",
            {"type": "duration", "quantity": "15", "unit": "day"},
        ),
        (
            "army to 600 thousand soldiers and",
            "600 thousand soldiers",
            "measure",
            {"type": "count", "quantity": "600000", "commodity": "soldiers"},
        ),
        (
            "of the 600 thousand Korean citizens to",
            "600 thousand Korean citizens",
            "measure",
            {"type": "count", "quantity": "600000", "commodity": "citizens"},
        ),
        (
            "paid $10,000 for",
            "$10,000",
            "measure",
            {"type": "currency", "quantity": "10000", "unit": "$"},
        ),
        (
            "paid 40 rubles for",
            "40 rubles",
            "measure",
            {"type": "currency", "quantity": "40", "unit": "rubles"},
        ),
        ("finished 6-7 months before", "6-7", "num", None),
        ("the age of 36 will", "36", "num", {"value": "36"}),
        ("the five points", "five", "num", {"value": "5"}),
        ("to 10 million to", "10 million", "num", {"value": "10000000"}),
    ],
)
def test_claims(
    claims_of: ClaimsOf,
    text: str,
    words: str,
    kind: str,
    attributes: dict[str, str] | None,
) -> None:
    """A number is a percentage, a quantity, a sum, a large count or a plain number."""
    [found] = claims_of(annotate_measures, text)
    assert (words, kind) == found[:2]
    expected = {"type": "range", "atLeast": "6", "atMost": "7"}
    assert (attributes or expected) == found[2]


@pytest.mark.parametrize(
    "text",
    [
        "see page 7 of",
        "under Article 5 of",
        "No. 997 and",
        "two powers (1) and",
        "the Nine Power Treaty",
        "it is 1966 now",
        "at five in the morning",
        "began at 11.10 and",
        "under § 23 of",
        "1. First",
    ],
)
def test_left_alone(claims_of: ClaimsOf, text: str) -> None:
    """References, names, hours and numbers of a list are no counts."""
    assert claims_of(annotate_measures, text) == []


def test_units_of_other_languages(claims_of: ClaimsOf) -> None:
    """Each language has its own units."""
    [found] = claims_of(annotate_measures, "dura 72 horas hoy", language="es")
    expected = {"type": "duration", "quantity": "72", "unit": "hour"}
    assert ("72 horas", "measure", expected) == found


def test_unknown_language(claims_of: ClaimsOf) -> None:
    """Where the language has no words for numbers, nothing is claimed."""
    assert claims_of(annotate_measures, "6 7 %", language="xx") == []


def test_no_number_within_a_date(
    speech: Callable[..., tuple[Source, Record]], settings: Settings
) -> None:
    """The numbers of dates, times and gaps are not claimed again."""
    text = "on 7 September at 2 p.m. [3 lines not declassified] we"
    source, record = speech(("A:", text))
    kinds = [str(c.kind) for c in annotate(source, record, settings).value.annotations]
    assert kinds == ["date", "time", "gap"]
