"""A Schematron schema made ready to run: each expression under the faster engine."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from tei_encoder.validate.schematron.engines import (
    Compiled,
    Elementpath,
    Libxml2,
    Named,
    Selecting,
    UnrunnableError,
)
from tei_encoder.validate.schematron.expressions import (
    CLOCK,
    alternatives,
    conjuncts,
    expression,
    required_names,
    tokens_of,
)
from tei_encoder.validate.schematron.model import (
    Assertion,
    SchematronRule,
    SchematronSchema,
    Words,
)

_POSITION = re.compile(r"\[\d+\]|position|last")
_COUNTED = re.compile("position|last")
#: the variable that holds the nodes a rule matches
MATCHED: Final = "matched"
_SIMPLE_BINDINGS: Final = frozenset({"", "xslt", "xslt1", "xpath", "xpath1", "exslt"})


@dataclass(frozen=True, slots=True)
class Ready:
    """An expression under the engine that runs it, and the variables it asks for.

    `walked` are those from which it goes on by a path.
    """

    compiled: Compiled
    variables: frozenset[str]
    in_libxml2: bool
    walked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadyAssertion:
    """An assertion whose test is split into parts that must all be true."""

    assertion: Assertion
    parts: tuple[Ready, ...]
    message: tuple[str | Ready, ...]


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule: how to find its nodes, and what to ask of each.

    `suspects` selects those of `$matched` of which an assertion complains, where one
    expression can tell; `broken` says why its nodes cannot be found; `left` names
    the assertions that cannot run, with reasons.
    """

    rule: SchematronRule
    context: Selecting | None
    suspects: Ready | None = None
    broken: str = ""
    variables: Mapping[str, Ready] = field(default_factory=dict)
    assertions: tuple[ReadyAssertion, ...] = ()
    left: tuple[tuple[str, str], ...] = ()


class WaitingRule:
    """A rule that is compiled when the first tree comes that it can concern.

    `needs` are the names a tree must have for that, by alternative; `outer` are the
    variables of its schema and pattern.
    """

    def __init__(
        self, compiler: "Compiler", rule: SchematronRule, outer: "Scope"
    ) -> None:
        """Take the rule and the variables around it."""
        self.needs = required_names(rule.context)
        self.outer = outer
        self._made = (compiler, rule)

    @cached_property
    def ready(self) -> ReadyRule:
        """The rule, compiled once."""
        compiler, rule = self._made
        return compiler.rule(rule, self.outer)


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """Variables of a schema, a pattern or a rule, and those around them.

    Those of schema and pattern are computed at the root, once for a tree.
    """

    variables: Mapping[str, Ready]
    outer: "Scope | None" = None

    @property
    def held(self) -> frozenset[str]:
        """The variables whose values libxml2 can hold, the current node included."""
        own = {name for name, ready in self.variables.items() if ready.in_libxml2}
        around = self.outer.held if self.outer else frozenset({"current"})
        return frozenset(own | (around - set(self.variables)))


