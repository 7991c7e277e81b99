"""Reads times of scripts that write a sign behind the hour (`下午三时`, `오후 3시`)."""

import re
from collections.abc import Iterator
from functools import cache

from tei_encoder.language.clock import TimeMatch, TimeReading, in_half_day, on_clock
from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import vocabulary
from tei_encoder.model.source import Span

NUMERALS = "〇零一二三四五六七八九"
NUMBER = rf"\d{{1,2}}|[{NUMERALS}两十]{{1,3}}"
HALF_HOUR = 30
TEN = "十"


def signed_times(text: str, tags: tuple[str, ...]) -> Iterator[TimeMatch]:
    """Give the times in running text whose hour has a sign, in order.

    Without its half of the day and without minutes, an hour is no time: the sign also
    counts (`三点`).
    """
    pattern = _shape(tags)
    for match in pattern.finditer(text) if pattern else ():
        reading = _reading(match)
        if reading is not None:
            yield TimeMatch(Span(*match.span()), reading)


def _reading(match: re.Match[str]) -> TimeReading | None:
    hour = _number(match["number"])
    minute = HALF_HOUR if match["half"] else _number(match["minutes"] or "0")
    if hour is None or minute is None:
        return None
    if match["am"] or match["pm"]:
        if hour > 12:  # noqa: PLR2004 - `下午15时`: both say it
            return on_clock(hour, minute)
        return in_half_day(hour, minute, after_noon=bool(match["pm"]))
    told = match["half"] or match["minutes"]
    return on_clock(hour, minute) if told else None


def _number(printed: str) -> int | None:
    """Read digits or the numerals up to 99; None where they make no number."""
    if printed.isdecimal():
        return int(printed)
    tens, ten, ones = printed.replace("两", "二").rpartition(TEN)
    digits = [NUMERALS.find(numeral) for numeral in (tens or "一", ones or "零")]
    if len(ones) > 1 or len(tens) > 1 or min(digits) < 0:
        return None
    first, last = (max(digit - 1, 0) for digit in digits)
    return (10 * first if ten else 0) + last


@cache
def _shape(tags: tuple[str, ...]) -> re.Pattern[str] | None:
    hour = _either(tags, "hour_sign")
    if not hour:
        return None
    halves = "|".join(
        f"(?P<{group}>{_either(tags, topic) or '(?!)'})"
        for group, topic in (("am", "am_before"), ("pm", "pm_before"))
    )
    unsaid = _either(tags, "hour_sign_lasts")
    lasts = f"(?!{unsaid})" if unsaid else ""
    minute, half = (_either(tags, key) for key in ("minute_sign", "half_sign"))
    return re.compile(
        rf"(?:(?:{halves})\s?)?(?<![\d{NUMERALS}十])(?P<number>{NUMBER})\s?(?:{hour}){lasts}"
        rf"(?:\s?(?P<minutes>{NUMBER})\s?(?:{minute})|\s?(?P<half>{half or '(?!)'}))?"
    )


def _either(tags: tuple[str, ...], topic: str) -> str:
    found = vocabulary(tags or known_languages(), "dates", topic)
    return "|".join(
        re.escape(form) for form in sorted(found, key=lambda f: (-len(f), f))
    )
