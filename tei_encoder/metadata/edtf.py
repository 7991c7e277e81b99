"""Dates as archives write them: EDTF level 1 (ISO 8601-2:2019, Library of Congress)."""

import re
from datetime import date
from typing import Final

_DIGITS = (
    r"(?P<year>-?\d{4}|\d{2}(?:\d|X)X)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
)
_DATE: Final = re.compile(rf"{_DIGITS}[?~%]?", re.ASCII)
_LONG_YEAR: Final = re.compile(r"Y-?[1-9]\d{4,}[?~%]?", re.ASCII)
_TIME: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d"
    r"(Z|[+-]\d\d(:[0-5]\d)?)?",
    re.ASCII,
)
_SEASONS: Final = range(21, 25)
_OPEN: Final = ("", "..")


def problem(text: str) -> str | None:
    """Say what is wrong with a date, or give None for EDTF of level 0 or 1.

    Single dates with unspecified digits (`19XX`, `1966-XX`), qualification
    (`1966?`), seasons (`1966-21`), long years, date-times, and intervals that may
    be open (`1966-09/..`).
    """
    start, slash, end = text.partition("/")
    if not slash:
        return _date_problem(text)
    if start in _OPEN and end in _OPEN:
        return "an interval needs at least one date"
    for bound in (start, end):
        if bound not in _OPEN and (found := _date_problem(bound)):
            return found
    if start not in _OPEN and end not in _OPEN and _backwards(start, end):
        return "the interval runs backwards"
    return None


def _date_problem(text: str) -> str | None:
    if _LONG_YEAR.fullmatch(text):
        return None
    if timed := _TIME.fullmatch(text):
        return _date_problem(timed[1])
    found = _DATE.fullmatch(text)
    if found is None:
        return "not a date of the form 1966-09-07, 1966-09, 1966, 196X, 1966? or a/b"
    return _calendar_problem(found["year"], found["month"], found["day"])


def _calendar_problem(year: str, month: str | None, day: str | None) -> str | None:
    if month is None:
        return None
    if month == "XX" or "X" in year:
        return None if day in {None, "XX"} else "a day needs a month"
    if day is None and int(month) in _SEASONS:
        return None
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
        return f"there is no month {month}"
    return None if day in {None, "XX"} else _day_problem(year, month, str(day))


def _day_problem(year: str, month: str, day: str) -> str | None:
    # the Gregorian calendar repeats every 400 years: 2000 stands for year 0 and below
    number = int(year) % 400 + 2000
    try:
        date(number, int(month), int(day))
    except ValueError:
        return f"there is no day {day} in {year}-{month}"
    return None


def _backwards(start: str, end: str) -> bool:
    """Compare two dates where both are plain digits; others are never backwards."""
    plain = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)
    if not (plain.fullmatch(start) and plain.fullmatch(end)):
        return False
    size = min(len(start), len(end))
    return start[:size] > end[:size]
