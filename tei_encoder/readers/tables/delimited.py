"""CSV and TSV: rows of cells (RFC 4180), with the delimiter found by evidence."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.binary import SAMPLE, TEXT_SHARE, refuse_binary
from tei_encoder.readers.decoding import decode
from tei_encoder.readers.tables.columns import columns_of, has_words, headless
from tei_encoder.readers.tables.turns import Table, source_of
from tei_encoder.readers.text import on_encoding

#: what may part cells, the commonest first
DELIMITERS: Final = (",", ";", "\t", "|")
#: rows that are looked at to find what parts their cells
_TRIED: Final = 50
#: Excel's own line that names the delimiter
_NAMED: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)

#: the number of the line on which a row begins, and its cells
_Row = tuple[int, tuple[str, ...]]


def read_csv(
    data: bytes,
    uri: str,
    *,
    encoding: str | None = None,
    columns: str | None = None,
) -> Outcome[Source]:
    """Read rows as turns (see `tables.turns`); `columns` says which column is which.

    Raises `ReadError` with a line: an open quote, more cells than columns, no column
    of words.
    """
    return _read(data, uri, encoding, columns, "csv")


def read_tsv(
    data: bytes,
    uri: str,
    *,
    encoding: str | None = None,
    columns: str | None = None,
) -> Outcome[Source]:
    """Read rows as `read_csv`; cells are parted by tabs."""
    return _read(data, uri, encoding, columns, "tsv")


def _read(
    data: bytes, uri: str, encoding: str | None, columns: str | None, reader: str
) -> Outcome[Source]:
    decoded = decode(data, uri, encoding=encoding)
    text = decoded.text.removeprefix("\ufeff")
    refuse_binary(text[:SAMPLE].encode("latin-1", "replace"), uri, TEXT_SHARE)
    named = _NAMED.match(text)
    start = named.end() if named else 0
    if reader == "tsv":
        delimiter = "\t"
    else:
        delimiter = named[1] if named else _delimiter(text, columns, uri)
    rows = [row for row in _rows(text, delimiter, uri, start) if any(row[1])]
    table = _table(rows, columns, uri)
    found = source_of(table, data, uri, reader=reader, encoding=decoded.encoding)
    return Outcome(found.value, (*on_encoding(decoded, encoding), *found.diagnostics))


def _table(rows: list[_Row], columns: str | None, uri: str) -> Table:
    if not rows:
        raise ReadError("holds no rows", place=uri, remedy="give a file with text")
    first, names = rows[0]
    bare = headless(columns) and not has_words(names)
    body = rows if bare else rows[1:]
    header = tuple("" if bare else name.strip() for name in names)
    return Table(
        header=header,
        columns=columns_of(header, columns, f"{uri}:{first}"),
        rows=tuple(_fitted(row, len(header), f"{uri}:{line}") for line, row in body),
        numbers=tuple(line for line, _ in body),
        printed=not bare,
    )


def _fitted(row: tuple[str, ...], width: int, place: str) -> tuple[str, ...]:
    """Give a row as many cells as there are columns."""
    if any(cell.strip() for cell in row[width:]):
        raise ReadError(
            f"{len(row)} cells in a table of {width} columns",
            place=place,
            remedy="quote cells that hold the delimiter, or name every column",
        )
    return row[:width] + ("",) * (width - len(row))


def _delimiter(text: str, columns: str | None, uri: str) -> str:
    """Give the delimiter with which the table makes most sense.

    Its first row has a column of words; most rows have as many cells as it has; it
    has several columns.
    """
    return max(DELIMITERS, key=lambda sign: _sense(text, sign, columns, uri))


def _sense(
    text: str, delimiter: str, columns: str | None, uri: str
) -> tuple[bool, float, int]:
    rows: list[tuple[str, ...]] = []
    try:
        for _, row in _rows(text, delimiter, uri, 0):
            rows.append(row)
            if len(rows) > _TRIED:
                break
        fits = bool(columns_of(rows[0], columns, uri)) if rows else False
    except ReadError:
        fits = False
    width = len(rows[0]) if rows else 0
    alike = sum(len(row) == width for row in rows) / max(1, len(rows))
    return fits, alike if width > 1 else 0.0, width


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    """Give the form of a cell and what closes it.

    A quote that stands at both ends is no text; any other is.
    """
    sign = re.escape(delimiter)
    end = rf"(?P<end>{sign}|\r\n|\n|\r|\Z)"
    return re.compile(
        rf'"(?P<quoted>[^"]*+(?:""[^"]*+)*+)"{end}'
        rf"|(?P<bare>[^{sign}\r\n]*+){end.replace('end', 'close')}"
    )


def _rows(text: str, delimiter: str, uri: str, start: int) -> Iterator[_Row]:
    """Give the rows from `start`; raises `ReadError` at a quote that nothing closes."""
    form, place, cells = _cell(delimiter), start, list[str]()
    line = begun = _line_ends(text[:start]) + 1
    while place < len(text):
        found = form.match(text, place)
        if found is None or (delimiter != "\t" and _is_open(found["bare"])):
            raise ReadError(
                "a quote that opens here is closed nowhere",
                place=f"{uri}:{line}",
                remedy='close it, or write it twice ("") if it is one of the text',
            )
        quoted, bare = found["quoted"], found["bare"]
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        line += _line_ends(found[0])
        place = found.end()
        if (found["end"] or found["close"]) != delimiter:
            yield begun, tuple(cells)
            cells, begun = [], line
    if cells:
        yield begun, (*cells, "")


def _is_open(bare: str | None) -> bool:
    return bare is not None and bare.startswith('"') and bare.count('"') == 1


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")
