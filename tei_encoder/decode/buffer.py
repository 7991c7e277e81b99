"""Collects the words of a passage, with white space by stated rules.

Where `@source` vouches for the white space, it is kept exactly; elsewhere it may be
indentation: each run of XML white space becomes one space.
`lb` and the edges of block elements give a line end, unless white space stands there
in an exact text; `break="no"` and `@join` glue (Guidelines 3.11.3, 18.1).
"""

import re

_SPACE = re.compile(r"[ \t\r\n]+")
_XML_SPACE = " \t\r\n"


class Buffer:
    """Words in the making; `length` counts the code points so far."""

    def __init__(self, *, exact: bool) -> None:
        """Keep white space as it stands when `exact`."""
        self.exact = exact
        self.length = 0
        self._pieces: list[str] = []
        self._separator = ""
        self._glued = False

    def add(self, text: str) -> None:
        """Add words."""
        if not text:
            return
        if self.exact:
            if self._separator and self._pieces and not self._spaced(text):
                self._append(self._separator)
            self._separator = ""
            self._append(text)
            return
        words = _SPACE.sub(" ", text).strip(" ")
        if text[0] in _XML_SPACE:
            self.separate(" ")
        if words:
            if self._separator and self._pieces and not self._glued:
                self._append(self._separator)
            self._separator, self._glued = "", False
            self._append(words)
            if text[-1] in _XML_SPACE:
                self.separate(" ")

    def separate(self, mark: str) -> None:
        """Ask for a space or a line end before the next words; a line end wins."""
        if mark == "\n" or not self._separator:
            self._separator = mark

    def glue(self) -> None:
        """Let no white space stand before the next words."""
        self._separator, self._glued = "", True

    def text(self) -> str:
        """Give the words so far."""
        return "".join(self._pieces)

    def _spaced(self, text: str) -> bool:
        return text[0].isspace() or self._pieces[-1][-1].isspace()

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self.length += len(piece)
