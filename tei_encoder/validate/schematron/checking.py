"""Runs the rules of a Schematron schema over a tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder.validate.finding import Finding, short
from tei_encoder.validate.schematron.compilation import (
    Compiler,
    Ready,
    ReadyAssertion,
    ReadyRule,
    WaitingRule,
)
from tei_encoder.validate.schematron.engines import (
    Document,
    Node,
    UnrunnableError,
    Value,
)
from tei_encoder.validate.schematron.reading import read_schematron
from tei_encoder.validate.schematron.rules import SOURCE, rule_of

_UPWARD: Final = ("ancestor::", "ancestor-or-self::", "parent::", "..")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and which of them could not be run, with the reason."""

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one phase of a schema, pattern by pattern."""

    namespaces: Mapping[str, str]
    patterns: tuple[tuple[WaitingRule, ...], ...]


@dataclass(slots=True)
class _Run:
    document: Document
    findings: list[Finding] = field(default_factory=list)
    unchecked: dict[str, str] = field(default_factory=dict)


def check_rules(root: etree._Element, path: Path, phase: str | None = None) -> Checked:
    """Check a tree against the Schematron rules of a `.sch` or RELAX NG file.

    `phase` is one of the schema's, `#ALL`, or None for its default.
    The rules are compiled once in a process, as long as the file stays as it is.
    What no engine can run is named in `unchecked`, if the tree has nodes it concerns.
    """
    status = path.stat()
    rules = _compiled(path.resolve(), (status.st_mtime_ns, status.st_size), phase)
    run = _Run(Document(root, rules.namespaces))
    for pattern in rules.patterns:
        _run_pattern(run, pattern)
    unchecked = tuple(f"{name}: {why}" for name, why in run.unchecked.items())
    return Checked(tuple(run.findings), unchecked)


@lru_cache(maxsize=16)
def _compiled(path: Path, stamp: tuple[int, int], phase: str | None) -> Rules:  # noqa: ARG001 - the stamp makes a changed file a new entry
    schema = read_schematron(path)
    compiler = Compiler(schema)
    return Rules(
        schema.namespaces,
        tuple(
            tuple(
                WaitingRule(compiler, rule, (*schema.variables, *pattern.variables))
                for rule in pattern.rules
            )
            for pattern in schema.active(phase)
        ),
    )


def _run_pattern(run: _Run, pattern: tuple[WaitingRule, ...]) -> None:
    taken: set[Node] = set()
    for waiting in pattern:
        if not _concerns(waiting, run.document):
            continue
        rule = waiting.ready
        if rule.context is None:
            _leave(run, rule, rule.broken)
            return
        try:
            nodes = rule.context.compiled.nodes(run.document)
        except UnrunnableError as error:
            _leave(run, rule, str(error))
            return
        fresh = [node for node in nodes if node not in taken]
        taken.update(fresh)
        if fresh:
            run.unchecked.update(rule.left)
        for node in fresh:
            _check_node(run, rule, node)


def _concerns(rule: WaitingRule, document: Document) -> bool:
    """Tell whether the tree has the names without which no node matches the rule."""
    return any(all(_present(name, document) for name in names) for names in rule.needs)


def _present(step: str, document: Document) -> bool:
    prefix, _, name = step.removeprefix("@").rpartition(":")
    if name == "*":
        return True
    uri = document.namespaces.get(prefix)
    qualified = f"{{{uri}}}{name}" if uri else name
    return f"{'@' if step[0] == '@' else ''}{qualified}" in document.names


def _leave(run: _Run, rule: ReadyRule, why: str) -> None:
    for assertion in rule.rule.assertions:
        run.unchecked[assertion.name] = why


def _check_node(run: _Run, rule: ReadyRule, node: Node) -> None:
    values = _Variables(run.document, rule.variables, node)
    for ready in rule.assertions:
        try:
            holds = all(_true(run.document, part, node, values) for part in ready.parts)
            if holds is ready.assertion.complains_when:
                run.findings.append(_finding(run.document, ready, node, values))
        except UnrunnableError as error:
            run.unchecked.setdefault(ready.assertion.name, str(error))


class _Variables:
    """The variables of a rule at a node, each computed when it is first asked for."""

    def __init__(
        self, document: Document, variables: Mapping[str, Ready], node: Node
    ) -> None:
        self.document = document
        self.variables = variables
        self.node = node
        self.known: dict[tuple[str, bool], Value] = {}

    def of(self, ready: Ready) -> dict[str, Value]:
        """Give the values that an expression asks for, in its engine's kind."""
        return {name: self.value(name, ready) for name in ready.variables}

    def value(self, name: str, asking: Ready) -> Value:
        key = (name, asking.in_libxml2)
        if key not in self.known:
            self.known[key] = self._computed(name, asking)
        return self.known[key]

    def _computed(self, name: str, asking: Ready) -> Value:
        if name == "current" and name not in self.variables:
            return self._current(asking)
        ready = self.variables.get(name)
        if ready is None:
            raise UnrunnableError(f"the variable ${name} cannot be computed")
        if ready.in_libxml2 and not asking.in_libxml2:
            return self._translated(ready)
        return ready.compiled.value(self.document, self.node, self.of(ready))

    def _translated(self, ready: Ready) -> Value:
        """Give the nodes of libxml2 as those of elementpath."""
        value = ready.compiled.value(self.document, self.node, self.of(ready))
        if not isinstance(value, list):
            return value
        nodes = self.document.nodes.elements
        return [nodes.get(v, v) if etree.iselement(v) else v for v in value]

    def _current(self, asking: Ready) -> Value:
        if asking.in_libxml2:
            return [self.node]
        elements = self.document.nodes.elements
        is_element = etree.iselement(self.node)
        return elements[self.node] if is_element else self.node


def _true(document: Document, part: Ready, node: Node, values: _Variables) -> bool:
    value = part.compiled.value(document, node, values.of(part))
    return part.compiled.truth(value)


def _finding(
    document: Document, ready: ReadyAssertion, node: Node, values: _Variables
) -> Finding:
    pieces = _pieces(document, ready, node, values)
    attribute, element = _where(node)
    return Finding(
        rule_of(ready.assertion.role),
        short("".join(pieces)).strip(" ."),
        element,
        SOURCE,
        attribute=attribute,
        help=f"rule {ready.assertion.name}",
        about_place=any(axis in ready.assertion.test for axis in _UPWARD),
    )


def _pieces(
    document: Document, ready: ReadyAssertion, node: Node, values: _Variables
) -> Iterator[str]:
    for piece in ready.message:
        if isinstance(piece, str):
            yield piece
            continue
        try:
            value = piece.compiled.value(document, node, values.of(piece))
            yield piece.compiled.words(value)
        except UnrunnableError:
            yield "…"


def _where(node: Node) -> tuple[str | None, etree._Element]:
    """Give the element of a node, and the attribute's name if it is one."""
    if etree.iselement(node):
        return None, node
    return str(node.name), node.parent.elem
