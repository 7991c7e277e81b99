"""The text as received: one reading text, where it came from and how it looked."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of a reading text, in Unicode code points (RFC 5147).

    A carriage return and its line feed count two.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start},{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Give the number of code points."""
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        """Tell whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Give the words of `text` in this range."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> "Span":
        """Give the range without white space at either end.

        A range of white space alone becomes empty, at its start.
        """
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        if start == end:
            return Span(self.start, self.start)
        while text[end - 1].isspace():
            end -= 1
        return Span(start, end)


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


class Style(StrEnum):
    """How a run of characters looked where it came from."""

    BOLD = "bold"
    ITALIC = "italic"
    SMALL_CAPS = "small-caps"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class StyledRun:
    """A run of characters in one style."""

    span: Span
    style: Style


@dataclass(frozen=True, slots=True)
class Source:
    """A record as received: its reading text, exactly as decoded.

    No newline, space, byte order mark or Unicode normalization is applied;
    `uri` is the name under which the TEI points to it, never an absolute path.
    Both digests are SHA-256 in hexadecimal: of the bytes and of the text in UTF-8.
    """

    uri: str
    text: str
    bytes_sha256: str
    text_sha256: str
    encoding: str
    reader: str
    parts: tuple[SourcePart, ...] = ()
    runs: tuple[StyledRun, ...] = ()

    @property
    def span(self) -> Span:
        """The whole reading text."""
        return Span(0, len(self.text))
