"""Findings for people: in full with the line concerned, or a line each."""

from collections.abc import Iterable, Iterator

import click

from tei_encoder.cli.outcome import failure_text
from tei_encoder.cli.render.excerpt import excerpt, visible
from tei_encoder.cli.render.findings import Findings, Located
from tei_encoder.model.diagnostic import Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def full(documents: Iterable[Findings]) -> Iterator[str]:
    """Give each finding with its place, the line concerned and the help."""
    for document in documents:
        for item in document.located():
            yield "\n".join(_full(document.file, item)) + "\n"
        if document.error:
            yield failure_text(document.error)


def concise(documents: Iterable[Findings]) -> Iterator[str]:
    """Give each finding on one line: `file:line:column: severity[code] message`."""
    for document in documents:
        for item in document.located():
            rule = item.finding.rule
            yield (
                f"{visible(_place(document.file, item))}: {_severity(item)}"
                f" {visible(item.finding.message)} ({rule.name})"
            )
        if document.error:
            error = click.style("error", fg="red", bold=True)
            yield f"{error}: {visible(str(document.error))}"


def _full(file: str, item: Located) -> Iterator[str]:
    finding = item.finding
    yield f"{_severity(item)}: {click.style(visible(finding.message), bold=True)}"
    where = f"{_place(file, item)}  {item.xpath}".rstrip()
    yield f"{click.style('  -->', dim=True)} {visible(where)}"
    if item.line and item.source:
        yield from _lines(item)
    if finding.expected:
        yield f"expected: {visible(', '.join(finding.expected))}"
    if finding.help:
        yield f"{click.style('help', fg='cyan')}: {visible(finding.help)}"


def _lines(item: Located) -> Iterator[str]:
    number = str(item.line)
    shown, carets = excerpt(item.source, item.column or 1, item.width)
    yield f"{click.style(f'{number} |', dim=True)} {shown}"
    if item.column:
        margin = click.style(" " * len(number) + " |", dim=True)
        marks = click.style(carets, fg=_COLOURS[item.finding.severity])
        yield f"{margin} {marks} {visible(item.finding.label)}".rstrip()


def _place(file: str, item: Located) -> str:
    return ":".join(str(part) for part in (file, item.line, item.column) if part)


def _severity(item: Located) -> str:
    rule = item.finding.rule
    return click.style(
        f"{rule.severity}[{rule.code}]", fg=_COLOURS[rule.severity], bold=True
    )
