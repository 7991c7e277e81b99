"""Excel workbooks: which sheet, what cells show, what is left out."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest

from tei_encoder.errors import MissingExtraError, ReadError
from tei_encoder.readers import read
from tei_encoder.readers.tables.cell_text import shown

ROWS = [["Speaker", "Text"], ["Ann", "Yes."], ["Bo", 7]]


def saved(book: openpyxl.Workbook) -> bytes:
    """Give the bytes of a workbook."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def book_of(**sheets: list[list[object]]) -> openpyxl.Workbook:
    """Make a workbook of sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def test_the_first_sheet_with_words_is_read() -> None:
    """Others are named, hidden ones as such."""
    book = book_of(About=[["a", "b"]], Turns=ROWS, Old=ROWS)
    book["Old"].sheet_state = "hidden"
    found = read(saved(book), "a.xlsx")
    assert "Speaker\tText\nAnn\tYes.\nBo\t7" == found.value.text
    assert ["read 'Turns'; left out 'About', (hidden) 'Old'"] == [
        d.message for d in found.diagnostics
    ]


def test_a_sheet_can_be_named() -> None:
    """`--sheet` takes any; an unknown one is refused with those there are."""
    data = saved(book_of(Turns=ROWS, Other=[["Who", "Said"], ["A", "b"]]))
    assert (
        "Who\tSaid\nA\tb" == read(data, "a.xlsx", options={"sheet": "Other"}).value.text
    )
    with pytest.raises(ReadError, match=r"found 'Turns', 'Other' \(did you mean"):
        read(data, "a.xlsx", options={"sheet": "Othr"})


def test_what_stands_above_the_names_stays_text() -> None:
    """A title above the table is no row of it."""
    source = read(saved(book_of(T=[["A talk of 1961"], [], *ROWS])), "a.xlsx").value
    assert source.text.startswith("A talk of 1961\nSpeaker\tText\nAnn")


def test_formulas_give_their_values() -> None:
    """One that was never computed gives nothing, and is counted."""
    data = saved(book_of(T=[*ROWS, ["Cy", "=1+1"]]))
    found = read(data, "a.xlsx")
    assert "1 formulas, 1 of them without a value" in [
        d.message for d in found.diagnostics
    ]
    assert found.value.text.endswith("Cy")


def test_comments_are_reported() -> None:
    """They are not read."""
    book = book_of(T=ROWS)
    book["T"]["A2"].comment = openpyxl.comments.Comment("who?", "Ed")
    assert ["RD164"] == [d.rule.code for d in read(saved(book), "a.xlsx").diagnostics]


def test_a_damaged_workbook_is_refused() -> None:
    """Whatever the library raises becomes our own error."""
    data = saved(book_of(T=ROWS))
    with pytest.raises(ReadError):
        read(data[: len(data) // 2], "a.xlsx", format="xlsx")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra to install is `xlsx`."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match="xlsx"):
        read(saved(book_of(T=ROWS)), "a.xlsx")


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (None, "General", ""),
        (True, "General", "TRUE"),
        (3.0, "0.00", "3"),
        (0.1, "General", "0.1"),
        (1e-7, "General", "0.0000001"),
        (datetime(1966, 9, 7), "General", "1966-09-07"),  # noqa: DTZ001 - cells have no zone
        (datetime(1966, 9, 7), "d/m/yy", "7/9/66"),  # noqa: DTZ001 - the same
        (datetime(1966, 9, 7), "dd.mm.yyyy;@", "07.09.1966"),  # noqa: DTZ001 - the same
        (datetime(1966, 9, 7), "d mmmm yyyy", "1966-09-07"),  # noqa: DTZ001 - the same
        (datetime(1966, 9, 7, 14, 5), "yyyy\\-mm\\-dd h:mm", "1966-09-07 14:05"),  # noqa: DTZ001 - the same
        (date(1966, 9, 7), "[$-409]m/d/yyyy", "9/7/1966"),
        (time(14, 5, 9), "h:mm:ss AM/PM", "2:05:09 PM"),
        (time(0, 5), "h:mm AM/PM", "12:05 AM"),
        (timedelta(hours=30, seconds=2.5), "[h]:mm:ss", "30:00:02.5"),
    ],
)
def test_cells_show_what_people_see(value: object, form: str, expected: str) -> None:
    """Dates in the form of the cell, where it holds no names; numbers in full."""
    assert expected == shown(value, form)
