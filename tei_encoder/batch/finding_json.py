"""A finding as a list that JSON can hold, and back."""

from collections.abc import Mapping
from typing import Any

from tei_encoder.model.diagnostic import Diagnostic, Rule, XmlPlace
from tei_encoder.model.source import Span


def to_list(finding: Diagnostic) -> list[Any]:
    """Give the fields of a finding; its rule stands there by its code."""
    span, place = finding.span, finding.place
    return [
        finding.rule.code,
        finding.message,
        span and (span.start, span.end),
        place and (place.line, place.column, place.xpath),
        finding.label,
        finding.help,
        finding.source,
        finding.expected,
    ]


def from_list(fields: list[Any], rules: Mapping[str, Rule]) -> Diagnostic:
    """Give the finding back; `rules` holds those that it may have, by code.

    Raises `KeyError`, `TypeError` or `ValueError` for what is none of ours.
    """
    code, message, span, place, label, remedy, source, expected = fields
    return Diagnostic(
        rules[code],
        message,
        Span(*span) if span else None,
        XmlPlace(*place) if place else None,
        label,
        remedy,
        source,
        tuple(expected),
    )
