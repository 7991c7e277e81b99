"""The text that a cell of a workbook shows (ECMA-376 part 1, 18.8.31)."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

#: what of a number format is a part of a date, quoted or escaped, or a sign
_TOKEN: Final = re.compile(
    r"\[\$[^\]]*\]|\[(?:h+|m+|s+)\]|AM/PM|y+|m+|d+|h+|s+(?:\.0+)?"
    r'|"[^"]*"|\\.|.',
    re.IGNORECASE | re.DOTALL,
)
_ABOVE_NUMBERS: Final = 3


def shown(value: object, form: str = "General") -> str:
    """Give what a cell shows; dates and times in the form of the cell.

    Names of months and weekdays, which depend on the program's language, are not
    written: such dates, and those of the General form, are in ISO 8601. Numbers have
    all their digits, whatever the form says of them.
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return f"{Decimal(repr(value)).normalize():f}"
        case timedelta():
            return _elapsed(value)
        case datetime() | date() | time():
            return _formed(value, form) or _iso(value)
    return str(value)


def _iso(value: datetime | date | time) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat(*[" "] if isinstance(value, datetime) else [])


def _elapsed(value: timedelta) -> str:
    """Write a length of time in hours, minutes and seconds."""
    total = Decimal(str(value.total_seconds()))
    sign, total = ("-", -total) if total < 0 else ("", total)
    minutes, seconds = divmod(total, 60)
    rest = f"{seconds:f}".rstrip("0").rstrip(".") if seconds % 1 else f"{seconds:.0f}"
    padded = rest if seconds >= 10 else f"0{rest}"  # noqa: PLR2004 - two digits
    return f"{sign}{int(minutes // 60)}:{int(minutes % 60):02}:{padded}"


def _formed(value: datetime | date | time, form: str) -> str | None:
    """Write a date in the form of its cell; None for names and forms without any."""
    tokens = _TOKEN.findall(form.partition(";")[0])
    if not any(token[0].lower() in "ymdhs" for token in tokens):
        return None
    half = any(token.upper() == "AM/PM" for token in tokens)
    pieces: list[str] = []
    for place, token in enumerate(tokens):
        piece = _piece(value, token, tokens, place, half=half)
        if piece is None:
            return None
        pieces.append(piece)
    return "".join(pieces)


def _piece(
    value: datetime | date | time,
    token: str,
    tokens: list[str],
    place: int,
    *,
    half: bool,
) -> str | None:
    letter, size = token[0].lower(), len(token)
    if letter == "[":
        return "" if token.startswith("[$") else None
    if token.upper() == "AM/PM":
        return "AM" if getattr(value, "hour", 0) < 12 else "PM"  # noqa: PLR2004 - noon
    if letter == "m" and _is_minute(tokens, place):
        return f"{getattr(value, 'minute', 0):0{size}}"
    if letter in "ymd":
        return _of_date(value, letter, size)
    if letter in "hs":
        return _of_time(value, letter, token, half=half)
    return token[1:].rstrip('"') if letter in '"\\' else token


def _is_minute(tokens: list[str], place: int) -> bool:
    """Tell minutes from months: they stand after hours or before seconds."""
    parts = [(n, t[0].lower()) for n, t in enumerate(tokens) if t[0].lower() in "ymdhs"]
    at = next(i for i, (n, _) in enumerate(parts) if n == place)
    after = parts[at - 1][1] if at else ""
    before = parts[at + 1][1] if at + 1 < len(parts) else ""
    return after == "h" or before == "s"


def _of_date(value: datetime | date | time, letter: str, size: int) -> str | None:
    if isinstance(value, time) or (letter != "y" and size >= _ABOVE_NUMBERS):
        return None
    if letter == "y":
        return (
            f"{value.year:04}" if size >= _ABOVE_NUMBERS else f"{value.year % 100:02}"
        )
    return f"{value.month if letter == 'm' else value.day:0{size}}"


def _of_time(
    value: datetime | date | time, letter: str, token: str, *, half: bool
) -> str:
    if letter == "h":
        hour = getattr(value, "hour", 0)
        return f"{(hour - 1) % 12 + 1 if half else hour:0{len(token)}}"
    whole, _, part = token.partition(".")
    second = f"{getattr(value, 'second', 0):0{len(whole)}}"
    micro = f"{getattr(value, 'microsecond', 0):06}"
    return f"{second}.{micro[: len(part)]}" if part else second
