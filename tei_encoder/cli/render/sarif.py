"""Findings in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from tei_encoder.cli.render.findings import Findings, Located, Passage
from tei_encoder.errors import TeiEncoderError
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
    rules: dict[str, Rule] = {}
    results: list[dict[str, Any]] = []
    failures: list[dict[str, Any]] = []
    for document in documents:
        for item in document.located():
            rules[item.finding.rule.code] = item.finding.rule
            results.append(_result(item))
        if document.error:
            failures.append(_failure(document.file, document.error))
    driver = {
        "name": "tei-encoder",
        "version": VERSION,
        "rules": [_rule(rules[code]) for code in sorted(rules)],
    }
    invocation = {
        "executionSuccessful": not failures,
        "toolExecutionNotifications": failures,
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _failure(file: str, error: TeiEncoderError) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": str(error)},
        "locations": [_location(Passage(file))],
    }


def _location(passage: Passage) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(passage.file)}}
    if passage.line:
        physical["region"] = _region(passage)
    return {"physicalLocation": physical}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.meaning},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(item: Located) -> dict[str, Any]:
    finding = item.finding
    location = _location(item.passage)
    if item.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": item.xpath}]
    result: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(filter(None, (finding.message, finding.help)))},
        "locations": [location],
    }
    if item.origin:
        source = {"message": {"text": "the source text"}}
        result["relatedLocations"] = [_location(item.origin) | source]
    return result


def _region(passage: Passage) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": passage.line}
    if passage.column:
        region["startColumn"] = passage.column
        region["endColumn"] = passage.column + passage.width
    return region


def _uri(file: str) -> str:
    return quote(file, safe="/", errors="surrogateescape")
