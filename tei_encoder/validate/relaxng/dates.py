"""Dates, times and durations of XML Schema (sections 3.2.6 to 3.2.14), exactly.

Years may be negative or have more than four digits, so Python's own dates do not do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

_YEAR = r"(?P<year>-?(?:[1-9][0-9]{4,}|[0-9]{4}))"
_MONTH = r"(?P<month>[0-9]{2})"
_DAY = r"(?P<day>[0-9]{2})"
_CLOCK = r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2}(?:\.[0-9]+)?)"
_ZONE = r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"

FORMS: Final = {
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_CLOCK}{_ZONE}",
    "time": f"{_CLOCK}{_ZONE}",
    "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}",
    "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
    "gYear": f"{_YEAR}{_ZONE}",
    "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}",
    "gDay": f"---{_DAY}{_ZONE}",
    "gMonth": f"--{_MONTH}{_ZONE}",
}
_DURATION = (
    r"(?P<sign>-)?P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?"
    r"(?:(?P<days>[0-9]+)D)?(?:T(?=.)(?:(?P<hours>[0-9]+)H)?"
    r"(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?)S)?)?"
)

_SECONDS_PER_DAY = 86_400
_MONTHS_PER_YEAR = 12
_LATEST_ZONE = 14 * 60
# A leap year, so that --02-29 is a day of it.
_ANY_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on the time line, in seconds, in its zone or without one."""

    seconds: Fraction
    zoned: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; months and seconds cannot be exchanged."""

    months: int
    seconds: Fraction


def read_moment(form: str, literal: str) -> Moment | None:
    """Read a literal of the datatype `form` (`date`, `gYear`, …); None if it is none.

    What the form leaves out is filled in to place the value on the time line.
    """
    found = re.fullmatch(FORMS[form], literal)
    if found is None:
        return None
    parts = found.groupdict()
    year = int(parts.get("year") or _ANY_YEAR)
    month, day = int(parts.get("month") or 1), int(parts.get("day") or 1)
    # XML Schema 1.0 has no year 0: the year before 1 is -1.
    if year == 0 or not _is_day(year, month, day):
        return None
    clock = _seconds_of_day(parts)
    offset = _zone_offset(parts["zone"])
    if clock is None or offset is None:
        return None
    days = _day_number(year + 1 if year < 0 else year, month, day)
    seconds = days * _SECONDS_PER_DAY + clock - offset * 60
    return Moment(Fraction(seconds), zoned=parts["zone"] is not None)


def moment_precedes(first: Moment, second: Moment) -> bool:
    """Tell whether one moment is certainly before another (section 3.2.7.4).

    A moment without zone may lie in any zone, up to 14 hours away.
    """
    if first.zoned == second.zoned:
        return first.seconds < second.seconds
    return first.seconds + _LATEST_ZONE * 60 < second.seconds


def read_duration(literal: str) -> Duration | None:
    """Read a duration such as `P1Y2M3DT4H5M6.7S`; None if it is none."""
    found = re.fullmatch(_DURATION, literal)
    if found is None:
        return None
    number = {
        name: Fraction(digits or 0)
        for name, digits in found.groupdict().items()
        if name != "sign"
    }
    sign = -1 if found["sign"] else 1
    months = number["years"] * _MONTHS_PER_YEAR + number["months"]
    hours = number["days"] * 24 + number["hours"]
    seconds = (hours * 60 + number["minutes"]) * 60 + number["seconds"]
    return Duration(sign * int(months), sign * seconds)


# The four moments from which section 3.2.6.2 compares durations.
_REFERENCES = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))


def duration_precedes(first: Duration, second: Duration) -> bool:
    """Tell whether one duration is shorter than another, wherever both begin."""
    return all(
        _end(reference, first) < _end(reference, second) for reference in _REFERENCES
    )


def _end(reference: tuple[int, int], duration: Duration) -> Fraction:
    year, month = reference
    months = year * _MONTHS_PER_YEAR + month - 1 + duration.months
    start = _day_number(months // _MONTHS_PER_YEAR, months % _MONTHS_PER_YEAR + 1, 1)
    return start * _SECONDS_PER_DAY + duration.seconds


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= _MONTHS_PER_YEAR and 1 <= day <= _days_in(year, month)


def _days_in(year: int, month: int) -> int:
    if month == 2:  # noqa: PLR2004 - February
        astronomical = year + 1 if year < 0 else year
        return 29 if _is_leap(astronomical) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_number(year: int, month: int, day: int) -> int:
    """Count days on the proleptic Gregorian calendar; years here include a year 0."""
    # Counting years from March puts the leap day at the end of the year.
    since_march = (month - 3) % _MONTHS_PER_YEAR
    year -= month < 3  # noqa: PLR2004 - January and February
    leap_days = year // 4 - year // 100 + year // 400
    return 365 * year + leap_days + (153 * since_march + 2) // 5 + day


def _seconds_of_day(parts: dict[str, str | None]) -> Fraction | None:
    if "hour" not in parts:
        return Fraction(0)
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    second = Fraction(parts["second"] or 0)
    midnight_as_24 = hour == 24 and minute == 0 and second == 0  # noqa: PLR2004 - hours
    if not midnight_as_24 and (hour > 23 or minute > 59 or second >= 60):  # noqa: PLR2004 - clock
        return None
    return (hour * 60 + minute) * 60 + second


def _zone_offset(zone: str | None) -> int | None:
    """Return the minutes east of UTC; None where no such zone can be."""
    if zone is None or zone == "Z":
        return 0
    hours, minutes = int(zone[1:3]), int(zone[4:6])
    offset = hours * 60 + minutes
    if minutes > 59 or offset > _LATEST_ZONE:  # noqa: PLR2004 - minutes
        return None
    return -offset if zone[0] == "-" else offset
