"""Numbers of XML Schema: decimals and integers without limit, binary floats."""

from __future__ import annotations

import re
import struct
from decimal import Decimal
from typing import Final

_DECIMAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_INTEGER = r"[+-]?[0-9]+"
_FLOAT = _DECIMAL + r"(?:[eE][+-]?[0-9]+)?"
_SPECIAL: Final = {"INF": float("inf"), "-INF": float("-inf")}
_NOT_A_NUMBER = "NaN"

# The integer types with their least and greatest value (sections 3.3.13 to 3.3.25).
INTEGER_BOUNDS: Final[dict[str, tuple[int | None, int | None]]] = {
    "integer": (None, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-(2**7), 2**7 - 1),
    "nonNegativeInteger": (0, None),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 2**8 - 1),
    "positiveInteger": (1, None),
}


def read_decimal(literal: str) -> Decimal | None:
    """Read a decimal number, every digit kept."""
    return Decimal(literal) if re.fullmatch(_DECIMAL, literal) else None


def read_integer(name: str, literal: str) -> Decimal | None:
    """Read a literal of the integer type of that name."""
    if not re.fullmatch(_INTEGER, literal):
        return None
    least, greatest = INTEGER_BOUNDS[name]
    number = Decimal(literal)
    too_small = least is not None and number < least
    too_great = greatest is not None and number > greatest
    return None if too_small or too_great else number


def read_double(literal: str) -> float | str | None:
    """Read a double; not-a-number is given as text, for it equals itself here."""
    if literal == _NOT_A_NUMBER:
        return literal
    if literal in _SPECIAL:
        return _SPECIAL[literal]
    return float(literal) if re.fullmatch(_FLOAT, literal) else None


def read_float(literal: str) -> float | str | None:
    """Read a single-precision float, rounded as its 32 bits demand."""
    value = read_double(literal)
    if not isinstance(value, float):
        return value
    try:
        rounded: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
    return rounded


def number_precedes(first: Decimal, second: Decimal) -> bool:
    """Tell whether one decimal is less than another."""
    return first < second


def float_precedes(first: float | str, second: float | str) -> bool:
    """Tell whether one float is less than another; not-a-number has no place."""
    if isinstance(first, str) or isinstance(second, str):
        return False
    return first < second


def total_digits(value: Decimal) -> int:
    """Count the significant digits (section 4.3.11)."""
    fraction = fraction_digits(value)
    return max(len(str(abs(int(value.scaleb(fraction))))), fraction)


def fraction_digits(value: Decimal) -> int:
    """Count the digits after the point, trailing zeros left out (section 4.3.12)."""
    _, _, fraction = f"{value:f}".partition(".")
    return len(fraction.rstrip("0"))
