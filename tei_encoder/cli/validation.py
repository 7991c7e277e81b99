"""Validates files against a schema, and shows what was found."""

import os
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from tei_encoder.batch.inputs import Input, bytes_of, find_inputs
from tei_encoder.batch.validate import Check, Checked, validate_all
from tei_encoder.batch.verdicts import Verdicts, user_folder
from tei_encoder.cli.outcome import MACHINE, least_shown
from tei_encoder.cli.progress import Progress
from tei_encoder.cli.render import Findings, render
from tei_encoder.cli.source_text import source_text
from tei_encoder.cli.verdict_tally import VerdictTally
from tei_encoder.errors import OutputError, ReadError
from tei_encoder.model.diagnostic import Severity
from tei_encoder.validate.columns import encoding_of
from tei_encoder.validate.schema_choice import schema_at
from tei_encoder.validate.schematron import Besides


@dataclass(frozen=True, slots=True)
class Validation:
    """The arguments and options of `validate`, as click gives them."""

    inputs: tuple[str, ...]
    schema: str | None
    schematron: tuple[str, ...]
    phase: str | None
    jobs: int
    text: Path | None
    below: Path | None
    cache: Path | None
    no_cache: bool
    message_format: str | None
    fail_on: str
    verbose: bool
    quiet: bool


def validate_files(asked: Validation) -> int:
    """Validate, show the findings; give the exit code of the worst file."""
    inputs = find_inputs(asked.inputs, suffixes=(".xml",))
    if asked.schema:
        schema_at(asked.schema)  # better one error now than one for each file
    rules = Besides(tuple(map(schema_at, asked.schematron)), asked.phase)
    if asked.cache and asked.no_cache:
        raise click.UsageError("--cache and --no-cache exclude each other")
    name = asked.message_format or ("concise" if len(inputs) > 1 else "full")
    silent = asked.quiet or name in MACHINE
    tally = VerdictTally(asked.fail_on, repeat=name in MACHINE)
    with ExitStack() as stack:
        verdicts = _verdicts(asked, many=len(inputs) > 1)
        if verdicts:
            stack.enter_context(verdicts)
        progress = stack.enter_context(Progress(len(inputs), silent=silent))
        results = validate_all(
            (_check(item, asked, rules) for item in inputs),
            processes=asked.jobs or os.cpu_count() or 1,
            verdicts=verdicts,
        )
        least = least_shown(name, verbose=asked.verbose, quiet=asked.quiet)
        counted = tally.follow(progress.follow(results))
        for piece in render(name, (_findings(c, asked.text, least) for c in counted)):
            progress.show(piece)
    if not silent:
        progress.say(tally.summary(verbose=asked.verbose))
    return tally.code


def _verdicts(asked: Validation, *, many: bool) -> Verdicts | None:
    """Open the memory for verdicts; the user's own is done without where it fails."""
    if asked.cache:
        return Verdicts(asked.cache)
    if many and not asked.no_cache:
        with suppress(OutputError, RuntimeError):
            return Verdicts(user_folder())
    return None


def _check(item: Input, asked: Validation, rules: Besides) -> Check:
    data = None if item.path else sys.stdin.buffer.read()
    return Check(item, asked.schema, asked.below, rules, data)


def _findings(checked: Checked, text: Path | None, least: Severity) -> Findings:
    """Join what was found with the file, which is read again only for findings."""
    item, verdict = checked.check.input, checked.verdict
    if verdict is None:
        return Findings(item.shown, (), error=checked.error)
    found = Findings(
        item.shown,
        verdict.report.diagnostics,
        xml="",
        valid=verdict.valid,
        schema=verdict.schema or None,
    ).from_severity(least)
    data = checked.check.data
    if found.diagnostics and data is None:
        with suppress(ReadError):
            data = bytes_of(item)
    if not found.diagnostics or data is None:
        return found
    beside = source_text(data, item, text) if _has_spans(found) else None
    return found.with_content(data.decode(encoding_of(data), "replace"), beside)


def _has_spans(found: Findings) -> bool:
    return any(finding.span for finding in found.diagnostics)
