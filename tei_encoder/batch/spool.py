"""Keeps the rows of a table on disk while it grows, so that a run can be taken up."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tei_encoder.batch.export_job import ExportJob
from tei_encoder.errors import OutputError
from tei_encoder.stages import Row, Table


class Spool:
    """A file of one JSON object per record: its name, its key and its rows."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self.columns: set[str] = set()
        path.touch()

    def resume(self, jobs: Sequence[ExportJob]) -> int:
        """Keep the records that begin the table unchanged, and say how many.

        Whatever follows them, a torn line above all, is cut off.
        """
        kept = end = 0
        with self.path.open("rb") as stream:
            for line in stream:
                record = _record(line)
                if kept == len(jobs) or record is None:
                    break
                job = jobs[kept]
                if record[:2] != (job.name, job.key):
                    break
                self._note(record[2])
                kept, end = kept + 1, end + len(line)
        with self.path.open("r+b") as stream:
            stream.truncate(end)
        return kept

    def add(self, job: ExportJob, rows: Sequence[Row]) -> None:
        """Add the rows of a record."""
        self._note(rows)
        line = json.dumps([job.name, job.key, rows], ensure_ascii=False)
        with self.path.open("ab") as stream:
            stream.write(line.encode() + b"\n")

    def rows(self) -> Iterator[Row]:
        """Give all rows, one record in memory at a time."""
        with self.path.open("rb") as stream:
            for line in stream:
                record = _record(line)
                yield from record[2] if record else ()

    def remove(self) -> None:
        """Remove the file, and its folder where that is empty."""
        self.path.unlink()
        with suppress(OSError):
            self.path.parent.rmdir()

    def _note(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self.columns.update(row)


def write_table(path: Path, table: Table, spool: Spool) -> None:
    """Write a table beside its place, then rename it there; raises `OutputError`."""
    wanted = spool.columns | table.always
    columns = tuple(name for name in table.columns if name in wanted)
    temporary = spool.path.with_suffix(".new")
    try:
        with temporary.open("wb") as stream:
            table.write(spool.rows(), columns, stream)
        temporary.replace(path)
    except OSError as error:
        raise OutputError(
            f"cannot be written: {(error.strerror or str(error)).lower()}",
            place=str(path),
            remedy="check the path, its permissions and the space on the disk",
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _record(line: bytes) -> tuple[str, str, list[Row]] | None:
    """Read a line; None for one that is torn."""
    try:
        name, key, rows = json.loads(line)
    except ValueError:
        return None
    return (name, key, rows) if line.endswith(b"\n") else None
