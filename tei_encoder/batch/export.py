"""Exports many records into a folder: skips what is unchanged, resumes what was cut."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tei_encoder import export
from tei_encoder.batch.export_job import EXPORTING, Exported, ExportJob
from tei_encoder.batch.packages import ASIDE
from tei_encoder.batch.run import run
from tei_encoder.batch.spool import Spool, write_table
from tei_encoder.batch.store import Store
from tei_encoder.batch.write import make_folder
from tei_encoder.stages import Table


def export_into(
    folder: Path,
    jobs: Sequence[ExportJob],
    target: str,
    *,
    processes: int = 1,
    again: bool = False,
) -> Iterator[Exported]:
    """Export records in order; whatever goes wrong with one is in its result.

    Every finished record is remembered at once, so that an interrupted run resumes;
    `again` makes everything anew, and over what others changed.
    Raises `OutputError` when the folder cannot be written to, or holds another target.
    """
    make_folder(folder)
    exporter = export.load(target)
    if isinstance(exporter, Table):
        return _table(folder, jobs, exporter, processes=processes, again=again)
    return _packages(folder, jobs, target, processes=processes, again=again)


def _packages(
    folder: Path,
    jobs: Sequence[ExportJob],
    target: str,
    *,
    processes: int,
    again: bool,
) -> Iterator[Exported]:
    store = Store(folder, target, jobs, again=again)
    kept = {job.name for job in jobs if not again and store.is_unchanged(job)}
    waiting = (job for job in jobs if job.name not in kept)
    results = run(EXPORTING, waiting, processes=processes)
    for job in jobs:
        if job.name in kept:
            yield Exported(job, kept=True)
        else:
            yield store.stored(next(results))
    store.close()


def _table(
    folder: Path,
    jobs: Sequence[ExportJob],
    table: Table,
    *,
    processes: int,
    again: bool,
) -> Iterator[Exported]:
    spool = Spool(folder / ASIDE / f"{table.file_name}.rows")
    kept = 0 if again else spool.resume(jobs)
    if again:
        spool.resume(())
    yield from (Exported(job, kept=True) for job in jobs[:kept])
    some = kept > 0
    for done in run(EXPORTING, jobs[kept:], processes=processes):
        if done.rows is not None:
            spool.add(done.job, done.rows)
            some = True
        yield done
    if some:
        write_table(folder / table.file_name, table, spool)
    spool.remove()
