"""A Schematron schema as read (ISO/IEC 19757-3), with all abstraction resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: the phase of all patterns (ISO/IEC 19757-3, 5.4.10)
ALL_PHASES: Final = "#ALL"


@dataclass(frozen=True, slots=True)
class Besides:
    """What is asked of Schematron besides the rules that belong to a schema.

    More `files` of rules, and the `phase` in which all run: `#ALL`, or None for each
    schema's default one.
    """

    files: tuple[Path, ...] = ()
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a message: fixed text, or an expression to be evaluated."""

    text: str
    is_expression: bool = False


@dataclass(frozen=True, slots=True)
class Assertion:
    """An `assert` (complains when its test is false) or a `report` (when true).

    `name` is its id, else the rule's or pattern's and a number; `role` as written.
    """

    name: str
    test: str
    complains_when: bool
    message: tuple[Words, ...]
    role: str = ""
    diagnostics: tuple[tuple[Words, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SchematronRule:
    """A rule: it fires for the nodes that match `context`."""

    context: str
    variables: tuple[tuple[str, str], ...]
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern: a node fires the first of its rules that matches it."""

    id: str
    variables: tuple[tuple[str, str], ...]
    rules: tuple[SchematronRule, ...]


@dataclass(frozen=True, slots=True)
class SchematronSchema:
    """All patterns of a schema; `phases` name those that each phase activates."""

    binding: str
    namespaces: Mapping[str, str]
    variables: tuple[tuple[str, str], ...]
    patterns: tuple[Pattern, ...]
    phases: Mapping[str, tuple[str, ...]]
    default_phase: str = ""

    def active(self, phase: str | None) -> tuple[Pattern, ...]:
        """Give the patterns of a phase: `None` the default one, `#ALL` all.

        A phase that this schema does not know means its default one.
        """
        known = phase == ALL_PHASES or phase in self.phases
        chosen = (phase if known else None) or self.default_phase or ALL_PHASES
        if chosen == ALL_PHASES:
            return self.patterns
        names = self.phases.get(chosen, ())
        return tuple(pattern for pattern in self.patterns if pattern.id in names)
