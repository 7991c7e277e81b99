"""What is known of the elements that a walk is inside of."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tei_encoder.model.span import Span
from tei_encoder.readers.html.paragraphs import Look
from tei_encoder.readers.reading_text import ReadingText

End = Callable[[Span], None]


@dataclass(slots=True)
class Frame:
    """An element that is being read.

    `closing` are words to be printed before its end, `separator` what parts it as a
    block from its neighbours; `after` is done when all else is.
    """

    look: Look
    block: bool = False
    aside: bool = False
    separator: str = ""
    closing: str = ""
    ends: list[tuple[list[int], End]] = field(default_factory=list)
    after: Callable[[], None] | None = None

    def at_end(self, text: ReadingText, end: End) -> None:
        """Hand the span of the element to `end` when it ends."""
        self.ends.append((text.open(), end))


@dataclass(slots=True)
class Grid:
    """A table of data that is being written: its cells, row by row."""

    rows: list[list[Span]] = field(default_factory=list)
    headers: int = 0
