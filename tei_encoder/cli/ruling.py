"""Writes a ruling where its words are found, and lists those that there are."""

from dataclasses import replace
from typing import Final

import click

from tei_encoder import pipeline
from tei_encoder.batch.write import write_whole
from tei_encoder.cli.decision import Decision
from tei_encoder.cli.outcome import CLEAN, FAILURE, FOUND, echo, echo_error
from tei_encoder.cli.page import settings_of, source_of
from tei_encoder.cli.render import Findings, render
from tei_encoder.cli.render.lines import Lines
from tei_encoder.cli.ruling_rows import rows
from tei_encoder.cli.ruling_text import asked_ruling, located
from tei_encoder.decisions import load_decisions, parse_decisions
from tei_encoder.decisions.entry import VERBS
from tei_encoder.decisions.rules import WITHOUT_EFFECT
from tei_encoder.decisions.writing import review_toml, ruling_toml
from tei_encoder.errors import ConfigurationError, ReadError
from tei_encoder.model.decision import Decisions, Review, Ruling
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.source import Source

_HEADER: Final = "# Rulings on {name}; `tei-encoder decide` appends, people may edit.\n"


def write_ruling(asked: Decision) -> int:
    """Append the ruling that is asked for; give the exit code."""
    if asked.by is None:
        raise click.UsageError("who rules? give --by NAME")
    if asked.reviewed:
        _refuse_more(asked)
        digest = source_of(asked.page).text_sha256
        _append(asked, review_toml(Review(asked.by, asked.when, asked.why, digest)))
        echo_error(f"{asked.path}: reviewed by {asked.by}")
        return CLEAN
    source = source_of(asked.page)
    found = located(source, asked_ruling(asked))
    findings = found.diagnostics or _new_findings(asked, source, found.value)
    for piece in render("full", [_shown(asked, source, findings)]):
        echo_error(piece)
    if found.diagnostics or any(f.rule is WITHOUT_EFFECT for f in findings):
        echo_error("nothing was written")
        return FAILURE
    _append(asked, ruling_toml(found.value))
    echo_error(f"{asked.path}: a ruling added{_place(found.value, source)}")
    return CLEAN


def list_rulings(asked: Decision) -> int:
    """Show the rulings and whether they find their words; give the exit code."""
    if not asked.path.is_file():
        raise ReadError(
            "there are no rulings yet",
            place=str(asked.path),
            remedy="`tei-encoder decide FILE --quote ...` writes the first",
        )
    source, decisions = source_of(asked.page), load_decisions(asked.path)
    shown = tuple(rows(source, decisions))
    for row in shown:
        echo(str(row))
    return CLEAN if all(row.finds for row in shown) else FOUND


def _refuse_more(asked: Decision) -> None:
    more = [f"--{name}" for name in VERBS if getattr(asked, name) not in {None, ()}]
    if asked.quote is not None or more:
        raise click.UsageError(f"--reviewed holds for all: leave {more or '--quote'}")


def _new_findings(
    asked: Decision, source: Source, ruling: Ruling
) -> tuple[Diagnostic, ...]:
    """Give the findings on rulings that come with a new one."""
    settings = settings_of(asked.page)
    old = settings.decisions
    new = replace(old, rulings=(*old.rulings, ruling))

    def found(decisions: Decisions) -> tuple[Diagnostic, ...]:
        read = replace(settings, decisions=decisions)
        diagnostics = pipeline.parse_record(source, read).diagnostics
        return tuple(d for d in diagnostics if d.source == "decisions")

    before = found(old)
    return tuple(finding for finding in found(new) if finding not in before)


def _append(asked: Decision, table: str) -> None:
    """Write the file with one more table; what is there stays as it is."""
    path = asked.path
    old = path.read_bytes() if path.is_file() else b""
    head = _HEADER.format(name=asked.file.name).encode() if not old else b""
    gap = b"" if not old or old.endswith(b"\n") else b"\n"
    data = b"".join((old, gap, head, b"\n", table.encode()))
    try:
        parse_decisions(data.decode().replace("\r\n", "\n"), path.name)
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            "is not in UTF-8", place=str(path), remedy="save it as UTF-8"
        ) from error
    write_whole(path, data)


def _shown(
    asked: Decision, source: Source, findings: tuple[Diagnostic, ...]
) -> Findings:
    return Findings(str(asked.file), findings, text=source.text)


def _place(ruling: Ruling, source: Source) -> str:
    if ruling.span is None:
        return ""
    line, column = Lines(source.text).place(ruling.span.start)
    return f" on line {line}, column {column}"
