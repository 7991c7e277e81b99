"""Derivatives: what may still follow once a piece of a document has been seen.

After James Clark, "An algorithm for RELAX NG validation" (2002), with one change:
the content of a child element is not nested in the parent's derivative, but followed
apart; the derivative by a child says, for each definition that the child may have,
what follows in the parent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tei_encoder.validate.relaxng.name_classes import Name, contains
from tei_encoder.validate.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_encoder.validate.relaxng.compilation import ElementDefinition
    from tei_encoder.validate.relaxng.pattern_table import PatternTable

ElementSteps: TypeAlias = "dict[ElementDefinition, Pattern]"
AttributeSteps: TypeAlias = dict[Pattern, Pattern]

_Key = TypeVar("_Key")


def by_element(
    table: PatternTable, pattern: Pattern, name: Name, *, leaping: bool = False
) -> ElementSteps:
    """Return, for each definition that a child of this name may have, what follows.

    leaping: pass over what should have come before, to go on after a mistake.
    """
    steps: ElementSteps = {}
    match pattern:
        case Element(definition=definition):
            if contains(definition.name_class, name):
                steps[definition] = EMPTY
        case Choice(members=members):
            for member in members:
                _add(table, steps, by_element(table, member, name, leaping=leaping))
        case Group(members=members):
            for index in range(len(members)) if leaping else _reachable(members):
                rest = members[index + 1 :]
                found = by_element(table, members[index], name, leaping=leaping)
                for definition, left in found.items():
                    _add(table, steps, {definition: table.group(left, *rest)})
        case Interleave(members=members):
            for index, member in enumerate(members):
                for definition, left in by_element(
                    table, member, name, leaping=leaping
                ).items():
                    woven = table.interleave(*_replaced(members, index, left))
                    _add(table, steps, {definition: woven})
        case OneOrMore(member=member):
            again = table.optional(pattern)
            for definition, left in by_element(
                table, member, name, leaping=leaping
            ).items():
                steps[definition] = table.group(left, again)
    return steps


def by_text(table: PatternTable, pattern: Pattern) -> Pattern:
    """Return what may follow text among elements (no datatype can match there)."""
    match pattern:
        case Text():
            return pattern
        case Choice(members=members):
            return table.choice(*(by_text(table, member) for member in members))
        case Group(members=members):
            return table.choice(
                *(
                    table.group(by_text(table, members[index]), *members[index + 1 :])
                    for index in _reachable(members)
                )
            )
        case Interleave(members=members):
            return table.choice(
                *(
                    table.interleave(*_replaced(members, index, by_text(table, member)))
                    for index, member in enumerate(members)
                )
            )
        case OneOrMore(member=member):
            return table.group(by_text(table, member), table.optional(pattern))
        case _:
            return NOT_ALLOWED


def by_attribute(table: PatternTable, pattern: Pattern, name: Name) -> AttributeSteps:
    """Return, for each value pattern of an attribute of this name, what remains.

    The order of attributes is free, so groups are searched like interleaves.
    """
    if not pattern.traits.has_attributes:
        return {}
    steps: AttributeSteps = {}
    match pattern:
        case Attribute(name_class=name_class, value=value):
            if contains(name_class, name):
                steps[value] = EMPTY
        case Choice(members=members):
            for member in members:
                _add(table, steps, by_attribute(table, member, name))
        case Group(members=members) | Interleave(members=members):
            join = table.group if isinstance(pattern, Group) else table.interleave
            for index, member in enumerate(members):
                for value, left in by_attribute(table, member, name).items():
                    _add(table, steps, {value: join(*_replaced(members, index, left))})
        case OneOrMore(member=member):
            again = table.optional(pattern)
            for value, left in by_attribute(table, member, name).items():
                steps[value] = table.group(left, again)
    return steps


def without_attributes(table: PatternTable, pattern: Pattern) -> Pattern:
    """Return what remains when the start tag ends: attributes still due forbid it."""
    return _ending_attributes(table, pattern, NOT_ALLOWED)


def forgiving_attributes(table: PatternTable, pattern: Pattern) -> Pattern:
    """Return what remains when the start tag ends and missing attributes are forgiven."""
    return _ending_attributes(table, pattern, EMPTY)


def _ending_attributes(
    table: PatternTable, pattern: Pattern, missing: Pattern
) -> Pattern:
    if not pattern.traits.has_attributes:
        return pattern
    match pattern:
        case Attribute():
            return missing
        case OneOrMore(member=member):
            return table.one_or_more(_ending_attributes(table, member, missing))
        case Choice(members=members):
            join = table.choice
        case Group(members=members):
            join = table.group
        case Interleave(members=members):
            join = table.interleave
        case _:
            return pattern
    return join(*(_ending_attributes(table, member, missing) for member in members))


def _reachable(members: tuple[Pattern, ...]) -> Iterator[int]:
    """Yield the positions of a group's members that may come first."""
    for index, member in enumerate(members):
        yield index
        if not member.traits.nullable:
            return


def _replaced(
    members: tuple[Pattern, ...], index: int, member: Pattern
) -> tuple[Pattern, ...]:
    return (*members[:index], member, *members[index + 1 :])


def _add(
    table: PatternTable, steps: dict[_Key, Pattern], more: dict[_Key, Pattern]
) -> None:
    for key, pattern in more.items():
        present = steps.get(key, NOT_ALLOWED)
        steps[key] = table.choice(present, pattern)
