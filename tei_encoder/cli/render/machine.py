"""Findings as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tei_encoder.cli.render.findings import Findings, Located


def json_report(documents: Iterable[Findings]) -> Iterator[str]:
    """Give one object with all documents and their findings.

    `valid` is null where no schema was asked; `line` and `column` are null where
    they are not known; `error` says why a file could not be treated at all.
    """
    yield json.dumps(
        {"documents": [_document(document) for document in documents]},
        ensure_ascii=False,
        indent=2,
    )


def _document(document: Findings) -> dict[str, Any]:
    return {
        "file": document.file,
        "valid": document.valid,
        "schema": document.schema,
        "error": str(document.error) if document.error else None,
        "diagnostics": [_diagnostic(item) for item in document.located()],
    }


def _diagnostic(item: Located) -> dict[str, Any]:
    finding = item.finding
    return {
        "severity": finding.severity.value,
        "code": finding.rule.code,
        "name": finding.rule.name,
        "source": finding.source,
        "line": item.line,
        "column": item.column,
        "xpath": item.xpath,
        "message": finding.message,
        "help": finding.help,
        "expected": list(finding.expected),
    }
