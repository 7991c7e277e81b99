"""A header, looked up by the paths of the crosswalk."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.tei.names import PREFIXES
from tei_encoder.tei.text import collapsed, plain_text

_NONE: Final = "none"


class HeaderPaths:
    """Looks things up in the first header of a file by paths below `teiHeader`."""

    def __init__(self, root: etree._Element) -> None:
        """Take the first header of the file; a file without one is all empty."""
        self.root = root
        found = next(root.iter(f"{{{PREFIXES['tei']}}}teiHeader"), None)
        self.header = etree.Element(_NONE) if found is None else found

    def all(self, *paths: str) -> tuple[etree._Element, ...]:
        """Give the elements of the first path that has any."""
        for path in paths:
            found = self.header.findall(tei_path(path), PREFIXES)
            if found:
                return tuple(found)
        return ()

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


def texts_of(elements: tuple[etree._Element, ...]) -> Iterator[str]:
    """Give the words of each element that has any."""
    for element in elements:
        if words := words_in(element):
            yield words


def words_in(element: etree._Element) -> str:
    """Give the words of an element, white space collapsed."""
    return " ".join(collapsed(plain_text(element)).split())


def tei_path(path: str) -> str:
    """Put the TEI prefix before each step of a path."""
    return "/".join(f"tei:{step}" if step else "" for step in path.split("/"))
