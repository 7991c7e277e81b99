"""From the XML of a schema to patterns, one definition at a time and on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from tei_encoder.validate.relaxng.data_reading import read_data, read_value
from tei_encoder.validate.relaxng.grammars import (
    START,
    Grammar,
    combination_of,
    read_grammar,
    title_of,
)
from tei_encoder.validate.relaxng.name_class_reading import read_naming
from tei_encoder.validate.relaxng.patterns import EMPTY, NOT_ALLOWED, TEXT, Pattern
from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.schema_files import (
    SchemaFiles,
    children_of,
    kind_of,
    place_of,
    required,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.name_classes import NameClass
    from tei_encoder.validate.relaxng.pattern_table import PatternTable

# Derivatives recurse into patterns, so nesting must stay far from Python's limit.
_DEEPEST: Final = 150


@dataclass(frozen=True, slots=True, eq=False)
class ElementDefinition:
    """One `element` pattern of the schema; two are never the same, even if equal."""

    name_class: NameClass
    node: _Element
    content: tuple[_Element, ...]
    grammar: Grammar | None


# A definition in a grammar: what `ref`, `parentRef` and nested grammars stand for.
Unit: TypeAlias = tuple[Grammar, str]


class Compiler:
    """Compiles parts of one schema as they are needed, each part once."""

    def __init__(self, files: SchemaFiles, table: PatternTable) -> None:
        """Compile into `table`; `files` reads what the schema refers to."""
        self._files = files
        self._table = table
        self._definitions: dict[_Element, ElementDefinition] = {}
        self._contents: dict[ElementDefinition, Pattern] = {}
        self._bodies: dict[Unit, Pattern] = {}
        self._grammars: dict[_Element, Grammar] = {}
        self._external: dict[_Element, _Element] = {}

    def start(self, root: _Element) -> Pattern:
        """Compile what a document may consist of; `root` is the schema's root."""
        return self._compile_all((root,), None)

    def content(self, definition: ElementDefinition) -> Pattern:
        """Compile the attributes and content of an element, the first time it is met.

        Raises SchemaError where that part of the schema is wrong.
        """
        known = self._contents.get(definition)
        if known is None:
            compiled = self._compile_all(definition.content, definition.grammar)
            known = self._contents.setdefault(definition, compiled)
        return known

    def definition(self, node: _Element, grammar: Grammar | None) -> ElementDefinition:
        """Return the definition that an `element` of the schema makes."""
        known = self._definitions.get(node)
        if known is None:
            name_class, content = read_naming(node)
            made = ElementDefinition(name_class, node, content, grammar)
            known = self._definitions.setdefault(node, made)
        return known

    def definitions_below(
        self, node: _Element, grammar: Grammar | None = None
    ) -> Iterator[ElementDefinition]:
        """Yield every element defined in a part of the schema, used or not.

        Raises SchemaError where a reference on the way leads nowhere.
        """
        match kind_of(node):
            case "grammar":
                nested = self._grammar(node, grammar)
                for components in nested.definitions.values():
                    for component in components:
                        yield from self._definitions_in(component, nested)
            case "externalRef":
                yield from self.definitions_below(self._external_root(node), grammar)
            case "ref" | "parentRef":
                self._unit(node, grammar)
            case _:
                if kind_of(node) == "element":
                    yield self.definition(node, grammar)
                yield from self._definitions_in(node, grammar)

    def _definitions_in(
        self, node: _Element, grammar: Grammar | None
    ) -> Iterator[ElementDefinition]:
        for child in children_of(node):
            yield from self.definitions_below(child, grammar)

    def _compile_all(
        self, nodes: tuple[_Element, ...], grammar: Grammar | None
    ) -> Pattern:
        for node in nodes:
            self._compile_references(node, grammar)
        return self._sequence(nodes, grammar, 0)

    def _compile_references(self, node: _Element, grammar: Grammar | None) -> None:
        """Compile first what is referred to, without recursion along references."""
        pending: list[tuple[Unit | None, Iterator[tuple[Unit, _Element]]]]
        pending = [(None, self._references(node, grammar))]
        open_units: set[Unit] = set()
        while pending:
            unit, references = pending[-1]
            for referred, reference in references:
                if referred in open_units:
                    message = f"{title_of(referred[1])} refers to itself"
                    raise SchemaError(
                        message, place=place_of(reference), section="4.19"
                    )
                if referred not in self._bodies:
                    open_units.add(referred)
                    pending.append((referred, self._references_of(referred)))
                    break
            else:
                pending.pop()
                if unit is not None:
                    open_units.discard(unit)
                    self._bodies[unit] = self._body(unit)

    def _references_of(self, unit: Unit) -> Iterator[tuple[Unit, _Element]]:
        grammar, name = unit
        for component in grammar.definitions[name]:
            for child in children_of(component):
                yield from self._references(child, grammar)

    def _references(
        self, node: _Element, grammar: Grammar | None
    ) -> Iterator[tuple[Unit, _Element]]:
        """Yield the definitions referred to, not looking into elements."""
        match kind_of(node):
            case "ref" | "parentRef" | "grammar":
                yield self._unit(node, grammar), node
            case "externalRef":
                yield from self._references(self._external_root(node), grammar)
            case "element":
                pass
            case _:
                for child in children_of(node):
                    yield from self._references(child, grammar)

    def _unit(self, node: _Element, grammar: Grammar | None) -> Unit:
        if kind_of(node) == "grammar":
            return self._existing(self._grammar(node, grammar), START, node)
        scope = grammar
        if scope is not None and kind_of(node) == "parentRef":
            scope = scope.parent
        if scope is None:
            message = f'"{kind_of(node)}" stands outside the grammar it needs'
            raise SchemaError(message, place=place_of(node), section="4.18")
        return self._existing(scope, required(node, "name"), node)

    def _grammar(self, node: _Element, parent: Grammar | None) -> Grammar:
        known = self._grammars.get(node)
        if known is None:
            known = self._grammars[node] = read_grammar(node, self._files, parent)
        return known

    @staticmethod
    def _existing(grammar: Grammar, name: str, node: _Element) -> Unit:
        if name in grammar.definitions:
            return grammar, name
        message = f"{title_of(name)} is missing"
        remedy = "define it, or correct the reference"
        if name == START:
            remedy = "say with start what a document may consist of"
        raise SchemaError(message, place=place_of(node), remedy=remedy, section="4.18")

    def _external_root(self, node: _Element) -> _Element:
        known = self._external.get(node)
        if known is None:
            known = self._external[node] = self._files.read_referenced(node)
        return known

    def _body(self, unit: Unit) -> Pattern:
        grammar, name = unit
        components = grammar.definitions[name]
        parts = [
            self._sequence(children_of(component), grammar, 0)
            for component in components
        ]
        if combination_of(components) == "interleave":
            return self._table.interleave(*parts)
        return self._table.choice(*parts)

    def _sequence(
        self, nodes: Iterable[_Element], grammar: Grammar | None, depth: int
    ) -> Pattern:
        return self._table.group(*self._each(nodes, grammar, depth))

    def _each(
        self, nodes: Iterable[_Element], grammar: Grammar | None, depth: int
    ) -> Iterator[Pattern]:
        for node in nodes:
            pattern = self._compile(node, grammar, depth + 1)
            if max(depth, pattern.traits.depth) > _DEEPEST:
                message = f"patterns are nested more than {_DEEPEST} deep"
                remedy = "flatten the groups and choices"
                raise SchemaError(message, place=place_of(node), remedy=remedy)
            yield pattern

    def _compile(self, node: _Element, grammar: Grammar | None, depth: int) -> Pattern:
        table = self._table
        match kind_of(node):
            case "ref" | "parentRef" | "grammar":
                result = self._bodies[self._unit(node, grammar)]
            case "externalRef":
                result = self._compile(self._external_root(node), grammar, depth)
            case "element":
                result = table.element(self.definition(node, grammar))
            case "attribute":
                result = self._attribute(node, grammar, depth)
            case "text":
                result = TEXT
            case "empty":
                result = EMPTY
            case "notAllowed":
                result = NOT_ALLOWED
            case "data":
                result = self._data(node, grammar, depth)
            case "value":
                result = read_value(node, table)
            case _:
                result = self._joined(node, grammar, depth)
        return result

    def _joined(self, node: _Element, grammar: Grammar | None, depth: int) -> Pattern:
        """Compile what only joins other patterns (sections 4.12 to 4.15)."""
        table = self._table
        parts = self._each(children_of(node), grammar, depth)
        match kind_of(node):
            case "group":
                result = table.group(*parts)
            case "choice":
                result = table.choice(*parts)
            case "interleave":
                result = table.interleave(*parts)
            case "optional":
                result = table.optional(table.group(*parts))
            case "zeroOrMore":
                result = table.optional(table.one_or_more(table.group(*parts)))
            case "oneOrMore":
                result = table.one_or_more(table.group(*parts))
            case "mixed":
                result = table.interleave(TEXT, table.group(*parts))
            case "list":
                result = table.list(table.group(*parts))
            case other:
                message = f'"{other}" is not a pattern of RELAX NG'
                raise SchemaError(message, place=place_of(node), section="3")
        return result

    def _attribute(
        self, node: _Element, grammar: Grammar | None, depth: int
    ) -> Pattern:
        name_class, content = read_naming(node)
        value = self._sequence(content, grammar, depth) if content else TEXT
        if value is NOT_ALLOWED:
            return NOT_ALLOWED
        return self._table.attribute(name_class, value)

    def _data(self, node: _Element, grammar: Grammar | None, depth: int) -> Pattern:
        excepted = [child for child in children_of(node) if kind_of(child) == "except"]
        parts = [
            pattern
            for child in excepted
            for pattern in self._each(children_of(child), grammar, depth)
        ]
        exception = self._table.choice(*parts) if parts else None
        return read_data(node, self._table, exception)
