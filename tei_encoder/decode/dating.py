"""Dates of the header for catalogues: as printed, and in W3C form where there is one.

TEI dates may carry times, custom calendars and shapes that no catalogue takes; what is
no W3C date is left out of the normal form, and stands in the printed one.
"""

import re
from typing import Final

from lxml import etree

from tei_encoder.decode.header import words_in
from tei_encoder.metadata.values import w3c_date_problem
from tei_encoder.model.catalogue import Dating

_DATE: Final = re.compile(
    r"-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII
)
#: an end of an interval that is not told (EDTF)
_OPEN: Final = ".."


def dating_of(element: etree._Element) -> Dating | None:
    """Read a date; None for one that says nothing (Guidelines, att.datable)."""
    when = _normal(element)
    text = words_in(element) or when
    return Dating(text, when) if text else None


def _normal(element: etree._Element) -> str | None:
    when = _value(element, "when", "when-iso")
    if when:
        return when
    start = _value(element, "from", "from-iso", "notBefore", "notBefore-iso")
    end = _value(element, "to", "to-iso", "notAfter", "notAfter-iso")
    if start == end:
        return start
    return f"{start or _OPEN}/{end or _OPEN}"


def _value(element: etree._Element, *names: str) -> str | None:
    """Give the day, month or year of the first attribute that begins with one."""
    for name in names:
        found = _DATE.match(element.get(name, "").strip())
        if found and not _goes_on(found) and not w3c_date_problem(found[0]):
            return found[0]
    return None


def _goes_on(found: re.Match[str]) -> bool:
    """Tell `1966-09-07T12:00` (a time follows) from `19661` or `1966-9`."""
    return found.string[found.end() : found.end() + 1] not in {"", "T", "Z", "+"}
