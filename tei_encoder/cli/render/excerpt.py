"""A line of a file with a mark under the place that is meant."""

import unicodedata

#: columns shown of a long line
WIDTH = 96
#: columns kept before the place that is meant
_BEFORE = 24


def excerpt(line: str, column: int, width: int) -> tuple[str, str]:
    """Give a line and the row of carets under it, both cut to the screen.

    `column` counts from 1, `width` is the number of code points to mark.
    Control characters are shown as pictures, so that no file can drive a terminal.
    """
    first = column - 1
    start = max(0, first - _BEFORE) if len(line) > WIDTH else 0
    end = start + WIDTH
    before, marked = line[start:first], line[first : min(first + width, end)]
    lead = "…" if start else ""
    tail = "…" if end < len(line) else ""
    shown = lead + visible(line[start:end]) + tail
    return shown, " " * columns(lead + visible(before)) + "^" * max(1, columns(marked))


def visible(text: str) -> str:
    """Show control characters as pictures (U+2400 ff.) and a tab as one space."""
    return "".join(map(_picture, text))


def columns(text: str) -> int:
    """Give the number of columns that a terminal uses for a text (UAX 11)."""
    return sum(map(_columns, text))


def _picture(char: str) -> str:
    if char == "\t":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))
    category = unicodedata.category(char)
    if char == "\x7f" or category in {"Cc", "Cf", "Zl", "Zp"}:
        return "\N{SYMBOL FOR SUBSTITUTE}"
    return char


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
