"""Records and sets as clients read them (`Resource`, `Collection`)."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from tei_encoder.decode import entry_of
from tei_encoder.export.dublin_core import dublin_core
from tei_encoder.model.catalogue import MEDIA_TYPE
from tei_encoder.serve.dts.addresses import Addresses
from tei_encoder.serve.dts.pages import JsonObject
from tei_encoder.serve.dts.units import citations_of
from tei_encoder.serve.item import Item
from tei_encoder.serve.library import Library

#: media types in which documents are given
MEDIA_TYPES: Final = (MEDIA_TYPE, "application/xml")
#: elements of Dublin Core whose values belong to no language
_WITHOUT_LANGUAGE: Final = frozenset(
    {"date", "format", "identifier", "language", "type"}
)
_UNDETERMINED: Final = "und"


def resource(item: Item, addresses: Addresses) -> JsonObject:
    """Give a record in short, as lists have it."""
    return {
        "@id": item.id,
        "@type": "Resource",
        "title": item.title,
        "totalParents": len(item.sets) or 1,
        "totalChildren": 0,
        **addresses.of_resource(item.id),
    }


def whole_resource(library: Library, item: Item, addresses: Addresses) -> JsonObject:
    """Give all that is known of a record; raises `ChangedError`."""
    trees, _ = citations_of(library, item)
    opened = library.read(item)
    entry = entry_of(opened.root, PurePosixPath(item.path).stem)
    return {
        **resource(item, addresses),
        "download": addresses.document(item.id),
        "mediaTypes": list(MEDIA_TYPES),
        "citationTrees": trees,
        "dublinCore": _terms(dublin_core(entry)),
    }


def _terms(pairs: Iterable[tuple[str, str]]) -> JsonObject:
    """Give values of Dublin Core; addresses and codes stand without a language."""
    found: dict[str, list[object]] = {}
    for name, value in pairs:
        bare = name in _WITHOUT_LANGUAGE or value.startswith(("http://", "https://"))
        shown = value if bare else {"lang": _UNDETERMINED, "value": value}
        found.setdefault(name, []).append(shown)
    return dict(found)
