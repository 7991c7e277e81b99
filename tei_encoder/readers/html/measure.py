"""How much text the elements of a page hold, and how much of it is linked."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from tei_encoder.readers.html.appearance import is_hidden
from tei_encoder.readers.html.tree import PROGRAM, local


@dataclass(slots=True)
class Measure:
    """Characters that are no white space, those of them in links, and the links."""

    all: int = 0
    linked: int = 0
    links: int = 0

    @property
    def plain(self) -> int:
        """Give the number of characters outside links."""
        return self.all - self.linked

    def add(self, other: "Measure") -> None:
        """Count what a child holds too."""
        self.all += other.all
        self.linked += other.linked
        self.links += other.links


def measured(body: etree._Element) -> Mapping[etree._Element, Measure]:
    """Measure all elements in one pass; what is not shown counts nothing."""
    found: dict[etree._Element, Measure] = {}
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            shown = local(element) not in PROGRAM and not is_hidden(element)
            found[element] = Measure(_length(element.text) if shown else 0)
            if not shown:
                walk.skip_subtree()
            continue
        size = found[element]
        if local(element) == "a" and element.get("href"):
            size.linked, size.links = size.all, 1
        parent = element.getparent()
        if element is not body and parent is not None:
            found[parent].add(size)
            found[parent].all += _length(element.tail)
    for element in body.iter():
        found.setdefault(element, Measure())
    return found


def _length(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0
