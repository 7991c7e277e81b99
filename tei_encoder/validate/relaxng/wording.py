"""Putting messages into words: quotation, lists, and the limit of their length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tei_encoder.validate.relaxng.expectations import spelled_names
from tei_encoder.validate.relaxng.name_classes import XML_NAMESPACE, Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.name_classes import NameClass

LONGEST_MESSAGE: Final = 200
_LONGEST_QUOTATION: Final = 40


def quoted(text: str) -> str:
    """Quote a piece of a document on one line, long pieces cut short."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_QUOTATION:
        line = line[: _LONGEST_QUOTATION - 1] + "…"
    return f'"{line}"'


def enumerated(items: Iterable[str], most: int = 4) -> str:
    """Join alternatives with commas and "or"; beyond `most` only say how many."""
    names = [quoted(item) for item in items]
    if len(names) > most:
        return f"{', '.join(names[:most])} … {len(names) - most} more"
    if len(names) > 1:
        return f"{', '.join(names[:-1])} or {names[-1]}"
    return "".join(names)


def one_of(items: tuple[str, ...]) -> str:
    """Name the one item, or say that it is one of several."""
    names = enumerated(items)
    return names if len(items) == 1 else f"one of {names}"


def shortened(message: str) -> str:
    """Keep a message within the limit."""
    if len(message) <= LONGEST_MESSAGE:
        return message
    return message[: LONGEST_MESSAGE - 1] + "…"


def spelled(name: Name, near: _Element) -> str:
    """Write a name as it would be written near an element of the document."""
    return _spelled(name, near.nsmap)


def spelled_all(names: Iterable[Name], near: _Element) -> tuple[str, ...]:
    """Write names as they would be written near an element, repetitions dropped."""
    prefixes = near.nsmap
    return tuple(dict.fromkeys(_spelled(name, prefixes) for name in names))


def _spelled(name: Name, prefixes: Mapping[str | None, str]) -> str:
    if name.namespace in ("", prefixes.get(None)):
        return name.local
    if name.namespace == XML_NAMESPACE:
        return f"xml:{name.local}"
    for prefix, namespace in prefixes.items():
        if prefix is not None and namespace == name.namespace:
            return f"{prefix}:{name.local}"
    return f"{{{name.namespace}}}{name.local}"


def plain_names(name_classes: Iterable[NameClass]) -> tuple[Name, ...]:
    """List the single names of name classes once each, wildcards left out."""
    found = (name for each in name_classes for name in spelled_names(each))
    return tuple(dict.fromkeys(name for name in found if name.local != "*"))
