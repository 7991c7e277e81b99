"""A passage cut out of a document, in the wrapper that DTS asks for."""

from copy import deepcopy
from typing import Any, Final

from lxml import etree

from tei_encoder.tei.elements import document_element
from tei_encoder.tei.names import XML_LANG

#: as the section on the document endpoint of DTS 1.0 has it
DTS: Final = "https://w3id.org/api/dts#"
_NAMESPACES: Final[Any] = {"dts": DTS}


def excerpt(start: etree._Element, end: etree._Element) -> bytes:
    """Give all from the beginning of `start` to the end of `end`, nothing changed.

    What stands between them is kept, and elements between them and what holds both.
    """
    root = document_element()
    if language := _language(start):
        root.set(XML_LANG, language)
    wrapper = etree.SubElement(root, f"{{{DTS}}}wrapper", nsmap=_NAMESPACES)
    wrapper.extend(_cut(start, end))
    body: bytes = etree.tostring(root, encoding="UTF-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _cut(start: etree._Element, end: etree._Element) -> list[etree._Element]:
    common = _common(start, end)
    copy = deepcopy(common)
    copy.tail = None
    if start is end:
        return [copy]
    if end is not common:
        _drop_after(_at(copy, _path(common, end)), copy)
    if start is common:
        return [copy]
    _drop_before(_at(copy, _path(common, start)), copy)
    return list(copy)


def _common(start: etree._Element, end: etree._Element) -> etree._Element:
    """Give the innermost element that holds both."""
    around = {end, *end.iterancestors()}
    node = start
    while node not in around:
        parent = node.getparent()
        if parent is None:
            break
        node = parent
    return node


def _path(outer: etree._Element, inner: etree._Element) -> list[int]:
    """Give the way from an element down to another, as numbers of children."""
    path = []
    node = inner
    while node is not outer:
        parent = node.getparent()
        if parent is None:
            break
        path.append(parent.index(node))
        node = parent
    return path[::-1]


def _at(outer: etree._Element, path: list[int]) -> etree._Element:
    node = outer
    for number in path:
        node = node[number]
    return node


def _drop_before(first: etree._Element, outer: etree._Element) -> None:
    node = first
    while node is not outer:
        parent = node.getparent()
        if parent is None:
            return
        for sibling in list(node.itersiblings(preceding=True)):
            parent.remove(sibling)
        parent.text = None
        node = parent


def _drop_after(last: etree._Element, outer: etree._Element) -> None:
    node = last
    while node is not outer:
        parent = node.getparent()
        if parent is None:
            return
        for sibling in list(node.itersiblings()):
            parent.remove(sibling)
        node.tail = None
        node = parent


def _language(element: etree._Element) -> str | None:
    """Give the language that an element inherits."""
    outer = (node.get(XML_LANG) for node in element.iterancestors())
    return next((language for language in outer if language), None)
