"""Reads times of the day, whole strings or in running text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tei_encoder.language.clock import (
    NOON,
    TimeMatch,
    TimeReading,
    in_half_day,
    on_clock,
)
from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import vocabulary
from tei_encoder.language.signed_times import signed_times
from tei_encoder.model.source import Span

__all__ = ["TimeMatch", "TimeReading", "find_times", "parse_time"]

DIGIT = re.compile(r"\d")
SPACE = "[ \u00a0\u202f]"
#: how far back, in characters, the words before a time may begin
REACH = 24


def parse_time(text: str, languages: Sequence[str] = ()) -> TimeReading | None:
    """Read `text` as one time of the day, or give None.

    `languages` are BCP 47 tags; none means all with data.
    """
    tags = tuple(languages)
    stripped = text.strip(" \t\r\n\u00a0,;()[]")
    if stripped.casefold() in _words(tags, "noon"):
        return TimeReading(f"{NOON}:00:00")
    for words in (stripped, stripped.rstrip(".")):
        for found in (*signed_times(words, tags), *_times(words, tags, stated=True)):
            if found.span == Span(0, len(words)):
                return found.reading
    return None


def find_times(text: str, languages: Sequence[str] = ()) -> list[TimeMatch]:
    """Give the times in running text, in order.

    Only what has its mark (`2.30 p.m.`, `14.30 Uhr`, `ore 9`, `下午三时`), or two parts
    and an hour that no other count reaches (`17:45`), is a time.
    """
    tags = tuple(languages)
    signed = list(signed_times(text, tags))
    figures = _times(text, tags, stated=False) if DIGIT.search(text) else ()
    alone = [f for f in figures if not any(f.span.overlaps(s.span) for s in signed)]
    return sorted((*signed, *alone), key=lambda found: found.span)


def _times(text: str, tags: tuple[str, ...], *, stated: bool) -> Iterator[TimeMatch]:
    before = _before(tags)
    for match in _shape(tags).finditer(text):
        start = match.start()
        said = before.search(text, max(0, start - REACH), start)
        reading = _reading(match, said, stated=stated)
        if reading is not None:
            if said is not None and (said["am"] or said["pm"]):
                start = said.start()
            yield TimeMatch(Span(start, match.end()), reading)


def _reading(
    match: re.Match[str], said: re.Match[str] | None, *, stated: bool
) -> TimeReading | None:
    hour = int(match["hour"])
    minute = int(match["minute"] or match["minutes"] or match["joined"] or 0)
    after_noon = bool(match["pm"] or (said and said["pm"]))
    if after_noon or match["am"] or (said and said["am"]):
        return in_half_day(hour, minute, after_noon=after_noon)
    if _stands(match, said, stated=stated):
        return on_clock(hour, minute)
    return None


def _stands(match: re.Match[str], said: re.Match[str] | None, *, stated: bool) -> bool:
    """Tell whether the words and marks about a number make a time of it."""
    sure = stated or int(match["hour"]) > NOON
    clock = match["clock"] or match["clock_before"]
    word = bool(clock or (said and said["hour"]))
    if match["minutes"]:
        # `2 heures 30` may be how long something lasts
        return word or sure or said is not None
    if match["separator"] == "," or match["joined"]:
        return word or bool(match["word"])
    if match["minute"]:
        return word or bool(match["word"]) or (match["separator"] != "." and sure)
    return word or bool(stated and match["word"])


@cache
def _shape(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Build the pattern of a time; it begins with a digit and looks no further back.

    Minutes stand behind a mark (`9.30 Uhr`), behind the word for the hour (`16 h 45`,
    `16 Uhr 45`), or joined by a word (`9 e 30`).
    """
    hours = (
        f"(?P<clock_before>{_either(_words(tags, 'clock'))})"
        f"|{_either(_words(tags, 'hour'))}"
    )
    minutes = _either(_words(tags, "minute"))
    joiner = _either(_words(tags, "hour_joiner"))
    marks = "|".join(
        f"(?P<{group}>{_either(_words(tags, topic))})"
        for group, topic in (
            ("am", "am"),
            ("pm", "pm"),
            ("clock", "clock"),
            ("word", "hour"),
        )
    )
    return re.compile(
        r"(?<![\w.:,/-])(?P<hour>\d{1,2})"
        rf"(?:{SPACE}?(?:{hours}){SPACE}?(?:(?:{joiner}){SPACE})?"
        rf"(?P<minutes>\d{{2}})(?![\w.,:]\d|\d)(?:{SPACE}(?:{minutes})(?!\w))?(?!\w)"
        r"|(?:(?P<separator>[:.,h])(?P<minute>\d{2})(?!\d)"
        rf"|{SPACE}(?:{joiner}){SPACE}(?P<joined>\d{{2}})(?!\d))?"
        rf"(?:{SPACE}?(?:{marks})(?!\w)|(?![\w:]|[.,-]\w)))",
        re.IGNORECASE,
    )


@cache
def _before(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Build the pattern of the word before a time, with what it tells."""
    groups = "|".join(
        f"(?P<{group}>{_either(_words(tags, topic))})"
        for group, topic in (
            ("am", "am_before"),
            ("pm", "pm_before"),
            ("hour", "hour_before"),
            ("at", "at"),
        )
    )
    return re.compile(rf"(?<!\w)(?:{groups})\s?\Z", re.IGNORECASE)


def _either(forms: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, forms)) or r"(?!)"


def _words(tags: tuple[str, ...], topic: str) -> tuple[str, ...]:
    found = vocabulary(tags or known_languages(), "dates", topic)
    return tuple(sorted(found, key=lambda form: (-len(form), form)))
