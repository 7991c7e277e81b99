"""Turns in JSON: an object on each line, or one array of objects."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.decoding import decode
from tei_encoder.readers.json_text import json_text, parse_json
from tei_encoder.readers.tables.columns import columns_of
from tei_encoder.readers.tables.turns import Table, source_of
from tei_encoder.readers.text import on_encoding

_REMEDY: Final = 'give an object for each turn, as {"speaker": "…", "text": "…"}'


def read(
    data: bytes,
    uri: str,
    *,
    encoding: str | None = None,
    columns: str | None = None,
) -> Outcome[Source]:
    """Read objects as turns (see `tables.turns`): their keys are the columns.

    Numbers stay as they are written; lists and objects as values stay JSON.
    Raises `ReadError` with a line for what is no JSON, or no object.
    """
    decoded = decode(data, uri, encoding=encoding)
    objects = tuple(_objects(decoded.text.removeprefix("\ufeff"), uri))
    if not objects:
        raise ReadError("holds no objects", place=uri, remedy=_REMEDY)
    header = tuple(dict.fromkeys(key for _, item in objects for key in item))
    table = Table(
        header=header,
        columns=columns_of(header, columns, f"{uri}:1"),
        rows=tuple(
            tuple(json_text(item.get(k)) for k in header) for _, item in objects
        ),
        numbers=tuple(number for number, _ in objects),
        printed=False,
    )
    found = source_of(table, data, uri, reader="jsonl", encoding=decoded.encoding)
    return Outcome(found.value, (*on_encoding(decoded, encoding), *found.diagnostics))


def _objects(text: str, uri: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Give the objects with their lines; those of an array are numbered."""
    if text.lstrip().startswith("["):
        for number, item in enumerate(parse_json(text, uri), start=1):
            yield number, _object(item, f"{uri}: item {number}")
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            value = parse_json(line, uri, line=number)
            yield number, _object(value, f"{uri}:{number}")


def _object(value: Any, place: str) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
    if not isinstance(value, dict):
        raise ReadError("is no JSON object", place=place, remedy=_REMEDY)
    return value
