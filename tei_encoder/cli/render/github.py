"""Findings as workflow commands of GitHub Actions."""

from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder.cli.render.findings import Findings, Located
from tei_encoder.model.diagnostic import Severity

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def github(documents: Iterable[Findings]) -> Iterator[str]:
    """Give one workflow command per finding."""
    for document in documents:
        for item in document.located():
            yield _command(item)
        if document.error:
            file = _escaped(document.file, properties=True)
            yield f"::error file={file}::{_escaped(str(document.error))}"


def _command(item: Located) -> str:
    rule = item.finding.rule
    properties = {
        "file": item.passage.file,
        "line": item.line,
        "col": item.column,
        "title": f"{rule.code} {rule.name}",
    }
    given = ",".join(
        f"{key}={_escaped(str(value), properties=True)}"
        for key, value in properties.items()
        if value
    )
    return f"::{_COMMANDS[rule.severity]} {given}::{_escaped(item.message)}"


def _escaped(text: str, *, properties: bool = False) -> str:
    escapes: dict[str, str | int | None] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    if properties:
        escapes |= {":": "%3A", ",": "%2C"}
    return text.translate(str.maketrans(escapes))
