"""Reads times of the day, whole strings or in running text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import vocabulary
from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span

DIGIT = re.compile(r"\d")
NOON = 12
HOURS = 24
MINUTES = 60


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time as `hh:mm:ss` (W3C; TEI's `@when` needs the seconds).

    `certainty` is given where the words leave room: `12 PM`, `at 2:30`.
    """

    when: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time found in running text."""

    span: Span
    reading: TimeReading


def parse_time(text: str, languages: Sequence[str] = ()) -> TimeReading | None:
    """Read `text` as one time of the day, or give None.

    `languages` are BCP 47 tags; none means all with data.
    """
    tags = tuple(languages)
    stripped = text.strip(" \t\r\n\u00a0,;()[]")
    if stripped.casefold() in _words(tags, "noon"):
        return TimeReading(f"{NOON}:00:00")
    shape = _shape(tags)
    match = shape.fullmatch(stripped) or shape.fullmatch(stripped.rstrip("."))
    return None if match is None else _reading(match, stated=True)


def find_times(text: str, languages: Sequence[str] = ()) -> list[TimeMatch]:
    """Give the times in running text, in order.

    Only what has its mark (`2.30 p.m.`, `14.30 Uhr`), or two parts and an hour
    that no other count reaches (`17:45`), is a time.
    """
    return list(_times(text, tuple(languages))) if DIGIT.search(text) else []


def _times(text: str, tags: tuple[str, ...]) -> Iterator[TimeMatch]:
    for match in _shape(tags).finditer(text):
        reading = _reading(match, stated=False)
        if reading is not None:
            yield TimeMatch(Span(*match.span()), reading)


def _reading(match: re.Match[str], *, stated: bool) -> TimeReading | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour >= HOURS or minute >= MINUTES:
        return None
    if match["am"] or match["pm"]:
        return _of_half_day(hour, minute, after_noon=bool(match["pm"]))
    colon = match["separator"] == ":"
    if match["minute"] is None or not (match["word"] or colon):
        return None
    sure = hour > NOON
    if not (sure or stated or match["word"]):
        return None
    return _at(hour, minute, None if sure else Certainty.MEDIUM)


def _of_half_day(hour: int, minute: int, *, after_noon: bool) -> TimeReading | None:
    if hour == NOON:
        # "12 PM" is noon by rule, midnight to some
        return _at(NOON if after_noon else 0, minute, Certainty.MEDIUM)
    if not 0 < hour < NOON:
        return None
    return _at(hour + NOON if after_noon else hour, minute, None)


def _at(hour: int, minute: int, certainty: Certainty | None) -> TimeReading:
    return TimeReading(f"{hour:02}:{minute:02}:00", certainty)


@cache
def _shape(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Build the pattern of a time; it begins with a digit and looks no further back."""
    marks = "|".join(
        f"(?P<{group}>{_either(_words(tags, topic))})"
        for group, topic in (("am", "am"), ("pm", "pm"), ("word", "hour"))
    )
    return re.compile(
        r"(?<![\w.:,/-])(?P<hour>\d{1,2})"
        r"(?:(?P<separator>[:.h])(?P<minute>\d{2})(?!\d))?"
        rf"(?:[ \u00a0]?(?:{marks})(?!\w)|(?![\w:]|[.,]\d))",
        re.IGNORECASE,
    )


def _either(forms: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, forms)) or r"(?!)"


def _words(tags: tuple[str, ...], topic: str) -> tuple[str, ...]:
    found = vocabulary(tags or known_languages(), "dates", topic)
    return tuple(sorted(found, key=lambda form: (-len(form), form)))
