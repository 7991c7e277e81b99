"""Where a node stands in its file, for people."""

from collections import Counter

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
    return Paths().of(element)


class Paths:
    """The paths of many nodes of one tree, whose siblings are counted once."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._numbers: dict[etree._Element, dict[etree._Element, int]] = {}

    def of(self, node: etree._Element) -> str:
        """Give the path of a node, as `xpath_of`."""
        steps = []
        current: etree._Element | None = node
        while current is not None:
            steps.append(self._step(current))
            current = current.getparent()
        return "/" + "/".join(reversed(steps))

    def _step(self, node: etree._Element) -> str:
        name, parent = written_name(node), node.getparent()
        if parent is None or not is_element(node):
            return name
        if parent not in self._numbers:
            self._numbers[parent] = _numbered(parent)
        number = self._numbers[parent].get(node, 0)
        return f"{name}[{number}]" if number else name


def written_name(node: etree._Element) -> str:
    """Give a name as the file writes it, with its prefix; `node()` for no element."""
    if not is_element(node):
        return "node()"
    name = local_name(node.tag)
    return f"{node.prefix}:{name}" if node.prefix else name


def _numbered(parent: etree._Element) -> dict[etree._Element, int]:
    """Count children among those of the same name, from 1; 0 for one alone."""
    children = list(parent.iterchildren("*"))
    total = Counter(child.tag for child in children)
    so_far: Counter[str] = Counter()
    numbers = {}
    for child in children:
        so_far[child.tag] += 1
        numbers[child] = so_far[child.tag] if total[child.tag] > 1 else 0
    return numbers
