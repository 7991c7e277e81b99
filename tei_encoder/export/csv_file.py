"""CSV as RFC 4180 has it, in UTF-8; a cell is quoted where it must be."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from tei_encoder.stages import Row


def write_csv(rows: Iterable[Row], columns: tuple[str, ...], stream: BinaryIO) -> None:
    """Write a line of headings and a line per row; what is not known stays empty."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(dict(row) for row in rows)
    text.detach()


def csv_bytes(lines: Iterable[Iterable[str]]) -> bytes:
    """Give a small table whose headings may recur, as lines of cells."""
    stream = io.StringIO()
    csv.writer(stream).writerows(lines)
    return stream.getvalue().encode()
