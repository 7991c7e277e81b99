"""Where a page of the printed original begins, as web editions mark it."""

import re
from typing import Final

from lxml import etree

from tei_encoder.readers.html.appearance import declarations
from tei_encoder.readers.html.tree import classes, local, words_of

#: names that state a page break (DPUB-ARIA, EPUB structural semantics, TEI)
_STATED: Final = frozenset({"doc-pagebreak", "pagebreak"})
_CLASSES: Final = frozenset(
    {"pagebreak", "page-break", "pagenum", "pagenumber", "tei-pb", "pb"}
)
_COMMENT: Final = re.compile(
    r"\s*(?:page[ -]?break|pb)\b\s*[:=]?\s*(.*?)\s*", re.IGNORECASE | re.DOTALL
)
_BEFORE: Final = re.compile(r"(?:page-)?break-before:(?:always|page|left|right)")
#: how long a page number may be
_LONGEST: Final = 20


def page_break(element: etree._Element) -> str | None:
    """Give the name of the page that begins at an element, perhaps empty."""
    if not local(element):
        found = _COMMENT.fullmatch(element.text or "")
        return found[1][:_LONGEST] if found else None
    if not element.keys():
        return "" if local(element) == "pb" else None
    kinds = {element.get("role"), element.get("epub:type")}
    if kinds & _STATED or classes(element) & _CLASSES or local(element) == "pb":
        return _name(element)
    return "" if _BEFORE.search(declarations(element)) else None


def _name(element: etree._Element) -> str:
    stated = (element.get(key) for key in ("aria-label", "title", "n", "value"))
    words = next(filter(None, stated), None) or words_of(element)
    found = " ".join(words.split()).strip("[]()")
    return found if len(found) <= _LONGEST else ""
