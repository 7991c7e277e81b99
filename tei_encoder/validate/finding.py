"""A finding while its element is still at hand, and how it becomes a `Diagnostic`."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from tei_encoder.model.diagnostic import Diagnostic, Rule, XmlPlace
from tei_encoder.model.source import Span
from tei_encoder.tei.owners import ranges_of
from tei_encoder.tei.place import Paths, line_of
from tei_encoder.validate.columns import Columns

#: no message is longer
LONGEST: Final = 200
#: elements looked at for words of the source in one that says nothing itself
_NEAR: Final = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with an element, or with an attribute of it.

    `line` is given where it is not that of the start tag; `about_place` says that
    the rule asks where the element stands, not what it is.
    """

    rule: Rule
    message: str
    element: etree._Element
    source: str
    attribute: str | None = None
    line: int | None = None
    help: str = ""
    expected: tuple[str, ...] = ()
    about_place: bool = False

    @property
    def path(self) -> str:
        """The XPath of the element or attribute."""
        return self.path_by(Paths())

    def path_by(self, paths: Paths) -> str:
        """Give `path` where the paths of many are asked."""
        path = paths.of(self.element)
        return f"{path}/@{self.attribute}" if self.attribute else path


def diagnostics(
    findings: Iterable[Finding], data: bytes | None = None
) -> tuple[Diagnostic, ...]:
    """Give findings as diagnostics, in document order.

    With the bytes of the file their columns are known too; they are read a second
    time only where there is a finding.
    """
    found = list(findings)
    if not found:
        return ()
    root = found[0].element.getroottree().getroot()
    elements = list(root.iter("*"))
    order = {element: number for number, element in enumerate(elements)}
    columns = Columns(data) if data is not None else None
    placed = [
        (_line(finding), order.get(finding.element, 0), finding) for finding in found
    ]
    placed.sort(key=lambda entry: entry[:2])
    paths = Paths()
    return tuple(
        _diagnostic(
            finding,
            XmlPlace(
                line,
                columns.of(number, line, finding.attribute) if columns else 0,
                finding.path_by(paths),
            ),
        )
        for line, number, finding in placed
    )


def short(message: str) -> str:
    """Cut a message to what is allowed, and put it on one line."""
    line = " ".join(message.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _line(finding: Finding) -> int:
    return line_of(finding.element) if finding.line is None else finding.line


def _diagnostic(finding: Finding, place: XmlPlace) -> Diagnostic:
    return Diagnostic(
        finding.rule,
        short(finding.message),
        span=_source_of(finding.element),
        place=place,
        help=finding.help,
        source=finding.source,
        expected=finding.expected,
    )


def _source_of(element: etree._Element) -> Span | None:
    """Give the stretch of the source text that the element encodes.

    It is what the element itself says, or the first element in it (a turn has no words
    of its own, its paragraphs have), or the nearest around it.
    """
    for node in (*islice(element.iter("*"), _NEAR), *element.iterancestors()):
        if ranges := ranges_of(node):
            return Span(ranges[0].start, max(span.end for span in ranges))
    return None
