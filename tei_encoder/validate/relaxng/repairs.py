"""Likely slips in values: white space, letter case, a date without its zeros."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHORT_DATE = re.compile(r"(?<![0-9])[0-9](?![0-9])")


def repaired(value: str, is_right: Callable[[str], bool]) -> str | None:
    """Return a right value that differs by a usual slip only, None if none is."""
    return next((one for one in _variants(value) if one and is_right(one)), None)


def _variants(value: str) -> Iterator[str]:
    yield "-".join(value.split())
    yield "".join(value.split())
    yield value.lower()
    yield _SHORT_DATE.sub(lambda digit: digit[0].zfill(2), value)
