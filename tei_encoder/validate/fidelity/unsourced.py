"""Elements of `text` that hold words which no stretch of the source vouches for."""

from collections.abc import Iterator

from lxml import etree

from tei_encoder.tei.names import tei
from tei_encoder.tei.owners import ranges_of
from tei_encoder.tei.text import EDITORIAL, is_element, walk


def unsourced(root: etree._Element) -> Iterator[etree._Element]:
    """Give each element that directly holds such words, once, in document order.

    Words within an owner are vouched for by it (the certificate compares them);
    those of `corr`, `supplied` and the like, and of a `note` with `@resp`, are an
    editor's and say so.
    """
    for text in root.iterchildren(tei("text")):
        yield from dict.fromkeys(_holders(text))


def _holders(text: etree._Element) -> Iterator[etree._Element]:
    vouched = [False]
    for entering, node in walk(text):
        if entering:
            vouched.append(vouched[-1] or not is_element(node) or _is_vouched(node))
            if not vouched[-1] and (node.text or "").strip():
                yield node
        else:
            vouched.pop()
            parent = node.getparent()
            loose = node is not text and (node.tail or "").strip()
            if loose and not vouched[-1] and parent is not None:
                yield parent


def _is_vouched(node: etree._Element) -> bool:
    is_added = node.get("resp") is not None and node.tag == tei("note")
    return bool(ranges_of(node)) or node.tag in EDITORIAL or is_added
