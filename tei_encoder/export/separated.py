"""Several values in one cell, parted by `|`; what holds that itself is told of."""

from collections.abc import Iterable
from typing import Final

from tei_encoder.export.rules import SEPARATOR_IN_VALUE, SOURCE
from tei_encoder.model.diagnostic import Diagnostic

SEPARATOR: Final = "|"
#: stands for the separator within a value
STAND_IN: Final = "\u00a6"


def separated(
    values: Iterable[str | None], column: str, found: list[Diagnostic]
) -> str:
    """Give the cell of some values in order; those that hold `|` are in `found`."""
    told = (value.strip() for value in values if value)
    return SEPARATOR.join(_safe(value, column, found) for value in told if value)


def _safe(value: str, column: str, found: list[Diagnostic]) -> str:
    if SEPARATOR not in value:
        return value
    message = f"{column} holds {SEPARATOR!r}: {value!r}"
    found.append(Diagnostic(SEPARATOR_IN_VALUE, message, source=SOURCE))
    return value.replace(SEPARATOR, STAND_IN)
