"""Authority files in JSON: a list of entries, or SKOS as JSON-LD."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tei_encoder.authority.entry import SERVICES, address, entry, kind_of, wrong
from tei_encoder.authority.skos import kind_by_types
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.registry import suggestion

KEYS: Final = ("kind", "name", "variants", *SERVICES, "ref", "id")
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"


def entries_of_json(data: bytes, name: str) -> Iterator[AuthorityEntry]:
    """Read the entries of a JSON file.

    It is a list of objects with the keys of `KEYS` (`variants` and `ref` may be
    lists), or JSON-LD with SKOS labels. Raises `ConfigurationError` with the place.
    """
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise wrong(f"not valid JSON: {error}", name, "mend that place") from error
    if isinstance(content, dict):
        content = content.get("@graph", [content])
    if not isinstance(content, list):
        raise wrong("is no list of entries", name, "put the entries in [ ]")
    for number, item in enumerate(content, start=1):
        place = f"{name}: entry {number}"
        if not isinstance(item, dict):
            raise wrong("is no object", place, "put its values in { }")
        is_plain = "name" in item or not any("@" in key or ":" in key for key in item)
        made = _plain(item, name, place) if is_plain else _concept(item, name)
        if made:
            yield made


def _plain(item: Mapping[str, Any], name: str, place: str) -> AuthorityEntry:
    for key in item:
        if key not in KEYS:
            raise wrong(f"unknown key {key!r}", place, suggestion(key, KEYS))
    names = [*_texts(item.get("name")), *_texts(item.get("variants"))]
    numbers = ((s, t) for s in SERVICES for t in _texts(item.get(s)))
    references = [address(s, given, place) for s, given in numbers]
    references += _texts(item.get("ref"))
    references += [f"{name}#{own}" for own in _texts(item.get("id"))]
    kind = kind_of(str(item.get("kind", "")), place)
    made = entry(kind, names, references, file=name)
    if made is None or not _texts(item.get("name")):
        raise wrong("has no name", place, 'add "name": "..."')
    return made


def _concept(item: Mapping[str, Any], name: str) -> AuthorityEntry | None:
    """Make an entry of a node with SKOS labels; None of any other node."""
    types = [*_texts(item.get("@type")), *_texts(item.get("type"))]
    preferred = _labels(item, "prefLabel")
    if not preferred:
        return None
    references = [*_texts(item.get("@id")), *_texts(item.get("id"))]
    references += _labels(item, "exactMatch")
    names = [*preferred, *_labels(item, "altLabel")]
    return entry(kind_by_types(types), names, references, file=name)


def _labels(item: Mapping[str, Any], label: str) -> list[str]:
    keys = (label, f"skos:{label}", f"{_SKOS}{label}")
    return [text for key in keys for text in _texts(item.get(key))]


def _texts(value: object) -> list[str]:
    """Give the texts of a JSON value: one, a list, `@value`, `@id`, by language."""
    match value:
        case None:
            return []
        case list():
            return [text for each in value for text in _texts(each)]
        case {"@value": text} | {"@id": text}:
            return [str(text)]
        case dict():
            return [text for each in value.values() for text in _texts(each)]
        case _:
            return [str(value)]
