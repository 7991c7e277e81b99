"""The findings on one file, with their places in it."""

from dataclasses import dataclass, field, replace

from tei_encoder.cli.render.lines import Lines
from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.diagnostic import Diagnostic, Severity, XmlPlace
from tei_encoder.model.source import Span


@dataclass(frozen=True, slots=True)
class Findings:
    """What is said of one file.

    `text` is what the spans of the diagnostics point into, `xml` what their XML
    places do (None where the XML is in no file).
    `valid` is the schema's verdict, None where none was asked; `schema` its name.
    `error` says why the file could not be treated at all.
    """

    file: str
    diagnostics: tuple[Diagnostic, ...]
    text: str = field(default="", repr=False)
    xml: str | None = field(default=None, repr=False)
    valid: bool | None = None
    schema: str | None = None
    error: TeiEncoderError | None = None

    def located(self) -> list["Located"]:
        """Give the findings with their places, in the order of the document."""
        text = Lines(self.text)
        xml = Lines(self.xml or "")
        placed = [_located(d, text, xml) for d in self.diagnostics]
        return sorted(placed, key=lambda item: (item.line or 0, item.column or 0))

    def from_severity(self, least: Severity) -> "Findings":
        """Leave out the findings below a severity."""
        kept = (d for d in self.diagnostics if d.severity.rank >= least.rank)
        return replace(self, diagnostics=tuple(kept))


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its place: line and column from 1, None where not known.

    `source` is the whole line, `width` the number of its code points concerned.
    """

    finding: Diagnostic
    line: int | None = None
    column: int | None = None
    source: str = ""
    width: int = 1

    @property
    def xpath(self) -> str:
        """Give the path in the XML, empty where there is none."""
        return self.finding.place.xpath if self.finding.place else ""


def _located(finding: Diagnostic, text: Lines, xml: Lines) -> Located:
    if finding.span is not None and finding.span.end <= len(text.text):
        return _in_text(finding, finding.span, text)
    if finding.place is not None and xml.text:
        return _in_xml(finding, finding.place, xml)
    return Located(finding)


def _in_text(finding: Diagnostic, span: Span, text: Lines) -> Located:
    number, column = text.place(span.start)
    source = text.line(number)
    width = max(1, min(len(span), len(source) - column + 1))
    return Located(finding, number, column, source, width)


def _in_xml(finding: Diagnostic, place: XmlPlace, xml: Lines) -> Located:
    return Located(
        finding, place.line or None, place.column or None, xml.line(place.line)
    )
