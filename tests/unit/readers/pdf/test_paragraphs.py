"""How lines of a column become paragraphs, and lines of a page columns."""

from dataclasses import replace

import pytest

from tei_encoder.readers.pages.sheet import Box, Line
from tei_encoder.readers.pdf.columns import columns
from tei_encoder.readers.pdf.footnotes import footnotes
from tei_encoder.readers.pdf.measure import hangs, measure
from tei_encoder.readers.pdf.paragraphs import paragraphs


def line(
    text: str, top: float, *, left: float = 100, right: float = 400, size: float = 10
) -> Line:
    """Give a line of some size whose first word is thirty points wide."""
    box = Box(left, top, right, top + size)
    return Line(text, box, top + 0.8 * size, size, lead=30)


def _left(row: Line) -> float:
    return row.box.left


def starts(lines: list[Line]) -> list[str]:
    """Give the first line of each paragraph of one column."""
    habits = measure([lines])
    habits = replace(habits, hanging=hangs([lines], habits))
    return [block.lines[0].text for block in paragraphs(lines, habits)]


def test_space_parts_paragraphs() -> None:
    """More than the usual distance of lines begins a paragraph."""
    tops = [0, 12, 24, 42, 54, 66, 84]
    lines = [line(str(top), top) for top in tops]
    assert ["0", "42", "84"] == starts(lines)


def test_indentation_parts_paragraphs() -> None:
    """A first line that stands further in begins one, though all lines are full."""
    lines = [line(str(n), 12 * n, left=120 if n % 3 == 0 else 100) for n in range(9)]
    assert ["0", "3", "6"] == starts(lines)


def test_hanging_indentation_parts_paragraphs() -> None:
    """Where labels hang in the margin, a line further out begins one."""
    lines = [
        line(
            str(n),
            12 * n,
            left=100 if n % 3 == 0 else 160,
            right=300 if n % 3 == 2 else 400,
        )
        for n in range(9)
    ]
    assert ["0", "3", "6"] == starts(lines)


def test_a_short_line_ends_its_paragraph() -> None:
    """The word below would have fitted: the line was ended on purpose."""
    lines = [line(str(n), 12 * n, right=250 if n == 3 else 400) for n in range(7)]
    assert ["0", "4"] == starts(lines)


def test_ragged_lines_go_on() -> None:
    """A line is not short where the word below would not have fitted."""
    lines = [line(str(n), 12 * n, right=400 - 7 * (n % 4)) for n in range(7)]
    assert ["0"] == starts(lines)


def test_a_narrow_column_has_its_own_margin() -> None:
    """A column of ragged lines goes on, though wide pages have the same left margin."""
    wide = [line(str(n), 12 * n, right=600) for n in range(7)]
    column = [line(str(n), 12 * n, right=300 - 9 * (n % 4)) for n in range(7)]
    habits = measure([wide, column])
    assert 1 == len(paragraphs(column, habits))


def test_other_type_begins_a_paragraph() -> None:
    """A heading in larger type is no part of the text below."""
    lines = [line("head", 0, size=14), *(line(str(n), 20 + 12 * n) for n in range(4))]
    assert ["head", "0"] == starts(lines)


@pytest.mark.parametrize("count", [2, 3])
def test_columns_follow_each_other(count: int) -> None:
    """Running text on both sides of a gutter is read column by column."""
    lines = [
        line(f"words of column {c} {n}", 12 * n, left=200 * c, right=200 * c + 180)
        for n in range(6)
        for c in range(count)
    ]
    title = line("one title across", -30, left=0, right=200 * count)
    found = [[row.text for row in column] for column in columns([*lines, title])]
    read = [text for column in found for text in column]
    assert title.text == read[0]
    assert [line.text for line in sorted(lines, key=_left)] == read[1:]


def test_notes_need_a_raised_mark_above() -> None:
    """Small type at the foot is a note where its mark stands raised on the page."""
    text = [line(str(n), 12 * n) for n in range(5)]
    small = [line("2 See above.", 80, size=8), line("or below.", 90, size=8)]
    body, notes = footnotes([*text, *small], {"2"}, 10, pending=False)
    assert (text, [1], [2]) == (body, [n.mark for n in notes], [len(notes[0].lines)])
    assert ([*text, *small], []) == footnotes([*text, *small], {"1"}, 10, pending=False)


def test_notes_run_on_over_the_page() -> None:
    """Small type without a mark goes on with the note of the page before."""
    lines = [line("text", 0), line("and so on.", 80, size=8)]
    body, notes = footnotes(lines, set(), 10, pending=True)
    assert (lines[:1], [0]) == (body, [note.mark for note in notes])
