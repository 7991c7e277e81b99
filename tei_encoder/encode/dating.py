"""Dates as attributes: W3C forms, and EDTF level 1 for what is open or uncertain.

No part of a date is invented: what is not told is left out (`@when` of a month), or is
between bounds (`@notBefore`, `@notAfter`); Guidelines 14.4, att.datable.w3c.
"""

import re
from calendar import monthrange

from tei_encoder.encode.attributes import is_temporal

#: EDTF: uncertain, approximate, both
_CERTAINTY = {"?": "medium", "~": "medium", "%": "low"}
_QUALIFIERS = "".join(_CERTAINTY)
#: a season of no hemisphere tells no month
_SEASON = re.compile(r"(-?\d{4})-2[1-4]", re.ASCII)
_ZONED = re.compile(r"(.+T[\d:]+)(Z|[+-]\d\d)(:\d\d)?", re.ASCII)
_UNSPECIFIED = re.compile(
    r"(?P<year>\d\d(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?",
    re.ASCII,
)


def dating(when: str | None) -> dict[str, str]:
    """Give `@when`, `@from` and `@to`, or `@notBefore` and `@notAfter`.

    Empty where the value allows none of them, as a year before our era.
    """
    if not when:
        return {}
    if "/" in when:
        start, _, end = when.partition("/")
        return _bound(start, ("from", "notBefore")) | _bound(end, ("to", "notAfter"))
    value = when.rstrip(_QUALIFIERS)
    told = _told(value)
    if told:
        return {"when": told}
    bounds = _between(value)
    return dict(zip(("notBefore", "notAfter"), bounds, strict=True)) if bounds else {}


def certainty_of(when: str | None) -> str | None:
    """Give the `@cert` of an EDTF date that says that it is uncertain or approximate.

    Of an interval, that of its less certain bound.
    """
    marks = {part[-1:] for part in (when or "").split("/")}
    found = {_CERTAINTY[mark] for mark in marks if mark in _CERTAINTY}
    return min(found, default=None)  # "low" comes before "medium"


def _bound(value: str, names: tuple[str, str]) -> dict[str, str]:
    """Give the attribute of one end of an interval; none where it is open.

    A year that is told in part is a bound and no end.
    """
    value = value.rstrip(_QUALIFIERS)
    told = _told(value.replace("-XX", ""))
    if told:
        return {names[0]: told}
    bounds = _between(value)
    return {names[1]: bounds[names[1] == "notAfter"]} if bounds else {}


def _told(value: str) -> str | None:
    """Give a date of which all parts are told, in the W3C form."""
    if zoned := _ZONED.fullmatch(value):
        minutes = zoned[3] or ("" if zoned[2] == "Z" else ":00")
        return f"{zoned[1]}{zoned[2]}{minutes}" if is_temporal(zoned[1]) else None
    if season := _SEASON.fullmatch(value):
        value = season[1]
    return value if is_temporal(value) else None


def _between(value: str) -> tuple[str, str] | None:
    """Give the first and last date that one with unspecified digits may be."""
    match = _UNSPECIFIED.fullmatch(value)
    if match is None or "X" not in value:
        return None
    first, last = match["year"].replace("X", "0"), match["year"].replace("X", "9")
    if match["month"] is None:
        return first, last
    months = ("01", "12") if match["month"] == "XX" else (match["month"],) * 2
    if match["day"] is None:
        return f"{first}-{months[0]}", f"{last}-{months[1]}"
    end = monthrange(int(last), int(months[1]))[1]
    return f"{first}-{months[0]}-01", f"{last}-{months[1]}-{end}"
