"""Findings for people: in full with the line concerned, or a line each."""

from collections.abc import Iterable, Iterator
from typing import Final

import click

from tei_encoder.cli.outcome import failure_text
from tei_encoder.cli.render.excerpt import excerpt, visible
from tei_encoder.cli.render.findings import Findings, Located, Passage
from tei_encoder.model.diagnostic import Severity

#: alternatives that are listed; programs get all of them
_LISTED: Final = 6
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def full(documents: Iterable[Findings]) -> Iterator[str]:
    """Give each finding with its place, the line concerned and the help."""
    for document in documents:
        for item in document.located():
            yield "\n".join(_full(item)) + "\n"
        if document.error:
            yield failure_text(document.error)


def concise(documents: Iterable[Findings]) -> Iterator[str]:
    """Give each finding on one line: `file:line:column: severity[code] message`."""
    for document in documents:
        for item in document.located():
            rule = item.finding.rule
            origin = f", from {item.origin}" if item.origin else ""
            yield (
                f"{visible(str(item.passage))}: {_severity(item)}"
                f" {visible(item.finding.message)} ({rule.name}){visible(origin)}"
            )
        if document.error:
            error = click.style("error", fg="red", bold=True)
            yield f"{error}: {visible(str(document.error))}"


def _full(item: Located) -> Iterator[str]:
    finding = item.finding
    yield f"{_severity(item)}: {click.style(visible(finding.message), bold=True)}"
    where = f"{item.passage}  {item.xpath}".rstrip()
    yield f"{click.style('  -->', dim=True)} {visible(where)}"
    yield from _lines(item.passage, finding.severity, finding.label)
    if item.origin:
        yield f"{click.style('  from', dim=True)} {visible(str(item.origin))}"
        yield from _lines(item.origin, finding.severity, "")
    if finding.expected:
        yield f"expected: {visible(_few(finding.expected))}"
    if finding.help:
        yield f"{click.style('help', fg='cyan')}: {visible(finding.help)}"


def _few(names: tuple[str, ...]) -> str:
    more = len(names) - _LISTED
    return ", ".join(names[:_LISTED]) + (f" … {more} more" if more > 0 else "")


def _lines(passage: Passage, severity: Severity, label: str) -> Iterator[str]:
    if not (passage.line and passage.source):
        return
    number = str(passage.line)
    shown, carets = excerpt(passage.source, passage.column or 1, passage.width)
    yield f"{click.style(f'{number} |', dim=True)} {shown}"
    if passage.column:
        margin = click.style(" " * len(number) + " |", dim=True)
        marks = click.style(carets, fg=_COLOURS[severity])
        yield f"{margin} {marks} {visible(label)}".rstrip()


def _severity(item: Located) -> str:
    rule = item.finding.rule
    return click.style(
        f"{rule.severity}[{rule.code}]", fg=_COLOURS[rule.severity], bold=True
    )
