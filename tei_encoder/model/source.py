"""The text as received: one reading text, where it came from and how it looked."""

from dataclasses import dataclass, field
from enum import StrEnum

from tei_encoder.model.layout import Layout
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.span import Span

__all__ = ["PartKind", "Source", "SourcePart", "Span"]


class PartKind(StrEnum):
    """What a stretch of the reading text came from."""

    FILE = "file"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A file or page that the reading text was made of."""

    kind: PartKind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A record as received: its reading text, exactly as decoded.

    No newline, space, byte order mark or Unicode normalization is applied;
    `uri` is the name under which the TEI points to it, never an absolute path.
    Both digests are SHA-256 in hexadecimal: of the bytes and of the text in UTF-8.
    `stated` are facts that the file tells outside its text (a TEI header, the language
    of subtitles); what people tell wins over them.
    """

    uri: str
    text: str
    bytes_sha256: str
    text_sha256: str
    encoding: str
    reader: str
    parts: tuple[SourcePart, ...] = ()
    layout: Layout = field(default_factory=Layout)
    stated: Metadata = field(default_factory=Metadata)

    @property
    def span(self) -> Span:
        """The whole reading text."""
        return Span(0, len(self.text))
