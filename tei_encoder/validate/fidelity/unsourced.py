"""Elements of `text` that hold words which no stretch of the source vouches for."""

from collections.abc import Iterator

from lxml import etree

from tei_encoder.tei.names import tei
from tei_encoder.tei.owners import ranges_of
from tei_encoder.tei.text import EDITORIAL, is_element


def unsourced(root: etree._Element) -> Iterator[etree._Element]:
    """Give each element that directly holds such words, once, in document order.

    Words within an owner are vouched for by it (the certificate compares them);
    those of `corr`, `supplied` and the like, and of a `note` with `@resp`, are an
    editor's and say so.
    """
    waiting = list(root.iterchildren(tei("text"), reversed=True))
    while waiting:
        node = waiting.pop()
        if is_element(node) and not _is_vouched(node):
            if any(map(_has_words, (node.text, *(part.tail for part in node)))):
                yield node
            waiting.extend(node.iterchildren(reversed=True))


def _has_words(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _is_vouched(node: etree._Element) -> bool:
    is_added = node.get("resp") is not None and node.tag == tei("note")
    return bool(ranges_of(node)) or node.tag in EDITORIAL or is_added
