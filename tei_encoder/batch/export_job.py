"""Exports one TEI file; whatever goes wrong is in the result."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tei_encoder import export
from tei_encoder.batch.inputs import Input, bytes_of
from tei_encoder.batch.run import Work
from tei_encoder.decode import holding_of
from tei_encoder.errors import TeiEncoderError, defect
from tei_encoder.export.given import completed
from tei_encoder.model.diagnostic import Diagnostic, Report
from tei_encoder.model.holding import Holding
from tei_encoder.model.metadata import Metadata
from tei_encoder.stages import Exporter, ExportSettings, Package, Row, Table


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A TEI file, the name of what is made of it, and what is known of it besides.

    `key` is a digest of all that the result depends on, made when the file was
    surveyed; `findings` are those of the survey.
    """

    input: Input
    name: str
    target: str
    key: str
    metadata: Metadata = field(default_factory=Metadata)
    date: str | None = None
    findings: tuple[Diagnostic, ...] = ()

    @property
    def settings(self) -> ExportSettings:
        """What the exporter is told besides the record."""
        return ExportSettings(self.metadata.target, self.date)


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of a job: a package, or rows of a table, or the error.

    `kept` tells that an earlier run had made it and nothing has changed.
    """

    job: ExportJob
    package: Package | None = None
    rows: tuple[Row, ...] | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    error: TeiEncoderError | None = None
    kept: bool = False

    @property
    def report(self) -> Report:
        """All findings, those of the survey first."""
        return Report((*self.job.findings, *self.diagnostics))


def export_job(job: ExportJob) -> Exported:
    """Export one file; whatever goes wrong is in the result, never raised.

    A defect of ours in one file must not stop the others, hence the wide `except`.
    """
    try:
        return _exported(job)
    except TeiEncoderError as error:
        error.place = error.place or job.input.shown
        return Exported(job, error=error)
    except Exception as error:  # noqa: BLE001 - see above
        return Exported(job, error=defect(error, place=job.input.shown))


def _exported(job: ExportJob) -> Exported:
    exporter = _exporter(job.target)
    holding = _holding(job)
    if isinstance(exporter, Table):
        made = exporter.rows(holding, job.settings)
        return Exported(job, rows=made.value, diagnostics=made.diagnostics)
    package = exporter(holding, job.settings)
    return Exported(job, package.value, diagnostics=package.diagnostics)


@cache
def _exporter(target: str) -> Exporter | Table:
    """Load an exporter once in a process."""
    return export.load(target)


def _holding(job: ExportJob) -> Holding:
    """Read the file, and complete its description."""
    found = holding_of(bytes_of(job.input), job.input.name.stem)
    entry = completed(found.entry, job.metadata)
    return Holding(job.name, found.data, entry, found.reading)


def _failed(job: ExportJob, error: TeiEncoderError) -> Exported:
    return Exported(job, error=error)


#: exporting, for `run`
EXPORTING: Final = Work(export_job, _failed, lambda job: job.input.shown)
