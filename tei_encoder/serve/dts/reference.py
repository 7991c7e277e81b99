"""What part of a text is meant: `ref`, or `start` and `end`, in one of its trees."""

from collections.abc import Mapping
from dataclasses import dataclass

from tei_encoder.serve.dts.errors import bad_request, not_found
from tei_encoder.serve.item import Item
from tei_encoder.serve.library import Library


@dataclass(frozen=True, slots=True)
class Reference:
    """A single reference (`start` and `end` are the same), a range, or all (None)."""

    start: str | None
    end: str | None
    is_range: bool


def reference_of(arguments: Mapping[str, str]) -> Reference:
    """Give what is meant; raises `DtsError` (400) where the parameters contradict."""
    ref, start, end = (arguments.get(name) for name in ("ref", "start", "end"))
    if ref and (start or end):
        raise bad_request("give ref, or start and end, not both")
    if bool(start) != bool(end):
        raise bad_request("start and end go together")
    return Reference(ref or start, ref or end, bool(start))


def resource_of(library: Library, arguments: Mapping[str, str]) -> Item:
    """Give the record that is meant; raises `DtsError` (400, 404)."""
    identifier = arguments.get("resource")
    if not identifier:
        raise bad_request("give resource")
    item = library.register.item(identifier)
    if item is None or item.deleted:
        raise not_found("no resource has that id")
    return item
