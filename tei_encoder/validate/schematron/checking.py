"""Runs the rules of a Schematron schema over a tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from tei_encoder.validate.finding import Finding, short
from tei_encoder.validate.schematron.compilation import (
    MATCHED,
    Compiler,
    Ready,
    ReadyAssertion,
    ReadyRule,
    Scope,
    WaitingRule,
)
from tei_encoder.validate.schematron.engines import (
    Document,
    Node,
    UnrunnableError,
)
from tei_encoder.validate.schematron.model import SchematronSchema
from tei_encoder.validate.schematron.reading import read_schematron
from tei_encoder.validate.schematron.rules import SOURCE, rule_of
from tei_encoder.validate.schematron.variables import Variables

#: modification time and size: a changed file is a new entry of the caches
Stamp = tuple[int, int]

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
    known: dict[Scope, Variables] = field(default_factory=dict)

    def variables(self, scope: Scope) -> Variables:
        """Give the variables of a schema or pattern, the same for all its rules."""
        if scope not in self.known:
            outer = self.variables(scope.outer) if scope.outer else None
            root = self.document.root
            self.known[scope] = Variables(self.document, scope.variables, root, outer)
        return self.known[scope]


def check_rules(
    root: etree._Element,
    path: Path,
    phase: str | None = None,
    *,
    without: tuple[str, ...] = (),
) -> Checked:
    """Check a tree against the Schematron rules of a `.sch` or RELAX NG file.

    `phase` is one of the schema's, `#ALL`, or None for its default; patterns whose
    ids begin with one of `without` are left out.
    The rules are compiled once in a process, as long as the file stays as it is.
    What no engine can run is named in `unchecked`, if the tree has nodes it concerns.
    """
    rules = _compiled(*_identity(path), phase, without)
    run = _Run(Document(root, rules.namespaces))
    for pattern in rules.patterns:
        _run_pattern(run, pattern)
    unchecked = tuple(f"{name}: {why}" for name, why in run.unchecked.items())
    return Checked(tuple(run.findings), unchecked)


def phases_of(path: Path) -> tuple[str, ...]:
    """Give the phases of the Schematron rules in a `.sch` or RELAX NG file."""
    return tuple(_read(*_identity(path)).phases)


def _identity(path: Path) -> tuple[Path, Stamp]:
    status = path.stat()
    return path.resolve(), (status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=16)
def _read(path: Path, stamp: Stamp) -> SchematronSchema:  # noqa: ARG001 - see `Stamp`
    return read_schematron(path)


@lru_cache(maxsize=16)
def _compiled(
    path: Path,
    stamp: Stamp,
    phase: str | None,
    without: tuple[str, ...],
) -> Rules:
    schema = _read(path, stamp)
    compiler = Compiler(schema)
    whole = compiler.scope(schema.variables, None)
    patterns = []
    for pattern in schema.active(phase):
        if without and pattern.id.startswith(without):
            continue
        scope = compiler.scope(pattern.variables, whole)
        rules = (WaitingRule(compiler, rule, scope) for rule in pattern.rules)
        patterns.append(tuple(rules))
    return Rules(schema.namespaces, tuple(patterns))


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
            nodes = rule.context.nodes(run.document)
        except UnrunnableError as error:
            _leave(run, rule, str(error))
            return
        fresh = [node for node in nodes if node not in taken]
        taken.update(fresh)
        if fresh:
            run.unchecked.update(rule.left)
        outer = run.variables(waiting.outer)
        for node in _suspects(run.document, rule, fresh, outer):
            _check_node(run, rule, node, outer)


def _suspects(
    document: Document, rule: ReadyRule, nodes: list[Node], outer: Variables
) -> list[Node]:
    """Give the nodes of which a rule complains; all where one question cannot tell."""
    if not nodes or rule.suspects is None:
        return nodes
    try:
        values = outer.of(rule.suspects) | {MATCHED: nodes}
        found = rule.suspects.compiled.value(document, nodes[0], values)
    except UnrunnableError:
        return nodes  # each is asked then, to tell which test cannot be run
    return list(found)


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


def _check_node(run: _Run, rule: ReadyRule, node: Node, outer: Variables) -> None:
    values = Variables(run.document, rule.variables, node, outer)
    for ready in rule.assertions:
        try:
            holds = all(_true(run.document, part, node, values) for part in ready.parts)
            if holds is ready.assertion.complains_when:
                run.findings.append(_finding(run.document, ready, node, values))
        except UnrunnableError as error:
            run.unchecked.setdefault(ready.assertion.name, str(error))


def _true(document: Document, part: Ready, node: Node, values: Variables) -> bool:
    value = part.compiled.value(document, node, values.of(part))
    return part.compiled.truth(value)


def _finding(
    document: Document, ready: ReadyAssertion, node: Node, values: Variables
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
    document: Document, ready: ReadyAssertion, node: Node, values: Variables
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