class Compiler:
    """Compiles the expressions of one schema."""

    def __init__(self, schema: SchematronSchema) -> None:
        """Take prefixes and query binding from the schema."""
        self.namespaces = dict(schema.namespaces)
        self.strict = schema.binding not in _SIMPLE_BINDINGS

    def ready(self, text: str, simple: frozenset[str] | None = frozenset()) -> Ready:
        """Compile an expression; raises `UnrunnableError` with the reason.

        `simple` are the variables whose values libxml2 can hold (None: libxml2 is
        out of the question, as at an attribute, where it cannot stand).
        """
        found = expression(text, strict=self.strict)
        clock = next((name for name in CLOCK if name in tokens_of(text)), None)
        if clock:
            raise UnrunnableError(f"{clock}() would make the verdict depend on the day")
        asks_current = "current()" in "".join(tokens_of(text))
        variables = found.variables | ({"current"} if asks_current else set())
        if found.simple and simple is not None and found.variables <= simple:
            return Ready(
                Libxml2(found.simple, self.namespaces),
                variables,
                in_libxml2=True,
                walked=found.walked,
            )
        later = " ".join(tokens_of(text)).replace("current ( )", "$current")
        return Ready(Elementpath(later, self.namespaces), variables, in_libxml2=False)

    def rule(self, rule: SchematronRule, outer: Scope) -> ReadyRule:
        """Compile a rule; `outer` are the variables of its schema and pattern."""
        try:
            context = self.context(rule.context)
        except UnrunnableError as error:
            return ReadyRule(rule, None, broken=str(error))
        scope = self.scope(rule.variables, outer)
        simple = None if _at_attributes(rule.context) else scope.held
        done: list[ReadyAssertion] = []
        left: list[tuple[str, str]] = []
        for assertion in rule.assertions:
            try:
                done.append(self.assertion(assertion, simple))
            except UnrunnableError as error:
                left.append((assertion.name, str(error)))
        return ReadyRule(
            rule,
            context,
            self.suspects(done, scope),
            variables=scope.variables,
            assertions=tuple(done),
            left=tuple(left),
        )

    def suspects(
        self, assertions: Sequence[ReadyAssertion], scope: Scope
    ) -> Ready | None:
        """Join all tests, so that libxml2 passes over the nodes that are in order.

        Not where a test asks for what differs from node to node: variables of the
        rule, the current node, or a position, which would be another.
        """
        parts = [part for assertion in assertions for part in assertion.parts]
        asked = frozenset(name for part in parts for name in part.variables)
        simple = all(part.in_libxml2 for part in parts)
        counted = any(_COUNTED.search(part.compiled.text) for part in parts)
        own = {"current", MATCHED, *scope.variables}
        if not parts or not simple or counted or not asked.isdisjoint(own):
            return None
        complaints = " or ".join(map(_complaint, assertions))
        joined = Libxml2(f"${MATCHED}[{complaints}]", self.namespaces)
        walked = frozenset(name for part in parts for name in part.walked)
        return Ready(joined, asked, in_libxml2=True, walked=walked)

    def scope(self, lets: Sequence[tuple[str, str]], outer: Scope | None) -> Scope:
        """Compile variables; one that cannot run is missed only where it is used."""
        found: dict[str, Ready] = {}
        for name, value in lets:
            try:
                found[name] = self.ready(value, Scope(found, outer).held)
            except UnrunnableError:
                found.pop(name, None)
        return Scope(found, outer)

    def context(self, pattern: str) -> Selecting:
        """Turn a pattern into what selects its nodes anywhere."""
        parts = alternatives(tokens_of(pattern))
        names = [self.qualified(part) for part in parts]
        if all(names):
            return Named(names)
        found = " | ".join(map(_anywhere, parts))
        at_attributes = _at_attributes(pattern)
        return self.ready(found, None if at_attributes else frozenset()).compiled

    def qualified(self, tokens: Sequence[str]) -> str:
        """Give the qualified name that is all of a pattern, else nothing."""
        prefix, _, name = tokens[0].partition(":") if len(tokens) == 1 else ("", "", "")
        known = name and name != "*" and self.namespaces.get(prefix)
        return f"{{{known}}}{name}" if known else ""

    def assertion(
        self, assertion: Assertion, simple: frozenset[str] | None
    ) -> ReadyAssertion:
        """Compile the test and the message of an assertion."""
        parts = tuple(self.ready(part, simple) for part in conjuncts(assertion.test))
        texts = (assertion.message, *assertion.diagnostics)
        message: list[str | Ready] = []
        for text in texts:
            message += [self.words(words, simple) for words in text]
            message.append(" ")
        return ReadyAssertion(assertion, parts, tuple(message))

    def words(self, words: Words, simple: frozenset[str] | None) -> str | Ready:
        """Compile a piece of a message; what cannot run is shown as it is written."""
        if not words.is_expression:
            return words.text
        try:
            return self.ready(words.text, simple)
        except UnrunnableError:
            return f"{{{words.text}}}"


def _complaint(assertion: ReadyAssertion) -> str:
    """Give the expression that is true where an assertion complains."""
    parts = [f"({part.compiled.text})" for part in assertion.parts]
    function = "boolean" if assertion.assertion.complains_when else "not"
    return f"{function}({' and '.join(parts)})"


def _at_attributes(pattern: str) -> bool:
    names = required_names(pattern)
    return any(name.startswith("@") for group in names for name in group)


def _anywhere(tokens: Sequence[str]) -> str:
    """Turn one alternative of a pattern into a path from the root.

    libxml2 gathers `/descendant::x` in one go and `//x` parent by parent; they differ
    only where a predicate counts positions.
    """
    words = " ".join(tokens)
    if tokens[:1] in (["/"], ["//"]):
        return words
    counted = _POSITION.search("".join(tokens))
    plain = tokens[0] != "(" and "::" not in tokens[:2] and tokens[0] != "@"
    return f"/descendant::{words}" if plain and not counted else f"//{words}"
