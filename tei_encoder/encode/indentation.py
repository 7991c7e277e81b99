"""White space between blocks, and nowhere else: never where there may be text."""

from lxml import etree

from tei_encoder.tei.names import tei

_P = tei("p")
_G = tei("g")


def indent(element: etree._Element, level: int = 0) -> None:
    """Put each child of a block on a line of its own.

    What owns words of the source is left as it is, and so is all that holds text.
    The depth of the blocks that this package writes is small and bounded.
    """
    if not _is_block(element):
        return
    inner = "\n" + "  " * (level + 1)
    element.text = inner
    for part in element:
        indent(part, level + 1)
        part.tail = inner
    element[-1].tail = inner[:-2]


def _is_block(element: etree._Element) -> bool:
    """Tell whether an element holds elements alone, and does so by its nature."""
    if not len(element) or element.text or element.tag == _P or element.get("source"):
        return False
    return not any(part.tail or part.tag == _G for part in element)
