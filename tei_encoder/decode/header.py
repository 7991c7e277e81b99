"""A header, looked up by the paths of the crosswalk."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lxml import etree

from tei_encoder.tei.names import PREFIXES, tei
from tei_encoder.tei.text import collapsed, plain_text

_NONE: Final = "none"
#: a step, and the attribute that it asks for, if any
_STEP: Final = re.compile(r"(\w+)(?:\[@(\w+)='([^']*)'\])?")


class HeaderPaths:
    """Looks things up in the first header of a file by paths below `teiHeader`."""

    def __init__(self, root: etree._Element) -> None:
        """Take the first header of the file; a file without one is all empty."""
        self.root = root
        found = next(root.iter(f"{{{PREFIXES['tei']}}}teiHeader"), None)
        self.header = etree.Element(_NONE) if found is None else found
        self._found: dict[str, tuple[etree._Element, ...]] = {"": (self.header,)}

    def all(self, *paths: str) -> tuple[etree._Element, ...]:
        """Give the elements of the first path that has any."""
        for path in paths:
            if found := self._at(path):
                return found
        return ()

    def _at(self, path: str) -> tuple[etree._Element, ...]:
        """Look a path up step by step; most share their first steps."""
        found = self._found.get(path)
        if found is None:
            parent, step = _last_step(path)
            if step:
                above = self._at(parent)
                found = tuple(_children(above, *step)) if above else ()
            else:
                found = tuple(self.header.iterfind(tei_path(path), PREFIXES))
            self._found[path] = found
        return found

    def texts(self, *paths: str) -> tuple[str, ...]:
        """Give the words of the elements of the first path that has any words."""
        for path in paths:
            found = tuple(texts_of(self.all(path)))
            if found:
                return found
        return ()

    def text(self, *paths: str) -> str | None:
        """Give the words of the first element that has any, paths in order."""
        return next(iter(self.texts(*paths)), None)


@cache
def _last_step(path: str) -> tuple[str, tuple[str, str | None, str | None] | None]:
    """Cut the last step off: tag, attribute and value; None for one at any depth."""
    parent, _, step = path.rpartition("/")
    simple = _STEP.fullmatch(step)
    if simple is None or parent.endswith("/"):
        return parent, None
    return parent, (tei(simple[1]), simple[2], simple[3])


def _children(
    parents: tuple[etree._Element, ...], tag: str, key: str | None, value: str | None
) -> Iterator[etree._Element]:
    for parent in parents:
        for child in parent.iterchildren(tag):
            if key is None or child.get(key) == value:
                yield child


def texts_of(elements: tuple[etree._Element, ...]) -> Iterator[str]:
    """Give the words of each element that has any."""
    for element in elements:
        if words := words_in(element):
            yield words


def words_in(element: etree._Element) -> str:
    """Give the words of an element, white space collapsed."""
    if not len(element):  # most hold words alone
        return collapsed(element.text or "")
    return collapsed(plain_text(element))


@cache
def tei_path(path: str) -> str:
    """Put the TEI prefix before each step of a path."""
    return "/".join(f"tei:{step}" if step else "" for step in path.split("/"))
