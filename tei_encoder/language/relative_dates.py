"""Finds dates told from the day on which somebody speaks: yesterday, next year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tei_encoder.language.date_reading import DateReading, w3c
from tei_encoder.language.load import vocabulary, words
from tei_encoder.language.scripts import unspaced
from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span

TOPICS = (
    "yesterday",
    "tomorrow",
    "last_year",
    "next_year",
    "first_half",
    "second_half",
)
DAY = timedelta(days=1)
HALVES = {"first_half": ("01-01", "06-30"), "second_half": ("07-01", "12-31")}


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """A phrase and what it names if said on the day of the record."""

    span: Span
    reading: DateReading


def find_relative_dates(
    text: str, day: date, languages: Sequence[str]
) -> list[RelativeDate]:
    """Give the relative dates of `text` as said on `day`, in order.

    They are inferences: every reading has a certainty.
    Left out is what is told from elsewhere (`the next year`, `the first half of the
    year 1950`) and what belongs to a day (`tomorrow's world`).
    """
    tags = tuple(languages)
    if not tags:
        return []
    pattern, topics = _phrases(tags)
    folded = text.casefold()
    if not any(form in folded for form in topics):
        return []
    return [
        RelativeDate(Span(*match.span()), _reading(topics[match[0].casefold()], day))
        for match in pattern.finditer(text)
        if _from_here(text, match, tags)
    ]


def _reading(topic: str, day: date) -> DateReading:
    match topic:
        case "yesterday":
            return _inferred((day - DAY).isoformat())
        case "tomorrow":
            return _inferred((day + DAY).isoformat())
        case "last_year":
            return _inferred(w3c(day.year - 1))
        case "next_year":
            return _inferred(w3c(day.year + 1))
        case _:
            first, last = HALVES[topic]
            return DateReading(
                start=f"{day.year:04}-{first}",
                end=f"{day.year:04}-{last}",
                certainty=Certainty.MEDIUM,
            )


def _inferred(when: str) -> DateReading:
    return DateReading(when=when, certainty=Certainty.MEDIUM)


def _from_here(text: str, match: re.Match[str], tags: tuple[str, ...]) -> bool:
    before = text[max(0, match.start() - 16) : match.start()].split()
    after = text[match.end() : match.end() + 6].lstrip()
    elsewhere = vocabulary(tags, "dates", "not_after")
    if before and before[-1].casefold() in elsewhere:
        return False
    return not (after[:1].isdigit() or after[:1] in {"'", "’"})


@cache
def _phrases(tags: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    topics = {
        form.casefold(): topic
        for tag in reversed(tags)
        for topic in TOPICS
        for form in words(tag, "dates").get(topic, ())
    }
    ordered = sorted(topics, key=lambda form: (-len(form), form))
    bounded = "|".join(
        re.escape(form) if unspaced(form) else rf"\b{re.escape(form)}\b"
        for form in ordered
    )
    return re.compile(bounded or r"(?!)", re.IGNORECASE), topics
