"""Cuts a text into lines without losing a character."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than white space.

    `number` counts all lines from 1; `start` and `end` are code points and leave out
    white space at either end; `indent` is the number of characters before `start`;
    `blanks` the number of blank lines before it.
    """

    number: int
    start: int
    end: int
    indent: int
    blanks: int

    def __len__(self) -> int:
        """Give the number of code points between the first and last visible one."""
        return self.end - self.start


def cut(text: str) -> tuple[Line, ...]:
    r"""Give the lines of `text` that hold more than white space.

    Only `\n` ends a line: `str.splitlines` also cuts at U+0085, U+2028 and U+000B,
    which are text. A `\r` before it is white space at the end of a line.
    """
    lines: list[Line] = []
    position = number = blanks = 0
    length = len(text)
    while position <= length:
        stop = text.find("\n", position)
        stop = length if stop < 0 else stop
        number += 1
        rest = text[position:stop].lstrip()
        if rest:
            start = stop - len(rest)
            end = start + len(rest.rstrip())
            lines.append(Line(number, start, end, start - position, blanks))
            blanks = 0
        else:
            blanks += 1
        position = stop + 1
    return tuple(lines)


def line_at(lines: tuple[Line, ...], number: int) -> int | None:
    """Give the index of the line with that number, if it is not blank."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        if lines[middle].number < number:
            low = middle + 1
        else:
            high = middle
    return low if low < len(lines) and lines[low].number == number else None
