"""Time codes: milliseconds from the start of a recording."""

import re
from decimal import Decimal
from typing import Final

#: hours may be left out, and may have any number of digits
_CLOCK: Final = re.compile(
    r"(?P<sign>-?)(?:(?P<hours>\d{1,7}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]?\d)"
    r"(?:[.,](?P<part>\d{1,9}))?",
    re.ASCII,
)
_SECONDS: Final = re.compile(r"-?\d{1,10}(?:[.,]\d{1,18})?", re.ASCII)
_MINUTES: Final = 60
#: the arrow of a line of times
ARROW: Final = "-->"


def clock(text: str) -> int | None:
    """Give the milliseconds of `1:02:03.450`, `02:03,45` or `2:03`; None for others.

    What is finer than a millisecond is rounded to the nearest one.
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None or (found["hours"] and int(found["minutes"]) >= _MINUTES):
        return None
    whole = int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60
    part = Decimal(f"0.{found['part'] or 0}")
    time = milliseconds(whole + int(found["seconds"]) + part)
    return -time if found["sign"] else time


def seconds(text: str) -> int | None:
    """Give the milliseconds of a number of seconds (`12`, `12.5`, `12,5 s`)."""
    number = text.strip().removesuffix("s").rstrip()
    if _SECONDS.fullmatch(number) is None:
        return None
    return milliseconds(Decimal(number.replace(",", ".")))


def time(text: str) -> int | None:
    """Give the milliseconds of a clock time or a number of seconds."""
    found = clock(text)
    return seconds(text) if found is None else found


def milliseconds(amount: Decimal) -> int:
    """Round seconds to milliseconds, halves to the even one."""
    return int((amount * 1000).to_integral_value())


def interval(line: str) -> tuple[int, int, str] | None:
    """Read `begin --> end settings`; None where it is no such line."""
    begin, arrow, rest = line.partition(ARROW)
    end, _, settings = rest.strip().partition(" ")
    if "\t" in end:
        end, _, settings = rest.strip().partition("\t")
    first, last = clock(begin), clock(end)
    if not arrow or first is None or last is None:
        return None
    return first, last, settings.strip()
