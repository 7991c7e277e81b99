"""Findings as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tei_encoder.cli.render.findings import Findings, Located
from tei_encoder.errors import TeiEncoderError


def json_report(documents: Iterable[Findings]) -> Iterator[str]:
    """Give one object with all documents and their findings.

    `valid` is null where no schema gave a verdict; `line` and `column` are null where
    they are not known. That a file could not be treated at all is a finding too, with
    the source `input` and no code.
    """
    yield json.dumps(
        {"documents": [_document(document) for document in documents]},
        ensure_ascii=False,
        indent=2,
    )


def _document(document: Findings) -> dict[str, Any]:
    found = [_diagnostic(item) for item in document.located()]
    if document.error:
        found.append(_failure(document.error))
    return {
        "file": document.file,
        "valid": document.valid,
        "schema": document.schema,
        "diagnostics": found,
    }


def _diagnostic(item: Located) -> dict[str, Any]:
    finding = item.finding
    return {
        "severity": finding.severity.value,
        "code": finding.rule.code,
        "source": finding.source,
        "line": item.line,
        "column": item.column,
        "xpath": item.xpath,
        "message": item.message,
        "help": finding.help,
        "expected": list(finding.expected),
    }


def _failure(error: TeiEncoderError) -> dict[str, Any]:
    where = f"{error.place}: " if error.place else ""
    return {
        "severity": "error",
        "code": "",
        "source": "input",
        "line": None,
        "column": None,
        "xpath": "",
        "message": f"{where}{error.message}",
        "help": error.remedy or "",
        "expected": [],
    }
