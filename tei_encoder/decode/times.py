"""When a turn was said: the moments of a timeline (Guidelines 17.4.2)."""

import re
from typing import Final

from lxml import etree

from tei_encoder.decode.words import Context

_UNITS: Final = {"ms": 1.0, "s": 1000.0, "min": 60_000.0, "h": 3_600_000.0}
_NUMBER: Final = re.compile(r"\d{1,12}(\.\d{1,9})?", re.ASCII)
#: moments told one from another, at most: a circle ends there
_LONGEST: Final = 100_000


def times_of(element: etree._Element, context: Context) -> tuple[int, int] | None:
    """Give begin and end in milliseconds, from `@start` and `@end` or from `@synch`."""
    pointers = [element.get("start"), element.get("end")]
    if None in pointers:
        pointers = [*element.get("synch", "").split()]
    if len(pointers) != 2:  # noqa: PLR2004 - a begin and an end
        return None
    begin, end = (_moment(pointer or "", context) for pointer in pointers)
    return None if begin is None or end is None else (begin, end)


def _moment(pointer: str, context: Context) -> int | None:
    """Add the intervals up to a moment; those without one are the beginning."""
    total, at = 0.0, context.ids.get(pointer.removeprefix("#"))
    for _ in range(_LONGEST):
        if at is None:
            return None
        interval = at.get("interval", "")
        if not at.get("since"):
            return round(total)
        if not _NUMBER.fullmatch(interval):
            return None
        above = at.getparent()
        unit = at.get("unit") or (above.get("unit") if above is not None else None)
        if unit not in _UNITS:
            return None
        total += float(interval) * _UNITS[unit]
        at = context.ids.get(at.get("since", "").removeprefix("#"))
    return None
