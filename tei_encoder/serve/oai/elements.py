"""Elements of a response, in the namespace of the protocol."""

from typing import Any, Final

from lxml import etree

from tei_encoder.export.xml_file import XSI, add
from tei_encoder.serve.item import Item
from tei_encoder.serve.oai.repository import Repository

OAI: Final = "http://www.openarchives.org/OAI/2.0/"
NAMESPACES: Final[Any] = {None: OAI, "xsi": XSI}
_OWN: Final[Any] = {None: OAI}
_DELETED: Final = "deleted"


def element(name: str, text: str | None = None) -> etree._Element:
    """Give an element that stands for itself."""
    made = etree.Element(qualified(name), nsmap=_OWN)
    made.text = text
    return made


def qualified(name: str) -> str:
    """Give the name of an element of the protocol as lxml wants it."""
    return f"{{{OAI}}}{name}"


def header(repository: Repository, item: Item) -> etree._Element:
    """Give the header of a record (section 2.5)."""
    made = element("header")
    if item.deleted:
        made.set("status", _DELETED)
    add(made, "identifier", repository.identifier(item.id))
    add(made, "datestamp", item.datestamp)
    for spec in item.sets:
        add(made, "setSpec", spec)
    return made


def resumption(text: str, *, size: int, cursor: int) -> etree._Element:
    """Give a resumption token; without text, it ends the list."""
    made = element("resumptionToken", text or None)
    made.set("completeListSize", str(size))
    made.set("cursor", str(cursor))
    return made
