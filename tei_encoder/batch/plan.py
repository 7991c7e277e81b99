"""Decides, before anything is read or written, what is converted to where."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.rows import metadata_by_input
from tei_encoder.encode.ids import ncname, slug
from tei_encoder.errors import ConfigurationError, OutputError
from tei_encoder.model.metadata import Metadata
from tei_encoder.stages import Settings

#: names that a batch writes into its folder beside the TEI
REPORT: Final = "report.csv"
LEDGER: Final = ".tei-encoder.jsonl"


@dataclass(frozen=True, slots=True)
class Reading:
    """How the bytes of an input are read (see `readers.read`)."""

    format: str | None = None
    encoding: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Job:
    """One input, its settings and where its TEI goes.

    `output` is None for standard output, and for a folder that cannot be searched.
    `data` are the bytes of standard input, None where a file is to be read.
    """

    input: Input
    settings: Settings
    reading: Reading
    output: Path | None
    data: bytes | None = None

    @property
    def name(self) -> str:
        """Give the name of the input, unique in a batch."""
        return str(self.input.name)


def plan(
    inputs: Iterable[Input],
    settings: Settings,
    *,
    reading: Reading,
    folder: Path | None,
    table: Mapping[str, Metadata] | None = None,
) -> tuple[Job, ...]:
    """Give a job per input; outputs go to `folder` under the inputs' relative names.

    `table` holds metadata by file (see `rows.files_by_input`).
    Raises `ConfigurationError` where two records would have one id and
    `OutputError` where two inputs would have one output.
    """
    inputs = tuple(inputs)
    own = metadata_by_input(table or {}, inputs)
    jobs = tuple(
        Job(
            item,
            _with_own(settings, item, own.get(item)),
            reading,
            _output(folder, item),
        )
        for item in inputs
    )
    _refuse_shared_ids(jobs)
    _refuse_shared_outputs(jobs)
    return jobs


def protect(
    jobs: Iterable[Job],
    others: Iterable[Path],
    *,
    save_text: bool,
    folder: Path | None = None,
) -> None:
    """Refuse to overwrite an input or a file of settings.

    What a batch writes beside the TEI, into `folder`, counts as output too.
    Raises `OutputError`; links to the same file count as the file.
    """
    jobs = tuple(jobs)
    inputs = [job.input for job in jobs if not job.input.unreadable]
    paths = [*(item.path for item in inputs), *others]
    kept = {_identity(path): path for path in paths if path and path.exists()}
    outputs = [o for job in jobs for o in outputs_of(job, save_text=save_text)]
    if folder:
        outputs += [folder / REPORT, folder / LEDGER]
    for output in outputs:
        if output.exists() and (path := kept.get(_identity(output))):
            raise OutputError(
                f"would overwrite the input {path}",
                place=str(output),
                remedy="give another output with -o",
            )


def outputs_of(job: Job, *, save_text: bool) -> tuple[Path, ...]:
    """Give the files that a job with one record writes."""
    if job.output is None:
        return ()
    return (job.output, text_path(job.output)) if save_text else (job.output,)


def text_path(output: Path) -> Path:
    """Give the path of the reading text beside a TEI file."""
    return output.with_suffix(".txt")


def numbered(path: Path, number: int) -> Path:
    """Give the path of the TEI of the nth record of a source (from 1)."""
    return path.with_name(f"{path.stem}-{number}{path.suffix}")


def record_id(stem: str) -> str:
    """Make an id of the stem of a file name: its letters and digits, hyphenated."""
    return ncname(slug(stem))


def _with_own(settings: Settings, item: Input, own: Metadata | None) -> Settings:
    metadata = own or settings.metadata
    identifier = metadata.id or record_id(item.name.stem)
    return replace(settings, metadata=metadata, record_id=identifier)


def _output(folder: Path | None, item: Input) -> Path | None:
    if folder is None or item.unreadable:
        return None
    return Path(folder, item.name).with_suffix(".xml")


def _refuse_shared_ids(jobs: tuple[Job, ...]) -> None:
    owners: dict[str, Job] = {}
    for job in jobs:
        if job.output is None:
            continue
        other = owners.setdefault(job.settings.record_id, job)
        if other is not job:
            raise ConfigurationError(
                f"{other.input.shown} and {job.input.shown} would both have the id"
                f" {job.settings.record_id!r}",
                remedy="give each its id in a CSV of metadata (columns file, id)",
            )


def _refuse_shared_outputs(jobs: tuple[Job, ...]) -> None:
    owners: dict[str, Job] = {}
    for job in jobs:
        if job.output is None:
            continue
        other = owners.setdefault(os.path.normcase(job.output), job)
        if other is not job:
            raise OutputError(
                f"{other.input.shown} and {job.input.shown} would both be written here",
                place=str(job.output),
                remedy="rename one of them, or convert them apart",
            )


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
