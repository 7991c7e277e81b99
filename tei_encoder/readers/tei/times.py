"""The points in time that a `timeline` declares (Guidelines, 8.4.2 and 17.4)."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from lxml import etree

from tei_encoder.readers.captions.times import clock
from tei_encoder.tei.names import XML_ID

_UNITS: Final = {"ms": 1, "s": 1000, "min": 60_000, "m": 60_000, "h": 3_600_000}


def timeline(root: etree._Element) -> Mapping[str, int]:
    """Give the milliseconds of each point by its id, as far as the file tells them.

    A point without a beginning (`@since`) is counted from the origin.
    """
    points: dict[str, int] = {}
    for line in root.iter("{*}timeline"):
        origin = line.get("origin", "").removeprefix("#")
        for when in line.iter("{*}when"):
            identifier = when.get(XML_ID)
            found = _point(when, line.get("unit", "s"), origin, points)
            if identifier and found is not None:
                points[identifier] = found
    return points


def _point(
    when: etree._Element, unit: str, origin: str, points: Mapping[str, int]
) -> int | None:
    since = when.get("since", "").removeprefix("#")
    interval = when.get("interval")
    if interval is None:
        absolute = clock(when.get("absolute", ""))
        is_origin = when.get(XML_ID) == origin or not points
        return 0 if absolute is None and is_origin else absolute
    start = points.get(since, 0) if since and since != origin else 0
    factor = _UNITS.get(when.get("unit", unit))
    try:
        length = Decimal(interval) * (factor or 0)
    except InvalidOperation:
        return None
    return start + int(length.to_integral_value()) if factor and length >= 0 else None
