"""The report of a batch: a row per record."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from tei_encoder.batch.convert import Done, Product
from tei_encoder.errors import OutputError


@dataclass(frozen=True, slots=True)
class Row:
    """A line of `report.csv`.

    `sha256` is that of the input's bytes; `lowest_margin` the lead of the least
    certain block over its next-best reading; `findings` their number; `error` why an
    input gave no record.
    """

    file: str
    id: str = ""
    sha256: str = ""
    turns: int | None = None
    speakers: int | None = None
    unclassified: int | None = None
    lowest_margin: float | None = None
    findings: int | None = None
    certified: str = "no"
    valid: str = "no"
    error: str = ""


def rows_of(done: Done) -> tuple[Row, ...]:
    """Give the rows of an input: one per record, or one that says what went wrong.

    Findings on the page count for its first record.
    """
    if done.products:
        return tuple(_rows(done))
    error = " ".join(str(done.error or "no record found").split())
    return (Row(file=done.job.name, sha256=done.digest, error=error),)


def report_csv(rows: Iterable[Row]) -> bytes:
    """Give the report as CSV (RFC 4180, UTF-8), with a line of headings."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(field.name for field in fields(Row))
    writer.writerows(map(astuple, rows))
    return stream.getvalue().encode("utf-8", "backslashreplace")


def refuse_foreign(path: Path) -> None:
    """Refuse to overwrite a report that no batch has written.

    Ours are told by their line of headings. Raises `OutputError`.
    """
    try:
        with path.open("rb") as stream:
            ours = stream.readline() == report_csv(())
    except FileNotFoundError:
        return
    if not ours:
        raise OutputError(
            "is no report of tei-encoder and would be overwritten",
            place=str(path),
            remedy="move or rename it, or give another folder with -o",
        )


def _rows(done: Done) -> Iterator[Row]:
    for number, product in enumerate(done.products):
        on_page = len(done.diagnostics) if number == 0 else 0
        yield _row(done, product, on_page + len(product.diagnostics))


def _row(done: Done, product: Product, findings: int) -> Row:
    margin = product.lowest_margin
    return Row(
        file=done.job.name,
        id=product.id,
        sha256=done.digest,
        turns=product.turns,
        speakers=product.speakers,
        unclassified=product.unclassified,
        lowest_margin=None if margin is None else round(margin, 3),
        findings=findings,
        certified="yes" if product.certified else "no",
        valid="yes" if product.valid else "no",
        error="" if done.error is None else " ".join(str(done.error).split()),
    )
