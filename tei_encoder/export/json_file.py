"""JSON files for others: what is not known has no key, and no list is empty."""

import json
from collections.abc import Iterable, Mapping

Json = str | int | float | bool | list["Json"] | dict[str, "Json"]


def told(pairs: Mapping[str, Json | None]) -> dict[str, Json]:
    """Leave out what says nothing."""
    return {
        name: value
        for name, value in pairs.items()
        if value is not None and value not in ("", [], {})
    }


def each(values: Iterable[str | None]) -> list[Json]:
    """Give each value that says something, once, in order."""
    return list(dict.fromkeys(value for value in values if value and value.strip()))


def one_or_all(values: list[Json]) -> Json | None:
    """Give the only value bare, several as a list, and None for none."""
    return values[0] if len(values) == 1 else values or None


def json_bytes(value: Json) -> bytes:
    """Serialize in UTF-8, indented, keys in the order in which they were given."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
