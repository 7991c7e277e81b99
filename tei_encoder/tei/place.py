"""Where a node stands in its file, for people."""

from lxml import etree

from tei_encoder.model.diagnostic import XmlPlace
from tei_encoder.tei.names import local_name
from tei_encoder.tei.text import is_element


def place_of(element: etree._Element) -> XmlPlace:
    """Give line and XPath of an element (the column is found from the bytes later)."""
    return XmlPlace(line=line_of(element), xpath=xpath_of(element))


def line_of(element: etree._Element) -> int:
    """Give the line of an element's start tag, from 1; 0 for a tree without lines."""
    # the stubs of lxml do not tell the type of this property
    line: int | None = getattr(element, "sourceline", None)
    return line or 0


def xpath_of(element: etree._Element) -> str:
    """Give a path of written names, numbered among like siblings: `/TEI/text/u[3]`."""
    steps = []
    node: etree._Element | None = element
    while node is not None:
        steps.append(_step(node))
        node = node.getparent()
    return "/" + "/".join(reversed(steps))


def written_name(node: etree._Element) -> str:
    """Give a name as the file writes it, with its prefix; `node()` for no element."""
    if not is_element(node):
        return "node()"
    name = local_name(node.tag)
    return f"{node.prefix}:{name}" if node.prefix else name


def _step(node: etree._Element) -> str:
    name = written_name(node)
    if node.getparent() is None or not is_element(node):
        return name
    before = sum(1 for _ in node.itersiblings(node.tag, preceding=True))
    alone = before == 0 and next(node.itersiblings(node.tag), None) is None
    return name if alone else f"{name}[{before + 1}]"
