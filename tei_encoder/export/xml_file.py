"""XML files for others: built plainly, written the same way every time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from tei_encoder.tei.names import XML

#: where schemas are named in instances
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA_LOCATION = f"{{{XSI}}}schemaLocation"
LANG = f"{{{XML}}}lang"


def add(
    parent: etree._Element,
    name: str,
    text: str | None = None,
    attributes: Mapping[str, str | None] | None = None,
) -> etree._Element:
    """Add an element in the namespace of `parent`; attributes of None are left out."""
    namespace = etree.QName(parent).namespace
    tag = f"{{{namespace}}}{name}" if namespace else name
    made = etree.SubElement(parent, tag)
    for key, value in (attributes or {}).items():
        if value:
            made.set(key, value)
    made.text = text
    return made


def add_told(
    parent: etree._Element,
    name: str,
    text: str | None,
    attributes: Mapping[str, str | None] | None = None,
) -> None:
    """Add an element, if there is anything to say in it."""
    if text and text.strip():
        add(parent, name, text, attributes)


@contextmanager
def filled(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Give an element to fill; one that stays empty does not join `parent`."""
    made = add(parent, name)
    yield made
    if not len(made):
        parent.remove(made)


def xml_bytes(root: etree._Element) -> bytes:
    """Serialize in UTF-8, indented, with a declaration and a final newline."""
    etree.indent(root)
    body: bytes = etree.tostring(root, encoding="UTF-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"
