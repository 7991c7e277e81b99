"""Exports what was asked for, and shows what came of it."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from tei_encoder.batch.export import export_into
from tei_encoder.batch.export_job import Exported, ExportJob
from tei_encoder.batch.inputs import Input, find_inputs
from tei_encoder.batch.rows import metadata_by_input
from tei_encoder.batch.survey import Surveyed, jobs_of, questions_of, survey
from tei_encoder.cli.gaps import refuse_gaps
from tei_encoder.cli.outcome import MACHINE, echo_error, least_shown
from tei_encoder.cli.progress import Progress
from tei_encoder.cli.render import Findings, render
from tei_encoder.cli.request import is_table
from tei_encoder.cli.shipment_tally import ShipmentTally
from tei_encoder.export import Target
from tei_encoder.metadata import load_metadata, load_table
from tei_encoder.model.diagnostic import Severity
from tei_encoder.model.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Shipment:
    """The arguments and options of `export`, as click gives them."""

    inputs: tuple[str, ...]
    target: str
    output: Path
    archivematica: bool
    metadata: Path | None
    date: str | None
    jobs: int
    again: bool
    message_format: str | None
    fail_on: str
    verbose: bool
    quiet: bool

    @property
    def silent(self) -> bool:
        """Tell whether nothing but findings may be shown."""
        return self.quiet or self.message_format in MACHINE

    @property
    def processes(self) -> int:
        """Give the number of processes."""
        return self.jobs or os.cpu_count() or 1

    @property
    def name(self) -> str:
        """Give the name of the target; `--archivematica` is a form of `bagit`."""
        if not self.archivematica:
            return self.target
        if self.target != "bagit":
            raise click.UsageError("--archivematica goes with --to bagit")
        return "archivematica"


def ship(asked: Shipment) -> int:
    """Survey, export, show the findings; give the exit code of the worst file."""
    from tei_encoder import export

    failed, jobs = _planned(asked, export.target(asked.name))
    tally = ShipmentTally(asked.fail_on)
    tally.failed = len(failed)
    _show(asked, failed, jobs, tally)
    if not asked.silent:
        echo_error(tally.summary(asked.output))
    return tally.code


def _planned(
    asked: Shipment, target: Target
) -> tuple[list[Surveyed], tuple[ExportJob, ...]]:
    """Give the files that cannot be read, and what is to be done with the others."""
    surveyed = _surveyed(asked)
    refuse_gaps(target, surveyed)
    return [found for found in surveyed if found.error], tuple(jobs_of(surveyed))


def _surveyed(asked: Shipment) -> tuple[Surveyed, ...]:
    inputs = find_inputs(asked.inputs, suffixes=(".xml",), leave=asked.output)
    if any(item.path is None for item in inputs):
        raise click.UsageError("export reads files twice: - cannot be one of them")
    given, own = _metadata(asked.metadata, inputs)
    questions = tuple(questions_of(inputs, asked.name, given, own, asked.date))
    # a bar alone: lines now and then would seem to count what is exported
    silent = asked.silent or not sys.stderr.isatty()
    with Progress(len(questions), silent=silent) as progress:
        return tuple(progress.follow(survey(questions, processes=asked.processes)))


def _metadata(
    path: Path | None, inputs: tuple[Input, ...]
) -> tuple[Metadata, dict[Input, Metadata]]:
    """Give what is known of every file, and of each."""
    if path is None:
        return Metadata(), {}
    if is_table(path):
        return Metadata(), metadata_by_input(load_table(path), inputs)
    return load_metadata(path), {}


def _show(
    asked: Shipment,
    failed: list[Surveyed],
    jobs: tuple[ExportJob, ...],
    tally: ShipmentTally,
) -> None:
    name = asked.message_format or "concise"
    least = least_shown(name, verbose=asked.verbose, quiet=asked.quiet)
    with Progress(len(jobs), silent=asked.silent) as progress:
        results = export_into(
            asked.output,
            jobs,
            asked.name,
            processes=asked.processes,
            again=asked.again,
        )
        results = tally.follow(progress.follow(results))
        unread = (Findings(f.question.input.shown, (), error=f.error) for f in failed)
        for piece in render(name, chain(unread, _findings(results, least))):
            progress.say(piece)


def _findings(results: Iterator[Exported], least: Severity) -> Iterator[Findings]:
    for done in results:
        found = done.report.diagnostics
        yield Findings(done.job.input.shown, found, error=done.error).from_severity(
            least
        )
