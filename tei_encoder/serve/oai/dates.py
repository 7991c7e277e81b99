"""`from` and `until`: days or seconds, both alike, in UTC (section 2.7.1)."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from tei_encoder.serve.item import Selection
from tei_encoder.serve.oai.errors import Code, OaiError

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SECOND: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def selection_of(arguments: Mapping[str, str]) -> Selection:
    """Give what `from`, `until` and `set` mean; a day lasts until its last second.

    Raises `OaiError` (badArgument).
    """
    since, until = arguments.get("from"), arguments.get("until")
    for name, date in (("from", since), ("until", until)):
        if date is not None and not _is_date(date):
            raise _bad(f"{name} is no date like 2024-05-01 or 2024-05-01T12:00:00Z")
    if since and until:
        if len(since) != len(until):
            raise _bad("from and until differ in granularity")
        if since > until:
            raise _bad("from is later than until")
    if since and _DAY.fullmatch(since):
        since += "T00:00:00Z"
    if until and _DAY.fullmatch(until):
        until += "T23:59:59Z"
    return Selection(since, until, arguments.get("set"))


def _is_date(text: str) -> bool:
    if not (_DAY.fullmatch(text) or _SECOND.fullmatch(text)):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _bad(message: str) -> OaiError:
    return OaiError(Code.BAD_ARGUMENT, message)
