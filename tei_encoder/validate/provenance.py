"""Words of a converted file that no stretch of its source vouches for."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.model.diagnostic import Rule, Severity
from tei_encoder.tei.names import PREFIXES, tei
from tei_encoder.tei.text import EDITORIAL, is_element, walk
from tei_encoder.validate.fidelity.owners import ranges_of
from tei_encoder.validate.finding import Finding

#: who found it, in `Diagnostic.source`
SOURCE: Final = "provenance"

UNSOURCED_TEXT: Final = Rule(
    code="VA613",
    name="unsourced-text",
    severity=Severity.WARNING,
    meaning="A file that points into its source has words in text that no element with "
    "@source owns.",
    why="Whoever reads the file takes them for words of the source "
    "(att.global.source).",
    remedy="Add @source, or say with @resp who added the words.",
    example="<p>Added by hand.</p> beside paragraphs with @source",
)
RULES: Final = (UNSOURCED_TEXT,)

_DECLARED: Final = ".//tei:prefixDef[@ident='src']"


def check_provenance(root: etree._Element) -> Iterator[Finding]:
    """Report elements with such words, in files that declare the prefix `src`."""
    if root.find(_DECLARED, PREFIXES) is None:
        return
    for text in root.iterchildren(tei("text")):
        reported: set[etree._Element] = set()
        for element in _unsourced(text):
            if element not in reported:
                reported.add(element)
                message = "words that no @source vouches for"
                yield Finding(UNSOURCED_TEXT, message, element, SOURCE)


def _unsourced(text: etree._Element) -> Iterator[etree._Element]:
    """Give each element that directly holds such words."""
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
