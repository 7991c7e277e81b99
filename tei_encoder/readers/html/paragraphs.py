"""Writes the words of a page in paragraphs; white space collapses as HTML asks."""

import re
from dataclasses import dataclass
from typing import Final

from tei_encoder.model.layout import Paragraph, Style
from tei_encoder.readers.reading_text import LINE, PARAGRAPH, ReadingText

#: white space of HTML: not the no-break space (HTML, 4.1; CSS Text 3, 4.1.1)
_SPACE: Final = " \t\n\r\f"
_RUN: Final = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
#: line breaks from which on a paragraph ends
_GAP: Final = 2


@dataclass(frozen=True, slots=True)
class Look:
    """How words look where they stand: that of their elements, taken together."""

    styles: frozenset[Style] = frozenset()
    keeps_space: bool = False
    name: str = ""
    level: int | None = None
    indent: float = 0.0
    centred: bool = False


class Paragraphs:
    """The paragraphs of a page, written word by word.

    `separator` parts them; none does before the place `floor`, where a cell begins.
    """

    def __init__(self, text: ReadingText) -> None:
        """Begin with no paragraph."""
        self.text = text
        self.separator = PARAGRAPH
        self.floor = 0
        self._open: tuple[list[int], Look] | None = None
        self._space: frozenset[Style] | None = None
        self._breaks = 0
        self._marker = self._held = ""
        self._in_line = False

    def words(self, characters: str, look: Look) -> None:
        """Write what stands between two tags."""
        if look.keeps_space:
            self._kept(characters, look)
            return
        core = _RUN.sub(" ", characters).strip(" ")
        if characters[0] in _SPACE and self._space is None:
            self._space = look.styles
        if core:
            self._write(core, look)
            self._space = look.styles if characters[-1] in _SPACE else None

    def line_break(self) -> None:
        """End a line; two ends in a row end the paragraph too."""
        self._breaks += 1
        self._space, self._in_line = None, False
        if self._breaks >= _GAP:
            self._end()
        self.text.part(LINE * self._breaks)

    def boundary(self, separator: str = "") -> None:
        """End the paragraph; what follows is another one."""
        self._end()
        self._space, self._in_line, self._breaks = None, False, 0
        self._held = ""
        if len(self.text) > self.floor:
            self.text.part(separator or self.separator)

    def marker(self, words: str) -> None:
        """Print a number or bullet before the next words."""
        self._marker += words

    def forget_marker(self) -> None:
        """Print no number where nothing came after it."""
        self._marker = ""

    def _write(self, words: str, look: Look) -> None:
        if self._open is None:
            self._open = self.text.open(), look
        if self._marker:
            self.text.add(self._marker)
            self._marker = ""
        elif self._held:
            self.text.add(self._held)
        elif self._space is not None and self._in_line:
            self.text.styled(self.text.add(" "), self._space)
        self.text.styled(self.text.add(words), look.styles)
        self._space, self._in_line, self._breaks = None, True, 0
        self._held = ""

    def _kept(self, characters: str, look: Look) -> None:
        words = characters.replace("\r\n", "\n").replace("\r", "\n")
        if not self._in_line:
            words = words.removeprefix("\n")
        core = words.rstrip()
        if core:
            self._write(core, look)
        if self._in_line:
            self._held += words[len(core) :]

    def _end(self) -> None:
        if self._open is None:
            return
        begun, look = self._open
        self._open = None
        span = self.text.close(begun)
        if span:
            self.text.remember(
                Paragraph(span, look.name, look.level, look.indent, look.centred)
            )
