"""Where the TEI goes: to standard output, into a file or into a folder."""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from tei_encoder.batch.inputs import STDIN, find_inputs, passed_over
from tei_encoder.batch.members import with_members
from tei_encoder.batch.plan import Job, Reading, plan, protect
from tei_encoder.batch.rows import rows_without_input
from tei_encoder.cli.options import reader_options
from tei_encoder.cli.outcome import echo_error
from tei_encoder.cli.request import Request
from tei_encoder.cli.rulings import decisions_path, with_decisions
from tei_encoder.errors import OutputError
from tei_encoder.readers.members import searched

STDOUT: Final = "-"


@dataclass(frozen=True, slots=True)
class Target:
    """A folder, or a file, or neither: standard output."""

    folder: Path | None = None
    file: Path | None = None


def planned(request: Request) -> tuple[Target, tuple[Job, ...]]:
    """Decide what is converted to where; nothing is written yet.

    Raises `click.UsageError`, or one of our own errors where inputs, ids or outputs
    do not go together.
    """
    leave = Path(request.output) if request.output not in {None, STDOUT} else None
    suffixes = searched(request.format)
    found = find_inputs(request.inputs, suffixes=suffixes, leave=leave)
    inputs = with_members(found, request.format)
    many = len(inputs) > 1 or any(map(os.path.isdir, request.inputs))
    target = _target(request, many=many)
    table = request.table()
    left = rows_without_input(table, inputs)
    if left and not request.silent:
        echo_error(f"note: {request.metadata} has rows for no input: {', '.join(left)}")
    _tell_passed_over(request, suffixes, leave)
    jobs = plan(
        inputs,
        request.settings(),
        reading=Reading(
            request.format,
            request.encoding,
            reader_options(request.columns, request.sheet),
        ),
        folder=target.folder,
        table=table,
    )
    jobs = with_decisions(jobs, request.decisions, ignored=request.no_decisions)
    if target.file:
        jobs = tuple(replace(job, output=target.file) for job in jobs)
    protect(
        jobs,
        [*request.protected(), *filter(None, map(decisions_path, inputs))],
        save_text=request.save_text,
        folder=target.folder,
    )
    return target, tuple(_with_stdin(job) for job in jobs)


def _tell_passed_over(
    request: Request, suffixes: tuple[str, ...], leave: Path | None
) -> None:
    """Say which files of folders could be read, too, if they were named."""
    over = () if request.silent else passed_over(request.inputs, suffixes, leave)
    if over:
        echo_error(
            f"note: folders are not searched for {', '.join(over)}: name such files, or"
            " their format with --from"
        )


def _target(request: Request, *, many: bool) -> Target:
    output = request.output
    if output is None or output == STDOUT:
        if many:
            raise click.UsageError("several inputs need a folder: give one with -o")
        if request.save_text:
            raise click.UsageError("--save-text needs a file or folder: give -o")
        return Target()
    path = Path(output)
    if output.endswith(os.sep) or path.is_dir():
        return Target(folder=path)
    if not many:
        return Target(file=path)
    if path.exists() or path.suffix.lower() == ".xml":
        what = "is a file" if path.exists() else "ends in .xml like a file"
        raise OutputError(
            f"{what}, but several inputs need a folder",
            place=output,
            remedy="give a folder with -o",
        )
    return Target(folder=path)


def _with_stdin(job: Job) -> Job:
    if job.input.path is not None:
        return job
    if sys.stdin.isatty():
        click.echo(f"reading from the terminal ({STDIN}); end with Ctrl-D", err=True)
    return replace(job, data=sys.stdin.buffer.read())
