"""Words of a converted file that no stretch of its source vouches for."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.model.diagnostic import Rule, Severity
from tei_encoder.tei.names import PREFIXES
from tei_encoder.validate.fidelity.unsourced import unsourced
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
    for element in unsourced(root):
        message = "words that no @source vouches for"
        yield Finding(UNSOURCED_TEXT, message, element, SOURCE)
