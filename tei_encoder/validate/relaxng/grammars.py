"""Grammars: their definitions from all included files (sections 4.7, 4.17, 4.18)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from tei_encoder.validate.relaxng.schema_error import SchemaError
from tei_encoder.validate.relaxng.schema_files import (
    SchemaFiles,
    children_of,
    kind_of,
    place_of,
    required,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

# What `start` is filed under: no name that `define` could give.
START: Final = ""

Component: TypeAlias = "tuple[str, _Element]"


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """A grammar: for each name, the `define` (or `start`) elements that make it up."""

    node: _Element
    parent: Grammar | None
    definitions: Mapping[str, tuple[_Element, ...]]


def read_grammar(
    node: _Element, files: SchemaFiles, parent: Grammar | None = None
) -> Grammar:
    """Collect what a `grammar` element defines, inclusions and overrides resolved.

    Raises SchemaError for a broken inclusion or combination.
    """
    definitions: dict[str, list[_Element]] = {}
    for name, component in _components(node, files):
        definitions.setdefault(name, []).append(component)
    for name, components in definitions.items():
        if len(components) > 1:
            _check_combination(name, components)
    frozen = {name: tuple(nodes) for name, nodes in definitions.items()}
    return Grammar(node, parent, frozen)


def combination_of(components: tuple[_Element, ...]) -> str | None:
    """Return how the parts of a definition are joined: `choice`, `interleave`."""
    methods = (component.get("combine") for component in components)
    return next((method.strip() for method in methods if method), None)


def title_of(name: str) -> str:
    """Name a definition in a message."""
    return "start" if name == START else f'definition "{name}"'


def _components(node: _Element, files: SchemaFiles) -> Iterator[Component]:
    for child in children_of(node):
        match kind_of(child):
            case "start":
                yield START, child
            case "define":
                yield required(child, "name"), child
            case "div":
                yield from _components(child, files)
            case "include":
                yield from _included(child, files)
            case other:
                message = f'"{other}" is not allowed in "{kind_of(node)}"'
                raise SchemaError(message, place=place_of(child), section="3")


def _included(include: _Element, files: SchemaFiles) -> Iterator[Component]:
    """Yield what an included grammar defines, as far as it is not overridden."""
    root = files.read_referenced(include)
    if kind_of(root) != "grammar":
        message = f'the included file holds "{kind_of(root)}" instead of a grammar'
        raise SchemaError(message, place=place_of(include), section="4.7")
    included = list(_components(root, files))
    overriding = list(_components(include, files))
    present = {name for name, _ in included}
    overridden = {name for name, _ in overriding}
    for name, component in overriding:
        if name not in present:
            message = f"the included grammar has no {title_of(name)} to override"
            raise SchemaError(message, place=place_of(component), section="4.7")
    yield from (each for each in included if each[0] not in overridden)
    yield from overriding


def _check_combination(name: str, components: list[_Element]) -> None:
    plain = [component for component in components if component.get("combine") is None]
    if len(plain) > 1:
        raise SchemaError(
            f"{title_of(name)} is given twice without combine",
            place=place_of(plain[1]),
            remedy='add combine="choice" or combine="interleave"',
            section="4.17",
        )
    methods = {component.get("combine", "").strip() for component in components} - {""}
    if len(methods) > 1:
        message = f"{title_of(name)} is combined in two ways"
        raise SchemaError(message, place=place_of(components[-1]), section="4.17")
