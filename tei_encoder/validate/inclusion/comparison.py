"""Whether every document of one RELAX NG schema is also one of another.

The walk goes over pairs of element definitions that can stand for the same element.
Of each pair it compares the attributes, factor by factor, and the content models, as
pairs of derivatives (Clark 2002); each pair is assumed while it is being proved, so
that recursion ends. Where the outer schema has one definition for a name in each
place, as TEI has, the answer is exact but for value patterns that cannot be compared.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tei_encoder.validate.inclusion.names import (
    attribute_names,
    parts_of,
    shown,
    witnesses,
)
from tei_encoder.validate.inclusion.next_steps import Steps, next_steps
from tei_encoder.validate.inclusion.values import strings_within
from tei_encoder.validate.relaxng import derivatives
from tei_encoder.validate.relaxng.compilation import Compiler, ElementDefinition
from tei_encoder.validate.relaxng.name_classes import (
    Name,
    NameClass,
    contains,
    has_wildcard,
)
from tei_encoder.validate.relaxng.pattern_table import PatternTable
from tei_encoder.validate.relaxng.patterns import (
    NOT_ALLOWED,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    List,
    Pattern,
    Text,
    Value,
)
from tei_encoder.validate.relaxng.schema_files import SchemaFiles

Definitions = tuple[ElementDefinition, ElementDefinition]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """What the inner schema allows and the outer does not.

    `path` are the elements from the root; `reason` says what differs there, in words.
    """

    path: tuple[str, ...]
    reason: str


class Comparison:
    """Compares two schemas; both compile into one table, so equal patterns are one."""

    def __init__(self, inner: Path, outer: Path) -> None:
        """Load both; raises `SchemaError`."""
        self.table = PatternTable()
        self.inner, self.outer = self._load(inner), self._load(outer)
        self.pending: list[tuple[Definitions, tuple[str, ...]]] = []
        self.seen: set[Definitions] = set()
        self.proved: set[tuple[Pattern, Pattern]] = set()

    def run(self) -> Iterator[Counterexample]:
        """Give one counterexample for each pair of definitions that has any."""
        first = self.content(self.inner[1], self.outer[1], ())
        if first:
            yield Counterexample((), first)
        while self.pending:
            (one, other), path = self.pending.pop()
            inner = self.inner[0].content(one)
            outer = self.outer[0].content(other)
            reason = self.attributes(inner, outer, path)
            if reason:
                yield Counterexample(path, reason)

    def attributes(
        self, inner: Pattern, outer: Pattern, path: tuple[str, ...]
    ) -> str | None:
        """Compare two element contents; factors that share no name are independent."""
        if inner is NOT_ALLOWED:
            return None
        ours, theirs = _factors(inner), _factors(outer)
        for cluster in _clusters((*ours, *theirs)):
            reason = self.stepped(
                self.table.group(*(f for f in ours if f in cluster)),
                self.table.group(*(f for f in theirs if f in cluster)),
                path,
            )
            if reason:
                return reason
        return None

    def stepped(
        self, inner: Pattern, outer: Pattern, path: tuple[str, ...]
    ) -> str | None:
        """Try every set of attributes of the inner pattern, then the content."""
        waiting, seen = [(inner, outer, "")], {(inner, outer)}
        while waiting:
            one, other, last = waiting.pop()
            reason = self.closed(one, other, path)
            if reason:
                return f"{reason}{last}"
            names = attribute_names(one) | attribute_names(other)
            for name in sorted(names, key=str):
                for found in self.by_attribute(one, other, name):
                    if isinstance(found, str):
                        return found
                    if found not in seen:
                        seen.add(found)
                        waiting.append((*found, f" (with @{shown(name)})"))
        return None

    def by_attribute(
        self, inner: Pattern, outer: Pattern, name: Name
    ) -> Iterator[tuple[Pattern, Pattern] | str]:
        """Give what remains of both after an attribute, or say why it cannot stand."""
        theirs = derivatives.by_attribute(self.table, outer, name)
        for value, left in derivatives.by_attribute(self.table, inner, name).items():
            if not theirs:
                yield f"attribute {shown(name)} is not allowed"
                return
            for part in value.members if isinstance(value, Choice) else (value,):
                fitting = [
                    rest
                    for allowed, rest in theirs.items()
                    if strings_within(self.table, part, allowed)
                ]
                if not fitting:
                    yield f"values of attribute {shown(name)} differ"
                    return
                yield left, self.table.choice(*fitting)

    def closed(
        self, inner: Pattern, outer: Pattern, path: tuple[str, ...]
    ) -> str | None:
        """Compare what remains when the start tag ends."""
        one = derivatives.without_attributes(self.table, inner)
        other = derivatives.without_attributes(self.table, outer)
        if one is NOT_ALLOWED:
            return None
        if other is NOT_ALLOWED:
            due = sorted(shown(name) for name in attribute_names(outer))
            return f"an attribute is required: {', '.join(due)}"
        return self.content(one, other, path)

    def content(
        self, inner: Pattern, outer: Pattern, path: tuple[str, ...]
    ) -> str | None:
        """Compare two content models; pairs of child definitions wait their turn."""
        if (inner, outer) in self.proved:
            return None
        if inner.traits.has_data:
            fits = strings_within(self.table, inner, outer)
            return None if fits else "the text of the element differs"
        waiting: list[tuple[Pattern, Pattern, tuple[str, ...]]] = [(inner, outer, ())]
        seen = {(inner, outer)}
        while waiting:
            one, other, before = waiting.pop()
            if one.traits.nullable and not other.traits.nullable:
                return f"content may end {_after(before)}"
            for step, rest in self.children(one, other, path):
                if isinstance(rest, str):
                    return f"{rest} {_after(before)}"
                if rest not in seen:
                    seen.add(rest)
                    waiting.append((*rest, (*before, step)))
        self.proved.add((inner, outer))
        return None

    def children(
        self, inner: Pattern, outer: Pattern, path: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[Pattern, Pattern] | str]]:
        """Give each next step of the inner model and what remains of both."""
        if any(isinstance(part, Text) for part in parts_of(inner)):
            one = derivatives.by_text(self.table, inner)
            other = derivatives.by_text(self.table, outer)
            if one is not NOT_ALLOWED:
                ill = "text is not allowed"
                yield "text", ill if other is NOT_ALLOWED else (one, other)
        theirs = _defined(next_steps(self.table, outer))
        for definition, left in _defined(next_steps(self.table, inner)).items():
            if not self.can_be(definition):
                continue
            for name in _possible(definition.name_class, theirs):
                fitting = {
                    d: r for d, r in theirs.items() if contains(d.name_class, name)
                }
                if not fitting:
                    yield shown(name), f"element {shown(name)} is not allowed"
                    continue
                for twin in fitting:
                    self.meet((definition, twin), (*path, shown(name)))
                yield shown(name), (left, self.table.choice(*fitting.values()))

    def can_be(self, definition: ElementDefinition) -> bool:
        """Tell whether an element so defined can exist at all."""
        return self.inner[0].content(definition) is not NOT_ALLOWED

    def meet(self, pair: Definitions, path: tuple[str, ...]) -> None:
        """Note a pair to be compared, once."""
        if pair not in self.seen:
            self.seen.add(pair)
            self.pending.append((pair, path))

    def _load(self, path: Path) -> tuple[Compiler, Pattern]:
        files = SchemaFiles()
        root = files.read(path)
        compiler = Compiler(files, self.table)
        return compiler, compiler.start(root)


def _defined(steps: Steps) -> dict[ElementDefinition, Pattern]:
    return {s.definition: rest for s, rest in steps.items() if isinstance(s, Element)}


def _possible(
    name_class: NameClass, others: Iterable[ElementDefinition]
) -> Iterator[Name]:
    """Give names of a class that stand for all of it beside other definitions."""
    names = set(witnesses(name_class))
    if has_wildcard(name_class):
        names.update(*(witnesses(other.name_class) for other in others))
    yield from (n for n in sorted(names, key=str) if contains(name_class, n))


def _factors(pattern: Pattern) -> tuple[Pattern, ...]:
    return pattern.members if isinstance(pattern, Group) else (pattern,)


def _has_content(factor: Pattern) -> bool:
    """Tell whether a factor holds more than attributes."""
    if not factor.traits.has_attributes:
        return True
    parts = (part for part in parts_of(factor) if not isinstance(part, Attribute))
    return any(isinstance(part, (Element, Text, Data, Value, List)) for part in parts)


def _clusters(factors: tuple[Pattern, ...]) -> list[set[Pattern]]:
    """Gather factors that share an attribute's name, and those that hold content.

    What no cluster shares can be chosen independently (specification, 7.3); with a
    wildcard among the names, all attributes are one cluster.
    """
    attributes = [p for f in factors for p in parts_of(f) if isinstance(p, Attribute)]
    whole = any(has_wildcard(attribute.name_class) for attribute in attributes)
    groups: list[tuple[set[Name], bool, set[Pattern]]] = []
    for factor in dict.fromkeys(factors):
        names, content = set(attribute_names(factor)), _has_content(factor)
        members = {factor}
        touching = [
            g
            for g in groups
            if g[0] & names or (g[1] and content) or (whole and g[0] and names)
        ]
        for group in touching:
            groups.remove(group)
            names, content = names | group[0], content or group[1]
            members |= group[2]
        groups.append((names, content, members))
    return [members for _, _, members in groups]


def _after(steps: tuple[str, ...]) -> str:
    """Say where in the content a difference shows."""
    return f"after {', '.join(steps[-3:])}" if steps else "at the start"
