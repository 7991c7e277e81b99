"""Target `mods`: a record in MODS 3.4, which every later version of MODS 3 takes.

Source: MODS User Guidelines of the Library of Congress; crosswalk, column MODS.
"""

from typing import Any, Final

from lxml import etree

from tei_encoder.export.languages import marc_language
from tei_encoder.export.mods_names import write_names
from tei_encoder.export.mods_origin import write_origin, write_original
from tei_encoder.export.rules import SOURCE, UNKNOWN_LANGUAGE
from tei_encoder.export.xml_file import (
    SCHEMA_LOCATION,
    XSI,
    add,
    add_told,
    filled,
    xml_bytes,
)
from tei_encoder.model.catalogue import MEDIA_TYPE, CatalogueEntry, Term
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

MODS: Final = "http://www.loc.gov/mods/v3"
XLINK: Final = "http://www.w3.org/1999/xlink"
_VERSION: Final = "3.4"
_LOCATION: Final = f"{MODS} http://www.loc.gov/standards/mods/v3/mods-3-4.xsd"
_NAMESPACES: Final[Any] = {None: MODS, "xlink": XLINK, "xsi": XSI}
_HREF: Final = f"{{{XLINK}}}href"
_USE: Final = "use and reproduction"
_ACCESS: Final = "restriction on access"


def export_mods(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give one file of `mods:mods`."""
    entry = holding.entry
    data = xml_bytes(mods(entry))
    return Outcome({f"{holding.name}.xml": data}, unlisted_language(entry))


def unlisted_language(entry: CatalogueEntry) -> tuple[Diagnostic, ...]:
    """Tell of a language that ISO 639-2 has no code for: MODS goes without it."""
    if entry.language is None or marc_language(entry.language):
        return ()
    message = f"{entry.language!r} has no code of ISO 639-2; no language is written"
    return (Diagnostic(UNKNOWN_LANGUAGE, message, source=SOURCE),)


def mods(entry: CatalogueEntry) -> etree._Element:
    """Give `mods:mods`, also for a harvester and inside METS."""
    root: etree._Element = etree.Element(f"{{{MODS}}}mods", nsmap=_NAMESPACES)
    root.set("version", _VERSION)
    root.set(SCHEMA_LOCATION, _LOCATION)
    _write_titles(root, entry)
    write_names(root, entry)
    add(root, "typeOfResource", "text")
    if entry.genre:
        add(root, "genre", entry.genre.text, _vocabulary(entry.genre))
    write_origin(root, entry)
    _write_language(root, entry)
    with filled(root, "physicalDescription") as made:
        add(made, "internetMediaType", MEDIA_TYPE)
        add_told(made, "extent", entry.extent)
    for text in entry.abstract:
        add_told(root, "abstract", text)
    _write_notes(root, entry)
    _write_subjects(root, entry)
    write_original(root, entry)
    _write_identifiers(root, entry)
    _write_conditions(root, entry)
    _write_record(root, entry)
    return root


def _write_titles(root: etree._Element, entry: CatalogueEntry) -> None:
    with filled(root, "titleInfo") as made:
        add_told(made, "title", entry.title)
    for title in entry.alternative_titles:
        made = add(root, "titleInfo", attributes={"type": "alternative"})
        add(made, "title", title.text)


def _write_language(root: etree._Element, entry: CatalogueEntry) -> None:
    with filled(root, "language") as made:
        attributes = {"type": "code", "authority": "iso639-2b"}
        add_told(made, "languageTerm", marc_language(entry.language), attributes)


def _write_notes(root: etree._Element, entry: CatalogueEntry) -> None:
    for text in entry.funding_notes:
        add_told(root, "note", text, {"type": "funding"})
    for text in entry.original.custodial_history:
        add_told(root, "note", text, {"type": "ownership"})
    for text in entry.original.acquisition:
        add_told(root, "note", text, {"type": "acquisition"})


def _write_subjects(root: etree._Element, entry: CatalogueEntry) -> None:
    for term in entry.subjects:
        made = add(root, "subject")
        add(made, "topic", term.text, _vocabulary(term))
    for place in entry.places:
        made = add(root, "subject")
        add(made, "geographic", place.text, _vocabulary(place))


def _vocabulary(term: Term) -> dict[str, str | None]:
    return {"authority": term.scheme, "valueURI": term.uri}


def _write_identifiers(root: etree._Element, entry: CatalogueEntry) -> None:
    add(root, "identifier", entry.id, {"type": "local"})
    for number in entry.identifiers:
        if number.value != entry.id:
            is_address = number.value.startswith(("http://", "https://"))
            kind = number.type or ("uri" if is_address else "local")
            add(root, "identifier", number.value, {"type": kind})


def _write_conditions(root: etree._Element, entry: CatalogueEntry) -> None:
    publication, original = entry.publication, entry.original
    for text in (*publication.terms, *original.rights):
        add_told(root, "accessCondition", text, {"type": _USE})
    licence = publication.licence or publication.licence_uri
    address = {"type": _USE, _HREF: publication.licence_uri}
    add_told(root, "accessCondition", licence, address)
    held_back = (original.conditions_of_access, publication.status)
    for condition in dict.fromkeys(held_back):
        add_told(root, "accessCondition", condition, {"type": _ACCESS})


def _write_record(root: etree._Element, entry: CatalogueEntry) -> None:
    made = add(root, "recordInfo")
    add(made, "recordIdentifier", entry.id)
    written_by = (" ".join(software) for software in entry.software)
    for text in (*entry.project, *written_by):
        add_told(made, "recordOrigin", text.strip())
