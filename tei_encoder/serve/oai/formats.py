"""The formats in which every record is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from tei_encoder.decode import entry_of
from tei_encoder.export.mods import MODS, mods
from tei_encoder.export.oai_dc import OAI_DC, oai_dc
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.serve.item import Item
from tei_encoder.serve.reading import Opened
from tei_encoder.tei.names import TEI


@dataclass(frozen=True, slots=True)
class Format:
    """A form of metadata: its namespace, its schema, and how it is made."""

    prefix: str
    schema: str
    namespace: str
    make: Callable[[Opened, Item], etree._Element]


def _of_entry(
    made: Callable[[CatalogueEntry], etree._Element],
) -> Callable[[Opened, Item], etree._Element]:
    def make(opened: Opened, item: Item) -> etree._Element:
        return made(entry_of(opened.root, PurePosixPath(item.path).stem))

    return make


def _itself(opened: Opened, item: Item) -> etree._Element:  # noqa: ARG001 - as the others
    return opened.root


_ALL: Final = (
    Format(
        "oai_dc",
        "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
        OAI_DC,
        _of_entry(oai_dc),
    ),
    Format(
        "mods",
        "http://www.loc.gov/standards/mods/v3/mods-3-4.xsd",
        MODS,
        _of_entry(mods),
    ),
    Format(
        "tei",
        "https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd",
        TEI,
        _itself,
    ),
)
#: by the prefix that harvesters give
FORMATS: Final[Mapping[str, Format]] = {made.prefix: made for made in _ALL}
