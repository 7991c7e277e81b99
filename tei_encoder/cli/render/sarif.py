"""Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from tei_encoder.cli.render.findings import Findings, Located
from tei_encoder.model.diagnostic import Rule, Severity
from tei_encoder.version import VERSION

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def sarif(documents: Iterable[Findings]) -> Iterator[str]:
    """Give one log with one run; columns count code points."""
    read = list(documents)
    found = [(document.file, item) for document in read for item in document.located()]
    rules = {item.finding.rule.code: item.finding.rule for _, item in found}
    driver = {
        "name": "tei-encoder",
        "version": VERSION,
        "rules": [_rule(rules[code]) for code in sorted(rules)],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation([d for d in read if d.error])],
        "results": [_result(file, item) for file, item in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _invocation(failed: list[Findings]) -> dict[str, Any]:
    notifications = [
        {
            "level": "error",
            "message": {"text": str(document.error)},
            "locations": [_location(document.file)],
        }
        for document in failed
    ]
    return {
        "executionSuccessful": not failed,
        "toolExecutionNotifications": notifications,
    }


def _location(file: str) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(file: str, item: Located) -> dict[str, Any]:
    finding = item.finding
    location = _location(file)
    if item.line:
        location["physicalLocation"]["region"] = _region(item)
    if item.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": item.xpath}]
    return {
        "ruleId": finding.rule.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, (finding.message, finding.help)))},
        "locations": [location],
    }


def _region(item: Located) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": item.line}
    if item.column:
        region["startColumn"] = item.column
        region["endColumn"] = item.column + item.width
    return region


def _uri(file: str) -> str:
    return quote(file, safe="/", errors="surrogateescape")
