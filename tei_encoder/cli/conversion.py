"""Converts what was asked for, and shows what came of it."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_encoder.batch.convert import CONVERTING, Done, convert_job, data_of, read_job
from tei_encoder.batch.deliver import Claims, delivered
from tei_encoder.batch.plan import Job, outputs_of
from tei_encoder.batch.run import run
from tei_encoder.cli.outcome import echo, least_shown
from tei_encoder.cli.progress import Progress
from tei_encoder.cli.render import Findings, render
from tei_encoder.cli.request import Request
from tei_encoder.cli.tally import Tally
from tei_encoder.cli.target import Target, planned
from tei_encoder.errors import OutputError
from tei_encoder.model.diagnostic import Severity

if TYPE_CHECKING:
    from tei_encoder.batch.folder import Unchanged


def run_conversion(request: Request) -> int:
    """Convert, write, show the findings; give the exit code of the worst input."""
    target, jobs = planned(request)
    name = request.message_format or ("concise" if target.folder else "full")
    tally = Tally(request.fail_on)
    with Progress(len(jobs), silent=request.silent) as progress:
        outcomes = progress.follow(tally.follow(_outcomes(request, target, jobs)))
        least = least_shown(name, verbose=request.verbose, quiet=request.quiet)
        documents = _documents(outcomes, least)
        for piece in render(name, documents):
            progress.say(piece)
    if not request.silent:
        progress.say(tally.summary(target.folder, dry_run=request.dry_run))
    return tally.code


def _outcomes(
    request: Request, target: Target, jobs: tuple[Job, ...]
) -> Iterator["Done | Unchanged"]:
    if request.dry_run:
        yield from _dry(request, jobs)
    elif target.folder:
        from tei_encoder.batch.folder import convert_into

        yield from convert_into(
            target.folder,
            jobs,
            processes=request.processes,
            save_text=request.save_text,
            again=request.again,
        )
    else:
        yield from (_single(job, request) for job in jobs)


def _dry(request: Request, jobs: tuple[Job, ...]) -> Iterator[Done]:
    for done in run(CONVERTING, jobs, processes=request.processes):
        if done.sound:
            outputs = outputs_of(done.job, save_text=request.save_text)
            names = ", ".join(map(str, outputs)) or "standard output"
            echo(f"{done.job.input.shown} -> {names}")
        yield done


def _single(job: Job, request: Request) -> Done:
    done = convert_job(job)
    if len(done.products) > 1:
        raise OutputError(
            f"the source holds {len(done.products)} records",
            place=job.input.shown,
            remedy="give a folder with -o: each record becomes a file; or --split never"
            " where it is one",
        )
    if job.output is None and done.sound:
        sys.stdout.buffer.write(done.products[0].data)
        sys.stdout.buffer.flush()
    return delivered(done, Claims([job]), save_text=request.save_text)[0]


def _documents(
    outcomes: Iterator["Done | Unchanged"], least: Severity
) -> Iterator[Findings]:
    """Give what is to be shown; unchanged inputs have their findings of last time."""
    for outcome in outcomes:
        done = outcome if isinstance(outcome, Done) else None
        found = Findings(
            file=outcome.job.input.shown,
            diagnostics=outcome.report.diagnostics,
            valid=done is None or done.sound,
            schema="conversation",
            error=done.error if done else None,
        ).from_severity(least)
        yield replace(found, text=_text(outcome)) if found.diagnostics else found


def _text(outcome: "Done | Unchanged") -> str:
    """Give the text that findings point into."""
    if isinstance(outcome, Done):
        return outcome.source.text if outcome.source else ""
    return read_job(outcome.job, data_of(outcome.job)).value.text
