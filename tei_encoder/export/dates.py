"""Dates in the shapes that targets take; what has none is left out, never guessed."""

import re
from typing import Final

from tei_encoder.model.catalogue import Dating

#: a day, month or year of the common era
_DATE: Final = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def single(dating: Dating | None) -> str | None:
    """Give a date in W3C form; None for an interval and for words."""
    when = dating.when if dating else None
    return when if when and _DATE.fullmatch(when) else None


def closed(dating: Dating | None) -> str | None:
    """Give a date, or an interval `a/b` of which both ends are told."""
    when = dating.when if dating else None
    ends = when.split("/") if when else []
    told = all(_DATE.fullmatch(end) for end in ends)
    return when if ends and told else None


def ends_of(dating: Dating | None) -> tuple[str | None, str | None]:
    """Give first and last day, month or year; a single date is both."""
    when = dating.when if dating else None
    first, _, last = (when or "").partition("/")
    pair = (first, last or first)
    start, end = (d if _DATE.fullmatch(d) else None for d in pair)
    return start, end


def shown(dating: Dating | None) -> str | None:
    """Give the W3C form where there is one, else the words."""
    return (dating.when or dating.text) if dating else None
