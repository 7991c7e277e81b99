"""The command that would settle a finding, to be copied from its message."""

from typing import Final

from tei_encoder.decisions import command, opening
from tei_encoder.model.decision import Quote
from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.model.source import Source
from tei_encoder.segment import rules

#: what a reviewer would say; of a block, what it is instead of KIND
_OPTIONS: Final[tuple[tuple[Rule, tuple[str, ...]], ...]] = (
    (rules.SINGLE_TURN_SPEAKER, ("--no-label",)),
    (rules.UNCLASSIFIED_BLOCK, ("--kind", "KIND")),
    (rules.NARROW_MARGIN, ("--kind", "KIND")),
)


def remedy(source: Source, finding: Diagnostic) -> str:
    """Give the command that rules on the words of a finding; empty for others."""
    options = next((said for rule, said in _OPTIONS if rule is finding.rule), ())
    if finding.span is None or not options:
        return ""
    words = " ".join(opening(source.text, finding.span).of(source.text).split())
    return f"rule on it: {command(source.uri, Quote(words), *options)}"
