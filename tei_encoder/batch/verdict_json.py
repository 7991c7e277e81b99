"""A verdict as one line of JSON, and back."""

import json
from functools import cache
from typing import Any

from tei_encoder.model.diagnostic import Diagnostic, Report, Rule, XmlPlace
from tei_encoder.model.source import Span
from tei_encoder.validate import RULES, Verdict


def to_json(verdict: Verdict) -> str:
    """Give a verdict as JSON; rules stand in it by their codes."""
    found = [
        (
            finding.rule.code,
            finding.message,
            finding.span and (finding.span.start, finding.span.end),
            finding.place
            and (finding.place.line, finding.place.column, finding.place.xpath),
            finding.label,
            finding.help,
            finding.source,
            finding.expected,
        )
        for finding in verdict.report.diagnostics
    ]
    content = (verdict.schema, verdict.valid, verdict.unchecked, found)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Verdict | None:
    """Give the verdict back; None for what is none of ours."""
    try:
        schema, valid, unchecked, found = json.loads(text)
        diagnostics = tuple(_diagnostic(*entry) for entry in found)
    except (ValueError, TypeError, KeyError):
        return None
    return Verdict(schema, valid, Report(diagnostics), tuple(unchecked))


def _diagnostic(  # noqa: PLR0913, PLR0917 - the fields of a finding, in their order
    code: str,
    message: str,
    span: list[int] | None,
    place: list[Any] | None,
    label: str,
    help_: str,
    source: str,
    expected: list[str],
) -> Diagnostic:
    return Diagnostic(
        _rules()[code],
        message,
        Span(*span) if span else None,
        XmlPlace(*place) if place else None,
        label,
        help_,
        source,
        tuple(expected),
    )


@cache
def _rules() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}
