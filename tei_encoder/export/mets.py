"""Target `mets`: a folder with the TEI file and a METS that describes it in MODS.

The structural map is physical, a directory with one item, as Archivematica has it.
Source: METS Primer and Reference Manual; crosswalk, rows 27 and 28.
"""

from typing import Any, Final

from lxml import etree

from tei_encoder.export.mods import MODS, XLINK, mods, unlisted_language
from tei_encoder.export.requirements import day_made
from tei_encoder.export.xml_file import SCHEMA_LOCATION, XSI, add, xml_bytes
from tei_encoder.model.catalogue import MEDIA_TYPE
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

METS: Final = "http://www.loc.gov/METS/"
_LOCATIONS: Final = (
    f"{METS} http://www.loc.gov/standards/mets/mets.xsd "
    f"{MODS} http://www.loc.gov/standards/mods/v3/mods-3-4.xsd"
)
_NAMESPACES: Final[Any] = {"mets": METS, "mods": MODS, "xlink": XLINK, "xsi": XSI}
_HREF: Final = f"{{{XLINK}}}href"
#: ids in the file, which point to one another
_DESCRIPTION: Final = "dmd-1"
_FILE: Final = "file-1"


def export_mets(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give a folder with `mets.xml` and the TEI file."""
    root: etree._Element = etree.Element(f"{{{METS}}}mets", nsmap=_NAMESPACES)
    root.set(SCHEMA_LOCATION, _LOCATIONS)
    root.set("OBJID", holding.entry.id)
    root.set("LABEL", holding.entry.title or holding.entry.id)
    _write_header(root, holding, settings)
    _write_description(root, holding)
    _write_file(root, holding)
    _write_structure(root, holding)
    files = {holding.file_name: holding.data, "METS.xml": xml_bytes(root)}
    package = {f"{holding.name}/{path}": data for path, data in files.items()}
    return Outcome(package, unlisted_language(holding.entry))


def _write_header(
    root: etree._Element, holding: Holding, settings: ExportSettings
) -> None:
    """Write who made the file, and on which day, where that is told."""
    day = day_made(holding.entry, settings)
    created = f"{day}T00:00:00Z" if day else None
    header = add(root, "metsHdr", attributes={"CREATEDATE": created})
    agent = add(header, "agent", attributes={"ROLE": "CREATOR", "TYPE": "ORGANIZATION"})
    publisher = holding.entry.publication.publisher
    add(agent, "name", publisher or "tei_encoder")
    if not publisher:
        agent.set("TYPE", "OTHER")
        agent.set("OTHERTYPE", "SOFTWARE")


def _write_description(root: etree._Element, holding: Holding) -> None:
    section = add(root, "dmdSec", attributes={"ID": _DESCRIPTION})
    wrap = add(section, "mdWrap", attributes={"MDTYPE": "MODS"})
    described = mods(holding.entry)
    del described.attrib[SCHEMA_LOCATION]
    add(wrap, "xmlData").append(described)


def _write_file(root: etree._Element, holding: Holding) -> None:
    group = add(add(root, "fileSec"), "fileGrp", attributes={"USE": "original"})
    facts = {
        "ID": _FILE,
        "MIMETYPE": MEDIA_TYPE,
        "SIZE": str(len(holding.data)),
        "CHECKSUM": holding.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }
    file = add(group, "file", attributes=facts)
    place = {"LOCTYPE": "OTHER", "OTHERLOCTYPE": "SYSTEM", _HREF: holding.file_name}
    add(file, "FLocat", attributes=place)


def _write_structure(root: etree._Element, holding: Holding) -> None:
    structure = add(root, "structMap", attributes={"TYPE": "physical"})
    folder = {"TYPE": "Directory", "LABEL": holding.name, "DMDID": _DESCRIPTION}
    item = {"TYPE": "Item", "LABEL": holding.file_name}
    place = add(add(structure, "div", attributes=folder), "div", attributes=item)
    add(place, "fptr", attributes={"FILEID": _FILE})
