"""The rules under which Schematron's findings are reported."""

from typing import Final

from tei_encoder.model.diagnostic import Rule, Severity

#: who found it, in `Diagnostic.source`
SOURCE: Final = "schematron"

_WHY = (
    "Schematron says what a grammar cannot: what depends on distant places, on values, "
    "on custom (ISO/IEC 19757-3)."
)
_REMEDY = "The message is the rule's own; read it in the schema that was named."


def _rule(code: str, name: str, severity: Severity, meaning: str) -> Rule:
    return Rule(code, name, severity, meaning, _WHY, _REMEDY)


ERROR: Final = _rule(
    "VA640",
    "schematron-error",
    Severity.ERROR,
    "A Schematron rule of the schema is broken.",
)
WARNING: Final = _rule(
    "VA641",
    "schematron-warning",
    Severity.WARNING,
    "A Schematron rule with the role of a warning is broken.",
)
NOTE: Final = _rule(
    "VA642",
    "schematron-note",
    Severity.INFO,
    "A Schematron rule with the role of an information fires.",
)

_BY_ROLE: Final = {
    **dict.fromkeys(("warning", "warn", "nonfatal", "caution"), WARNING),
    **dict.fromkeys(("info", "information", "hint"), NOTE),
}

RULES: Final = (ERROR, WARNING, NOTE)


def rule_of(role: str) -> Rule:
    """Give the rule of an assertion's role: an unknown role is an error."""
    return _BY_ROLE.get(role.lower(), ERROR)
