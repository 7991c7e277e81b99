"""Dates as attributes: W3C forms, and EDTF level 1 for what is open or uncertain."""

from tei_encoder.encode.attributes import is_temporal

#: EDTF: uncertain, approximate, both
_QUALIFIERS = "?~%"


def dating(when: str | None) -> dict[str, str]:
    """Give `@when`, `@from` and `@to`, or `@notBefore` and `@notAfter`.

    Empty where the value allows none of them: no part of a date is invented.
    """
    if not when:
        return {}
    if "/" in when:
        return _interval(*when.split("/", 1))
    value = when.rstrip(_QUALIFIERS)
    if is_temporal(value):
        return {"when": value}
    if set(value[-2:]) & {"X"}:
        return _unspecified(value)
    return {}


def is_uncertain(when: str | None) -> bool:
    """Tell whether an EDTF date says of itself that it is uncertain or approximate."""
    return bool(when) and str(when)[-1] in _QUALIFIERS


def _interval(start: str, end: str) -> dict[str, str]:
    ends = {"from": start.rstrip(_QUALIFIERS), "to": end.rstrip(_QUALIFIERS)}
    return {name: value for name, value in ends.items() if is_temporal(value)}


def _unspecified(value: str) -> dict[str, str]:
    """Give the bounds of a year whose last digits are not told (`196X`, `19XX`)."""
    first, last = value.replace("X", "0"), value.replace("X", "9")
    if is_temporal(first) and "-" not in value:
        return {"notBefore": first, "notAfter": last}
    return {}
