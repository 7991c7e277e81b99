"""Target `ead`: a finding aid of one record in EAD 2002, as ArchivesSpace imports it.

ArchivesSpace wants a level, a number, a title, a date, a language and an extent that
begins with a number (its schema `resource`); it reads EAD 2002 and no EAD3.
"""

from collections.abc import Iterable
from typing import Any, Final

from lxml import etree

from tei_encoder.export.dates import closed
from tei_encoder.export.ead_access import write_access_points, write_origination
from tei_encoder.export.languages import marc_language
from tei_encoder.export.requirements import counted_extent
from tei_encoder.export.rules import SOURCE, UNKNOWN_LANGUAGE
from tei_encoder.export.scripts import script_of
from tei_encoder.export.xml_file import SCHEMA_LOCATION, XSI, add, xml_bytes
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

EAD: Final = "urn:isbn:1-931666-22-9"
_LOCATION: Final = f"{EAD} http://www.loc.gov/ead/ead.xsd"
_NAMESPACES: Final[Any] = {None: EAD, "xsi": XSI}
_UNDETERMINED: Final = "und"
#: values of `archdesc/@level`; any other is `otherlevel`
_LEVELS: Final = frozenset(
    {
        "class",
        "collection",
        "file",
        "fonds",
        "item",
        "otherlevel",
        "recordgrp",
        "series",
        "subfonds",
        "subgrp",
        "subseries",
    }
)


def export_ead(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give one finding aid."""
    entry, found = holding.entry, []
    if marc_language(entry.language) is None:
        message = f"{entry.language!r} has no code of ISO 639-2; und is written"
        found.append(Diagnostic(UNKNOWN_LANGUAGE, message, source=SOURCE))
    root: etree._Element = etree.Element(f"{{{EAD}}}ead", nsmap=_NAMESPACES)
    root.set(SCHEMA_LOCATION, _LOCATION)
    _write_header(root, holding)
    _write_description(root, entry, settings)
    return Outcome({f"{holding.name}.xml": xml_bytes(root)}, tuple(found))


def _write_header(root: etree._Element, holding: Holding) -> None:
    entry = holding.entry
    header = add(root, "eadheader", attributes={"langencoding": "iso639-2b"})
    add(header, "eadid", entry.id)
    file_desc = add(header, "filedesc")
    add(add(file_desc, "titlestmt"), "titleproper", entry.title)
    publication = entry.publication
    if publication.publisher:
        made = add(file_desc, "publicationstmt")
        add(made, "publisher", publication.publisher)
        if publication.date:
            normal = {"normal": closed(publication.date)}
            add(made, "date", publication.date.text, normal)
    usage = add(add(header, "profiledesc"), "langusage")
    _write_language(usage, entry)


def _write_language(parent: etree._Element, entry: CatalogueEntry) -> None:
    code = marc_language(entry.language) or _UNDETERMINED
    script = script_of(entry.language, entry.title or "")
    attributes = {"langcode": code, "scriptcode": script}
    add(parent, "language", entry.language or code, attributes)


def _write_description(
    root: etree._Element, entry: CatalogueEntry, settings: ExportSettings
) -> None:
    level = settings.given.level or "item"
    known = level in _LEVELS
    attributes = {
        "level": level if known else "otherlevel",
        "otherlevel": None if known else level,
    }
    made = add(root, "archdesc", attributes=attributes)
    _write_identification(add(made, "did"), entry, settings)
    original, publication = entry.original, entry.publication
    _write_prose(made, "scopecontent", entry.abstract)
    _write_prose(made, "accessrestrict", [original.conditions_of_access])
    terms = (*original.rights, publication.licence, publication.licence_uri)
    _write_prose(made, "userestrict", [*publication.terms, *terms])
    _write_prose(made, "custodhist", original.custodial_history)
    _write_prose(made, "acqinfo", original.acquisition)
    _write_prose(made, "originalsloc", [original.citation])
    _write_prose(made, "processinfo", (*entry.project, *entry.revisions))
    _write_prose(made, "odd", [title.text for title in entry.alternative_titles])
    _write_prose(made, "odd", entry.funding_notes)
    write_access_points(made, entry)


def _write_identification(
    did: etree._Element, entry: CatalogueEntry, settings: ExportSettings
) -> None:
    original = entry.original
    if original.repository:
        add(add(did, "repository"), "corpname", original.repository)
    add(did, "unittitle", entry.title)
    add(did, "unitid", original.reference_code or entry.id)
    if entry.date:
        normal = {"datechar": "creation", "normal": closed(entry.date)}
        add(did, "unitdate", entry.date.text, normal)
    for role, date in entry.other_dates:
        add(did, "unitdate", date.text, {"label": role, "normal": closed(date)})
    write_origination(did, entry)
    _write_language(add(did, "langmaterial"), entry)
    add(add(did, "physdesc"), "extent", counted_extent(entry, settings))


def _write_prose(
    parent: etree._Element, name: str, texts: Iterable[str | None]
) -> None:
    """Write paragraphs under one element; none where nothing is said."""
    told = tuple(dict.fromkeys(text for text in texts if text))
    if told:
        made = add(parent, name)
        for text in told:
            add(made, "p", text)
