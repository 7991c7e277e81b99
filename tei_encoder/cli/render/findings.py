"""The findings on one file, with their places in it."""

from dataclasses import dataclass, field, replace

from tei_encoder.cli.render.lines import Lines
from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.diagnostic import Diagnostic, Severity, XmlPlace
from tei_encoder.model.source import Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text that a TEI file encodes, and the file it is in."""

    file: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Findings:
    """What is said of one file.

    `text` is what the spans of the diagnostics point into, `xml` what their XML
    places do (None where the XML is in no file); of a TEI file, `beside` is the text
    that its spans point into.
    `valid` is the schema's verdict, None where none was asked; `schema` its name.
    `error` says why the file could not be treated at all.
    """

    file: str
    diagnostics: tuple[Diagnostic, ...]
    text: str = field(default="", repr=False)
    xml: str | None = field(default=None, repr=False)
    beside: SourceText | None = None
    valid: bool | None = None
    schema: str | None = None
    error: TeiEncoderError | None = None

    def located(self) -> list["Located"]:
        """Give the findings with their places, in the order of the document."""
        text = Lines(self.text)
        xml = Lines(self.xml or "")
        beside = Lines(self.beside.text) if self.beside else None
        placed = [self._located(d, text, xml, beside) for d in self.diagnostics]
        return sorted(placed, key=lambda item: (item.line or 0, item.column or 0))

    def from_severity(self, least: Severity) -> "Findings":
        """Leave out the findings below a severity."""
        kept = (d for d in self.diagnostics if d.severity.rank >= least.rank)
        return replace(self, diagnostics=tuple(kept))

    def with_content(self, xml: str, beside: SourceText | None) -> "Findings":
        """Add the words of the file and of the text that it encodes."""
        return replace(self, xml=xml, beside=beside)

    def _located(
        self, finding: Diagnostic, text: Lines, xml: Lines, beside: Lines | None
    ) -> "Located":
        file, span, place = self.file, finding.span, finding.place
        own = _passage(file, span, text)
        other = _passage(self.beside.file, span, beside) if self.beside else None
        if own is not None:
            return Located(finding, own)
        if place is not None and self.xml is not None:
            return Located(finding, _in_xml(file, place, xml), origin=other)
        return Located(finding, other or Passage(file))


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a file: line and column from 1, None where not known.

    `source` is the whole line, `width` the number of its code points concerned.
    """

    file: str
    line: int | None = None
    column: int | None = None
    source: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Give `file:line:column`, as far as it is known."""
        parts = (self.file, self.line, self.column)
        return ":".join(str(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its passage; `origin` is that of the source text it encodes."""

    finding: Diagnostic
    passage: Passage
    origin: Passage | None = None

    @property
    def line(self) -> int | None:
        """The line, from 1."""
        return self.passage.line

    @property
    def column(self) -> int | None:
        """The column, from 1."""
        return self.passage.column

    @property
    def xpath(self) -> str:
        """Give the path in the XML, empty where there is none."""
        return self.finding.place.xpath if self.finding.place else ""

    @property
    def message(self) -> str:
        """Give the message, with the place in the source text."""
        from_ = f" (from {self.origin})" if self.origin else ""
        return f"{self.finding.message}{from_}"


def _passage(file: str, span: Span | None, lines: Lines | None) -> Passage | None:
    if span is None or not lines or not lines.text or span.end > len(lines.text):
        return None
    number, column = lines.place(span.start)
    source = lines.line(number)
    width = max(1, min(len(span), len(source) - column + 1))
    return Passage(file, number, column, source, width)


def _in_xml(file: str, place: XmlPlace, xml: Lines) -> Passage:
    line, column = place.line or None, place.column or None
    return Passage(file, line, column, xml.line(place.line))
