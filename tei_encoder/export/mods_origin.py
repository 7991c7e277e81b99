"""Where and when in MODS: the talk, the edition, and the document that was encoded."""

from typing import Final

from lxml import etree

from tei_encoder.export.dates import ends_of, shown
from tei_encoder.export.languages import marc_language
from tei_encoder.export.xml_file import add, add_told, filled
from tei_encoder.model.catalogue import CatalogueEntry, Dating, Original

_W3C: Final = {"encoding": "w3cdtf"}


def write_origin(root: etree._Element, entry: CatalogueEntry) -> None:
    """Write the origin of the record, and that of its edition, apart."""
    with filled(root, "originInfo") as made:
        for place in entry.places:
            add(add(made, "place"), "placeTerm", place.text, {"type": "text"})
        _write_date(made, "dateCreated", entry.date, {"keyDate": "yes"})
        for _, date in entry.other_dates:
            _write_date(made, "dateModified", date, {})
    with filled(root, "originInfo") as made:
        add_told(made, "publisher", entry.publication.publisher)
        _write_date(made, "dateIssued", entry.publication.date, {})


def _write_date(
    parent: etree._Element, name: str, date: Dating | None, key: dict[str, str]
) -> None:
    """Write a date in W3C form, an interval as its ends, and words as they are.

    Only the first of them is the key date.
    """
    start, end = ends_of(date)
    if start and start == end:
        add(parent, name, start, {**_W3C, **key})
    elif start or end:
        first = key if start else {}
        add_told(parent, name, start, {**_W3C, "point": "start", **first})
        last = {} if start else key
        add_told(parent, name, end, {**_W3C, "point": "end", **last})
    else:
        add_told(parent, name, shown(date), key)


def write_original(root: etree._Element, entry: CatalogueEntry) -> None:
    """Write where the original is kept, what it belongs to and what it is."""
    original = entry.original
    with filled(root, "location") as made:
        add_told(made, "physicalLocation", original.repository)
        add_told(made, "shelfLocator", original.reference_code)
    for title in dict.fromkeys((original.collection, entry.series)):
        if title:
            host = add(root, "relatedItem", attributes={"type": "host"})
            add(add(host, "titleInfo"), "title", title)
    with filled(root, "relatedItem") as made:
        made.set("type", "original")
        _write_document(made, original)
    for address in entry.facsimiles:
        other = add(root, "relatedItem", attributes={"type": "otherFormat"})
        add(add(other, "location"), "url", address)


def _write_document(made: etree._Element, original: Original) -> None:
    attributes = {"type": "code", "authority": "iso639-2b"}
    with filled(made, "language") as language:
        add_told(language, "languageTerm", marc_language(original.language), attributes)
    with filled(made, "physicalDescription") as physical:
        add_told(physical, "extent", original.extent)
    add_told(made, "note", original.citation, {"type": "citation/reference"})
    for number in original.identifiers:
        add(made, "identifier", number.value, {"type": number.type or None})
