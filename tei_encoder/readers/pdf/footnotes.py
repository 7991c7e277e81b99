"""Notes at the foot of a column: small type that begins with a raised mark above."""

import re
from collections.abc import Iterable
from typing import Final

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.sheet import FootNote, Line

#: type of notes is at most so large (in sizes of the text)
_SMALL: Final = 0.93
#: the mark at a note's beginning, and the point or bracket after it
_MARK: Final = re.compile(r"\(?(\d{1,3}|[*†‡§¶]{1,3}|[a-z])[.):]?(?!\d)")


def raised(lines: Iterable[Line]) -> set[str]:
    """Give the marks that stand raised in lines."""
    return {
        line.text[run.start : run.end]
        for line in lines
        for run in line.runs
        if run.style is Style.SUPERSCRIPT
    }


def footnotes(
    column: list[Line], marks: set[str], size: float, *, pending: bool
) -> tuple[list[Line], list[FootNote]]:
    """Part a column into its text and the notes at its foot.

    `marks` are those raised on the page, `size` is that of the text; `pending` tells
    that the page before had notes, of which the last may go on here.
    """
    start = len(column)
    while start and column[start - 1].size <= _SMALL * size:
        start -= 1
    notes = _notes(column[start:], marks)
    if not notes or start == 0 or not (notes[0].mark or pending):
        return column, []
    return column[:start], notes


def _notes(lines: list[Line], marks: set[str]) -> list[FootNote]:
    """Cut the lines at those that begin with a mark; none where no line does."""
    notes: list[FootNote] = []
    for line in lines:
        length = _mark(line, marks)
        if length or not notes:
            notes.append(FootNote((line,), length))
        else:
            last = notes[-1]
            notes[-1] = FootNote((*last.lines, line), last.mark)
    return notes


def _mark(line: Line, marks: set[str]) -> int:
    found = _MARK.match(line.text)
    if found is None or found[1] not in marks:
        return 0
    letter = found[1].isalpha() and line.text[found.end() : found.end() + 1].isalpha()
    return 0 if letter else found.end()
