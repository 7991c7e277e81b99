"""Lengths and numbers as office files write them."""

from typing import Final

#: units of a length in points (ISO/IEC 29500-1, 22.9.2.15; ODF 1.3, part 3, 18.3.18)
_POINTS: Final = {
    "pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "pi": 12.0,
    "px": 0.75,
}  # fmt: skip
_TWIPS: Final = 20
_LARGEST: Final = 1 << 31


def points(length: str) -> float:
    """Give a length in points; a bare number counts twentieths. 0 for no length."""
    unit = _POINTS.get(length[-2:])
    try:
        number = float(length[:-2] if unit else length)
    except ValueError:
        return 0.0
    made = number * unit if unit else number / _TWIPS
    return round(made, 2) if abs(made) < _LARGEST else 0.0


def whole(value: str | None, default: int = 0) -> int:
    """Give a whole number; the default where a damaged file has none."""
    try:
        number = int(value or "")
    except ValueError:
        return default
    return number if abs(number) < _LARGEST else default
