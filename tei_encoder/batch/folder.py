"""Converts many inputs into a folder: skips what is unchanged, reports on all."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tei_encoder.batch.convert import CONVERTING, Done, data_of
from tei_encoder.batch.deliver import Claims, delivered
from tei_encoder.batch.ledger import Entry, Ledger, key_of
from tei_encoder.batch.plan import REPORT, Job
from tei_encoder.batch.report import Row, refuse_foreign, report_csv, rows_of
from tei_encoder.batch.run import run
from tei_encoder.batch.write import make_folder, write_whole
from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Report


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An input that is not converted again, and what came of it when it was."""

    job: Job
    entry: Entry

    @property
    def report(self) -> Report:
        """All findings of that time."""
        return Report(self.entry.diagnostics)


def convert_into(
    folder: Path,
    jobs: tuple[Job, ...],
    *,
    processes: int = 1,
    save_text: bool = False,
    again: bool = False,
) -> Iterator[Done | Unchanged]:
    """Convert jobs into a folder, in order; unchanged ones are skipped.

    Every finished input is remembered at once, so that an interrupted run resumes;
    `again` converts unchanged inputs too. `report.csv` is written at the end.
    Raises `OutputError` when the folder cannot be written to, or holds a report that
    no batch has written.
    """
    make_folder(folder)
    refuse_foreign(folder / REPORT)
    ledger = Ledger(folder)
    keys = {job.name: _key(job, save_text=save_text) for job in jobs}
    kept = {} if again else _unchanged(keys, ledger)
    waiting = (job for job in jobs if job.name not in kept)
    results = run(CONVERTING, waiting, processes=processes)
    claims = Claims(jobs)
    rows: list[Row] = []
    for job in jobs:
        if entry := kept.get(job.name):
            rows += entry.rows
            yield Unchanged(job, entry)
            continue
        done, written = delivered(next(results), claims, save_text=save_text)
        rows += rows_of(done)
        if done.sound and (key := keys[job.name]):
            ledger.add(_entry(done, key, written, folder))
        yield done
    ledger.tidy()
    write_whole(folder / REPORT, report_csv(rows))


def _unchanged(keys: dict[str, str | None], ledger: Ledger) -> dict[str, Entry]:
    return {
        name: entry
        for name, key in keys.items()
        if key and (entry := ledger.unchanged(name, key))
    }


def _key(job: Job, *, save_text: bool) -> str | None:
    """Give the digest of an input, None where it cannot be read."""
    try:
        return key_of(job, data_of(job), save_text=save_text)
    except ReadError:
        return None


def _entry(done: Done, key: str, written: list[Path], folder: Path) -> Entry:
    return Entry(
        name=done.job.name,
        key=key,
        outputs={
            path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
            for path in written
        },
        rows=rows_of(done),
        diagnostics=done.report.diagnostics,
    )
