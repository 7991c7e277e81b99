"""Columns of start tags and attributes, from a second parse of a file's bytes.

lxml keeps lines only. Expat is asked for nothing but positions: it loads no external
entity, and a file that it cannot follow simply has no columns.
"""

import re
from typing import Final
from xml.parsers import expat

_UNICODE_MARKS: Final = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


class Columns:
    """Where each start tag of a file stands."""

    def __init__(self, data: bytes) -> None:
        """Read `data` once."""
        self._lines = data.decode(encoding_of(data), "replace").split("\n")
        self._starts: list[tuple[int, int]] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda *_: self._starts.append(
            (parser.CurrentLineNumber, parser.CurrentColumnNumber)
        )
        try:
            parser.Parse(data, True)  # noqa: FBT003 - expat takes no keyword
        except (expat.ExpatError, LookupError, ValueError):
            self._starts, self._lines = [], []

    def of(self, number: int, line: int, attribute: str | None) -> int:
        """Give the column (from 1) of a finding on `line`; 0 when it cannot be told.

        `number` counts the elements of the file from 0 in document order.
        """
        if not self._starts or not 0 < line <= len(self._lines):
            return 0
        words = self._lines[line - 1]
        start_line, start = (
            self._starts[number] if number < len(self._starts) else (0, 0)
        )
        from_ = start if start_line == line else 0
        at = _attribute(words, attribute, from_) if attribute else -1
        if at >= 0:
            return at + 1
        return start + 1 if start_line == line else _first(words)


def _attribute(words: str, name: str, start: int) -> int:
    found = re.compile(rf"(?<=\s){re.escape(name)}(?=\s*=)").search(words, start)
    return found.start() if found else -1


def _first(words: str) -> int:
    return len(words) - len(words.lstrip()) + 1


def encoding_of(data: bytes) -> str:
    """Give the encoding of an XML file, by its mark or declaration, else UTF-8."""
    for mark, name in _UNICODE_MARKS:
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode().lower() if declared else "utf-8"
    try:
        "".encode(name)
    except LookupError:
        return "utf-8"
    return name
