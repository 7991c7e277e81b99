"""Counts what a file holds and its reading text does not, and says so once each."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.readers.office import rules

_MESSAGES: Final = {
    rules.HIDDEN_TEXT.code: "hidden text left out ({} characters)",
    rules.MACROS.code: "macros ignored ({})",
    rules.EMBEDDED_OBJECT.code: "embedded objects left out ({})",
    rules.OUTSIDE_LINK.code: "links to outside files not followed ({})",
    rules.EQUATION.code: "equations read as a row of characters ({})",
    rules.UNKNOWN_SYMBOL.code: "symbols without a Unicode character ({})",
    rules.NUMBER_FORMAT.code: "numbers of an unknown format, written in digits ({})",
    rules.FIELD.code: "fields without a stored result ({})",
    rules.MISSING_PART.code: "notes or parts missing from the file ({})",
    rules.IMPORTED_CHUNK.code: "parts to be imported left out ({})",
}


@dataclass(slots=True)
class Losses:
    """How often what was lost."""

    counted: Counter[str] = field(default_factory=Counter)

    def count(self, rule: Rule, number: int = 1) -> None:
        """Count a loss."""
        self.counted[rule.code] += number

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Give a finding per kind of loss, in the order of their codes."""
        for rule in rules.RULES:
            if number := self.counted[rule.code]:
                message = _MESSAGES[rule.code].format(number)
                yield Diagnostic(rule, message, source="readers")
