"""Making TEI elements: one way to write a child, its attributes and its text."""

from typing import Any

from lxml import etree

from tei_encoder.tei.names import TEI, XML_ID, XML_LANG

_KEYS = {"xml_id": XML_ID, "xml_lang": XML_LANG}


def document_element() -> etree._Element:
    """Give an empty `TEI` in the TEI namespace, written without a prefix."""
    namespaces: Any = {None: TEI}  # the stubs know no default namespace
    return etree.Element(f"{{{TEI}}}TEI", nsmap=namespaces)


def child(
    parent: etree._Element,
    name: str,
    text: str | None = None,
    /,
    **attributes: str | None,
) -> etree._Element:
    """Add a TEI element at the end of `parent`.

    Attributes stand in the order given; those that are None are left out.
    `xml_id` and `xml_lang` are `xml:id` and `xml:lang`; a trailing underscore
    stands for none (`from_`).
    """
    made = etree.SubElement(parent, f"{{{TEI}}}{name}")
    for key, value in attributes.items():
        if value is not None:
            made.set(_KEYS.get(key) or key.rstrip("_"), value)
    if text:
        made.text = text
    return made


def append_text(element: etree._Element, text: str) -> None:
    """Add `text` after all that `element` holds."""
    # asking for the last child takes no longer with many of them; len() does
    last = next(element.iterchildren(reversed=True), None)
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text
