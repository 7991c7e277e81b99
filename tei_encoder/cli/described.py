"""Shows what records say of themselves: a line for each fact, or JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder import pipeline
from tei_encoder.cli.facts import Item, items_of
from tei_encoder.cli.page import PageRequest, settings_of, source_of

#: fields beyond those that archives exchange: told where everything is asked for
_BEYOND: Final = frozenset(
    {
        *("custodial_history", "acquisition", "related_scan", "access"),
        "reproduction",
    }
)


def show_description(request: PageRequest, *, everything: bool = False) -> str:
    """Describe what was asked for, as text or JSON; records follow each other.

    JSON has the fields of the vocabulary for exchange, or with `everything` also
    custodial history, acquisition, access, reproduction and related scans.
    """
    source = source_of(request)
    records = pipeline.parse_record(source, settings_of(request)).records
    items = [item for record in records for item in items_of(source, record)]
    if request.layout == "text":
        return as_text(items)
    return as_json(items if everything else exchanged(items))


def exchanged(items: Iterable[Item]) -> Iterator[Item]:
    """Leave out what the vocabulary for exchange has no field for."""
    return (item for item in items if item.field not in _BEYOND)


def as_text(items: Iterable[Item]) -> str:
    """Give a line for each item: field, words, and in parentheses what they mean."""
    return "\n".join(map(_line, items))


def _line(item: Item) -> str:
    told = ", ".join(filter(None, (item.when, item.role)))
    words = " ".join(item.text.split())
    return f"{item.field:<18} {words}" + (f" ({told})" if told else "")


def as_json(items: Iterable[Item]) -> str:
    """Give the items as a JSON array; what is not told is left out."""
    told = ({name: getattr(item, name) for name in Item.__slots__} for item in items)
    rows = [{name: v for name, v in row.items() if v is not None} for row in told]
    return json.dumps(rows, ensure_ascii=False, indent=1)
