"""Target `dc`: unqualified Dublin Core as OAI-PMH transports it (oai_dc)."""

from typing import Any, Final

from lxml import etree

from tei_encoder.export.dublin_core import dublin_core
from tei_encoder.export.xml_file import SCHEMA_LOCATION, XSI, xml_bytes
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

OAI_DC: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC: Final = "http://purl.org/dc/elements/1.1/"
_LOCATION: Final = f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
_NAMESPACES: Final[Any] = {"oai_dc": OAI_DC, "dc": DC, "xsi": XSI}


def export_dc(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give one file of `oai_dc:dc`."""
    data = xml_bytes(oai_dc(holding.entry))
    return Outcome({f"{holding.name}.xml": data})


def oai_dc(entry: CatalogueEntry) -> etree._Element:
    """Give `oai_dc:dc`, also for a harvester."""
    root = etree.Element(f"{{{OAI_DC}}}dc", nsmap=_NAMESPACES)
    root.set(SCHEMA_LOCATION, _LOCATION)
    for name, value in dublin_core(entry):
        etree.SubElement(root, f"{{{DC}}}{name}").text = value
    return root
