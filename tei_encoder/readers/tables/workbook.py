"""Excel workbooks (.xlsx): the rows of one sheet, as their cells show them."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final
from warnings import catch_warnings, simplefilter

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.extra import require
from tei_encoder.readers.tables import rules
from tei_encoder.readers.tables.cell_text import shown
from tei_encoder.readers.tables.columns import columns_of, has_words, headless
from tei_encoder.readers.tables.turns import Table, source_of
from tei_encoder.readers.zip_members import open_zip
from tei_encoder.registry import suggestion

OPTION: Final = "--sheet"
_COMMENTS: Final = re.compile(r"xl/(?:comments|threadedComments)")
#: rows within which the names of the columns stand
_HEAD: Final = 20
_REMEDY: Final = "open it in a spreadsheet program and save it again"

#: the number of a row, and its cells
_Row = tuple[int, tuple[str, ...]]


def read(
    data: bytes,
    uri: str,
    *,
    encoding: str | None = None,  # noqa: ARG001 - workbooks are UTF-8 inside
    columns: str | None = None,
    sheet: str | None = None,
) -> Outcome[Source]:
    """Read rows as turns (see `tables.turns`); values, never formulas.

    The library's own warnings, on styles and the like, tell nothing of the text.

    `sheet` names the sheet; without it the first one with a column of words is read.
    Raises `MissingExtraError` without openpyxl, and `ReadError` for a damaged file,
    an unknown sheet, or one without a column of words.
    """
    members = open_zip(data, uri)
    for name in members.names():
        members.read(name)  # checks sizes, before anything is unpacked at once
    openpyxl = require("openpyxl", "xlsx", place=uri)
    with catch_warnings():
        simplefilter("ignore")
        return _read(openpyxl, data, uri, columns, sheet)


def _read(
    openpyxl: Any,  # noqa: ANN401 - it has no types
    data: bytes,
    uri: str,
    columns: str | None,
    sheet: str | None,
) -> Outcome[Source]:
    book = _open(openpyxl, data, uri, values=True)
    name = _choose(book, uri, sheet, columns)
    rows = _rows(book[name], uri)
    found = source_of(_table(rows, columns, f"{uri}:{name}"), data, uri, reader="xlsx")
    formulas = _formulas(_open(openpyxl, data, uri, values=False)[name], book[name])
    members = open_zip(data, uri).names()
    comments = any(map(_COMMENTS.match, members))
    findings = (*_others(book, name), *formulas, *_comments(found=comments))
    return Outcome(found.value, (*findings, *found.diagnostics))


def _open(openpyxl: Any, data: bytes, uri: str, *, values: bool) -> Any:  # noqa: ANN401 - openpyxl has no types
    try:
        return openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=values)
    except Exception as error:
        raise _damaged(error, uri) from error


def _damaged(error: Exception, uri: str) -> ReadError:
    return ReadError(
        f"damaged workbook: {type(error).__name__}: {error}", place=uri, remedy=_REMEDY
    )


def _choose(book: Any, uri: str, asked: str | None, columns: str | None) -> str:  # noqa: ANN401
    """Give the name of the sheet to read."""
    names = [sheet.title for sheet in book.worksheets]
    if asked is not None and asked not in names:
        listed = ", ".join(map(repr, names))
        raise ReadError(
            f"no sheet {asked!r}; found {listed}",
            place=uri,
            remedy=suggestion(asked, tuple(names)),
        )
    if asked is None and not names:
        raise ReadError("holds no sheet", place=uri, remedy=_REMEDY)
    visible = [sheet.title for sheet in book.worksheets if _is_visible(sheet)]
    fitting = (n for n in visible if _fits(_rows(book[n], uri), columns, uri))
    return asked or next(fitting, (visible or names)[0])


def _is_visible(sheet: Any) -> bool:  # noqa: ANN401
    return bool(sheet.sheet_state == "visible")


def _fits(rows: Iterator[_Row], columns: str | None, uri: str) -> bool:
    try:
        _table(rows, columns, uri)
    except ReadError:
        return False
    return True


def _rows(sheet: Any, uri: str) -> Iterator[_Row]:  # noqa: ANN401
    """Give the rows that hold anything, with their numbers from 1."""
    try:
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), start=1):
            cells = tuple(shown(cell.value, cell.number_format) for cell in row)
            if any(cell.strip() for cell in cells):
                yield number, cells
    except Exception as error:
        raise _damaged(error, uri) from error


def _table(rows: Iterator[_Row], columns: str | None, place: str) -> Table:
    """Make a table; its names stand in the first row that looks like names."""
    found = list(rows)
    if not found:
        raise ReadError(
            "the sheet is empty", place=place, remedy=f"name another with {OPTION}"
        )
    bare = headless(columns) and not any(has_words(c) for _, c in found[:_HEAD])
    at = next((n for n, (_, c) in enumerate(found[:_HEAD]) if has_words(c)), 0)
    width = max(len(cells) for _, cells in found)
    header = ("",) * width if bare else _wide(found[at][1], width)
    body = found if bare else found[at + 1 :]
    return Table(
        header=tuple(name.strip() for name in header),
        columns=columns_of(header, columns, f"{place}:{found[at][0]}"),
        rows=tuple(_wide(cells, width) for _, cells in body),
        numbers=tuple(number for number, _ in body),
        printed=not bare,
        above=() if bare else tuple(cells for _, cells in found[:at]),
    )


def _wide(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _others(book: Any, name: str) -> Iterator[Diagnostic]:  # noqa: ANN401
    left = [
        repr(sheet.title) if _is_visible(sheet) else f"(hidden) {sheet.title!r}"
        for sheet in book.worksheets
        if sheet.title != name
    ]
    if left:
        message = f"read {name!r}; left out {', '.join(left)}"
        yield Diagnostic(rules.SHEETS, message, source="readers")


def _formulas(sheet: Any, values: Any) -> Iterator[Diagnostic]:  # noqa: ANN401
    """Count the formulas of a sheet, and those that have no value."""
    places = [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    lacking = sum(values[place].value is None for place in places)
    if places:
        message = f"{len(places)} formulas, {lacking} of them without a value"
        yield Diagnostic(rules.FORMULAS, message, source="readers")


def _comments(*, found: bool) -> Iterator[Diagnostic]:
    if found:
        message = "comments on cells are left out"
        yield Diagnostic(rules.CELL_COMMENTS, message, source="readers")
