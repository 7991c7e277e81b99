"""Page breaks between passages: each belongs to the passage that it stands before."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.tei.names import local_name
from tei_encoder.tei.text import is_element, walk

#: what holds words of its own in a body
_PASSAGES: Final = frozenset(
    {
        *("ab", "byline", "dateline", "docDate", "fw", "head", "incident", "item"),
        *("kinesic", "l", "label", "note", "p", "seg", "signed", "speaker", "stage"),
        *("table", "titlePart", "trailer", "vocal"),
    }
)


def breaks_of(
    root: etree._Element,
) -> Iterator[tuple[etree._Element, tuple[etree._Element, ...]]]:
    """Give each passage that page breaks stand before, with these."""
    waiting: list[etree._Element] = []
    inside: etree._Element | None = None
    for entering, node in walk(root):
        if not is_element(node):
            continue
        if node is inside and not entering:
            inside = None
        elif entering and inside is None:
            name = local_name(node.tag)
            if name == "pb":
                waiting.append(node)
            elif name in _PASSAGES:
                inside = node
                if waiting:
                    yield node, tuple(waiting)
                    waiting = []
