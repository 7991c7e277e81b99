"""What the stages have to say about a text or its TEI."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from tei_encoder.model.span import Span

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How much a finding matters; the order is from worst to least."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Give a number that grows with the weight of the finding."""
        return {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 0}[self]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding; it lives beside the code that reports it.

    `name` reads after "allow ..." and names the problem, not the cure.
    `meaning`, `why`, `remedy` and `example` are what `tei-encoder explain` prints.
    """

    code: str
    name: str
    severity: Severity
    meaning: str
    why: str
    remedy: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class XmlPlace:
    """A place in an XML file: line and column count from 1 (0: not known)."""

    line: int
    column: int = 0
    xpath: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `message` is a lowercase phrase without a full stop; `span` points into the
    reading text, `place` into an XML file; `label` says what the span was read as.
    `source` names who found it (`segment`, `relaxng`, `schematron`, `pointers`, ...).
    `expected` lists the most plausible alternatives, best first.
    """

    rule: Rule
    message: str
    span: Span | None = None
    place: XmlPlace | None = None
    label: str = ""
    help: str = ""
    source: str = ""
    expected: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The weight of the finding, from its rule."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a stage returns: its value and what it has to say."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The diagnostics of all stages for one record or file."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """The gravest severity found, or None when there is no finding."""
        return max(
            (d.severity for d in self.diagnostics),
            key=lambda severity: severity.rank,
            default=None,
        )

    def reaches(self, severity: Severity) -> bool:
        """Tell whether a finding is at least as grave as `severity`."""
        return self.worst is not None and self.worst.rank >= severity.rank
