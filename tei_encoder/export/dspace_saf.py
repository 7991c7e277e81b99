"""Target `dspace-saf`: an item of DSpace's Simple Archive Format.

Fields are those of DSpace's default registry alone: it has neither
`contributor.translator` nor `contributor.interviewee`, and an import with a field that
it does not know fails. `contents` parts its options with real tabs.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.export.agents import contributors, creators, editors
from tei_encoder.export.dates import closed, shown, single
from tei_encoder.export.xml_file import add, xml_bytes
from tei_encoder.model.catalogue import (
    MEDIA_TYPE,
    CatalogueEntry,
    Identifier,
    Original,
    Term,
)
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

#: an element, its qualifier (`none` where there is none) and a value
_Field = tuple[str, str, str | None]
_NONE: Final = "none"
_OPTIONS: Final = "bundle:ORIGINAL\tdescription:TEI P5\tprimary:true"


def export_saf(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give the folder of one item."""
    folder, collection = holding.name, settings.given.collection
    files = {
        f"{folder}/{holding.file_name}": holding.data,
        f"{folder}/contents": f"{holding.file_name}\t{_OPTIONS}\n".encode(),
        f"{folder}/dublin_core.xml": _dublin_core(holding.entry),
    }
    if collection:
        files[f"{folder}/collections"] = f"{collection}\n".encode()
    return Outcome(files)


def _dublin_core(entry: CatalogueEntry) -> bytes:
    root = etree.Element("dublin_core", schema="dc")
    for element, qualifier, value in dict.fromkeys(_fields(entry)):
        if value and value.strip():
            attributes = {"element": element, "qualifier": qualifier}
            add(root, "dcvalue", value, attributes)
    return xml_bytes(root)


def _fields(entry: CatalogueEntry) -> Iterator[_Field]:
    yield "title", _NONE, entry.title
    yield from (("title", "alternative", t.text) for t in entry.alternative_titles)
    yield from _dates(entry)
    yield from _people(entry)
    yield "identifier", "other", entry.id
    yield from (("identifier", _kind(n), n.value) for n in entry.identifiers)
    yield "publisher", _NONE, entry.publication.publisher
    yield "language", "iso", entry.language
    yield from (("description", "abstract", text) for text in entry.abstract)
    yield "type", _NONE, entry.genre.text if entry.genre else None
    yield from (("subject", _scheme(t), t.text) for t in entry.subjects)
    yield from (("coverage", "spatial", place.text) for place in entry.places)
    yield "format", "extent", entry.extent
    yield "format", "mimetype", MEDIA_TYPE
    yield from _original(entry.original)
    yield "relation", "ispartofseries", entry.series
    yield from (("relation", "isformatof", a) for a in entry.facsimiles)
    yield from _rights(entry)


def _dates(entry: CatalogueEntry) -> Iterator[_Field]:
    yield "date", "issued", single(entry.publication.date)
    yield "date", "created", single(entry.date)
    yield "coverage", "temporal", closed(entry.date) or shown(entry.date)
    yield from (("date", _NONE, single(date)) for _, date in entry.other_dates)


def _people(entry: CatalogueEntry) -> Iterator[_Field]:
    yield from (("contributor", "author", a.name) for a in creators(entry))
    edited = editors(entry)
    yield from (("contributor", "editor", a.name) for a in edited)
    names = {agent.name for agent in edited}
    others = (a.name for a in contributors(entry) if a.name not in names)
    yield from (("contributor", "other", name) for name in others)
    yield from (("description", "sponsorship", name) for name in entry.funders)
    yield from (("description", "sponsorship", text) for text in entry.funding_notes)


def _original(original: Original) -> Iterator[_Field]:
    yield "source", _NONE, original.repository
    yield "source", _NONE, original.reference_code
    yield "identifier", "citation", original.citation
    yield "relation", "ispartof", original.collection
    yield from (("provenance", _NONE, text) for text in original.custodial_history)


def _rights(entry: CatalogueEntry) -> Iterator[_Field]:
    publication, original = entry.publication, entry.original
    yield from (("rights", _NONE, text) for text in publication.terms)
    yield "rights", _NONE, publication.licence
    yield "rights", "uri", publication.licence_uri
    yield from (("rights", _NONE, text) for text in original.rights)
    yield "rights", _NONE, original.conditions_of_access


def _kind(number: Identifier) -> str:
    """Give the qualifier of an identifier: DOIs and addresses have their own."""
    if number.type.lower() == "doi":
        return "doi"
    return "uri" if number.value.startswith(("http://", "https://")) else "other"


def _scheme(term: Term) -> str:
    return "lcsh" if "lcsh" in (term.scheme or "").lower() else _NONE
