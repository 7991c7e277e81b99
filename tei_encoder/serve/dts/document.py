"""The document endpoint: a whole text, or the part of it that is cited."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_encoder.serve.dts.citation import trees_of, units_of
from tei_encoder.serve.dts.errors import bad_request, not_found
from tei_encoder.serve.dts.excerpt import excerpt
from tei_encoder.serve.dts.reference import Reference, reference_of, resource_of
from tei_encoder.serve.dts.resource import MEDIA_TYPES
from tei_encoder.serve.item import Item
from tei_encoder.serve.library import Library

PARAMETERS: Final = ("resource", "ref", "start", "end", "tree", "mediaType")


def document(library: Library, arguments: Mapping[str, str]) -> tuple[Item, str, bytes]:
    """Give the record meant, a media type and the text.

    Raises `DtsError`, and `ChangedError`.
    """
    item = resource_of(library, arguments)
    meant = reference_of(arguments)
    media_type = arguments.get("mediaType", MEDIA_TYPES[0])
    if media_type not in MEDIA_TYPES:
        raise not_found(f"the media types are {', '.join(MEDIA_TYPES)}")
    opened = library.read(item)
    if meant.start is None:
        return item, media_type, opened.data
    return item, media_type, _passage(opened.root, meant, arguments.get("tree"))


def _passage(root: etree._Element, meant: Reference, name: str | None) -> bytes:
    tree = next((tree for tree in trees_of(root) if tree.name == name), None)
    if tree is None:
        raise not_found("the resource has no such tree of citations")
    units = units_of(root, tree)
    places = {unit.ref: place for place, unit in enumerate(units)}
    start, end = places.get(meant.start or ""), places.get(meant.end or "")
    if start is None or end is None:
        raise not_found("the tree has no such unit")
    if end < start:
        raise bad_request("end comes before start")
    return excerpt(units[start].element, units[end].element)
