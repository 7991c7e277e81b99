"""Which reviewers' rulings go with which input."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.plan import Job
from tei_encoder.decisions import beside, load_decisions
from tei_encoder.model.decision import Decisions


def decisions_path(item: Input) -> Path | None:
    """Give where the rulings on an input are kept: beside it, if it is a file."""
    return beside(item.path) if item.path and not item.unreadable else None


def decisions_of(item: Input, given: Path | None, *, ignored: bool) -> Decisions:
    """Load the rulings on an input; none where there is no file beside it.

    Raises `ConfigurationError` where the file that was asked for cannot be read, or
    either is wrong.
    """
    if ignored and given is not None:
        raise click.UsageError("--decisions and --no-decisions exclude each other")
    path = given or decisions_path(item)
    if ignored or path is None or (given is None and not path.is_file()):
        return Decisions()
    return load_decisions(path)


def with_decisions(
    jobs: Sequence[Job], given: Path | None, *, ignored: bool
) -> tuple[Job, ...]:
    """Give the jobs with the rulings on each of their inputs."""
    if given is not None and len(jobs) > 1:
        raise click.UsageError(
            "--decisions is for one input: each of several has its own beside it"
        )
    return tuple(_with_decisions(job, given, ignored=ignored) for job in jobs)


def _with_decisions(job: Job, given: Path | None, *, ignored: bool) -> Job:
    found = decisions_of(job.input, given, ignored=ignored)
    return replace(job, settings=replace(job.settings, decisions=found))
