"""Where a node stands in its file, for people."""

from lxml import etree

from tei_encoder.model.diagnostic import XmlPlace
from tei_encoder.tei.names import local_name


def place_of(element: etree._Element) -> XmlPlace:
    """Give line and XPath of an element (the column is found from the bytes later)."""
    return XmlPlace(line=line_of(element), xpath=xpath_of(element))


def line_of(element: etree._Element) -> int:
    """Give the line of an element's start tag, from 1; 0 for a tree without lines."""
    line: int | None = element.sourceline
    return line or 0


def xpath_of(element: etree._Element) -> str:
    """Give a path of local names, numbered among like siblings: `/TEI/text/u[3]`."""
    steps = []
    node: etree._Element | None = element
    while node is not None:
        steps.append(_step(node))
        node = node.getparent()
    return "/" + "/".join(reversed(steps))


def _step(node: etree._Element) -> str:
    name = local_name(node.tag)
    if node.getparent() is None or not name:
        return name or "node()"
    before = sum(1 for _ in node.itersiblings(node.tag, preceding=True))
    alone = before == 0 and next(node.itersiblings(node.tag), None) is None
    return name if alone else f"{name}[{before + 1}]"
