"""A verdict as one line of JSON, and back."""

import json
from functools import cache

from tei_encoder.batch.finding_json import from_list, to_list
from tei_encoder.model.diagnostic import Report, Rule
from tei_encoder.validate import RULES, Verdict


def to_json(verdict: Verdict) -> str:
    """Give a verdict as JSON; rules stand in it by their codes."""
    found = [to_list(finding) for finding in verdict.report.diagnostics]
    content = (verdict.schema, verdict.valid, verdict.unchecked, found)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Verdict | None:
    """Give the verdict back; None for what is none of ours."""
    try:
        schema, valid, unchecked, found = json.loads(text)
        diagnostics = tuple(from_list(entry, _rules()) for entry in found)
    except (ValueError, TypeError, KeyError):
        return None
    return Verdict(schema, valid, Report(diagnostics), tuple(unchecked))


@cache
def _rules() -> dict[str, Rule]:
    return {rule.code: rule for rule in RULES}
