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
    from collections.abc import Callable, Iterable, Iterator

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

    def inside(member: Pattern) -> ElementSteps:
        return by_element(table, member, name, leaping=leaping)

    match pattern:
        case Element(definition=definition):
            return {definition: EMPTY} if contains(definition.name_class, name) else {}
        case Choice(members=members):
            return _merged(table, (inside(member) for member in members))
        case Group(members=members):
            reachable = range(len(members)) if leaping else _reachable(members)
            return _merged(
                table,
                (
                    _each(inside(members[index]), table.group, members[index + 1 :])
                    for index in reachable
                ),
            )
        case Interleave(members=members):
            return _woven(table, members, inside, table.interleave)
        case OneOrMore(member=member):
            return _each(inside(member), table.group, (table.optional(pattern),))
        case _:
            return {}


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

    def inside(member: Pattern) -> AttributeSteps:
        return by_attribute(table, member, name)

    result: AttributeSteps
    match pattern:
        case Attribute(name_class=name_class, value=value):
            result = {value: EMPTY} if contains(name_class, name) else {}
        case Choice(members=members):
            result = _merged(table, (inside(member) for member in members))
        case Group(members=members):
            result = _woven(table, members, inside, table.group)
        case Interleave(members=members):
            result = _woven(table, members, inside, table.interleave)
        case OneOrMore(member=member):
            result = _each(inside(member), table.group, (table.optional(pattern),))
        case _:
            result = {}
    return result


def without_attributes(table: PatternTable, pattern: Pattern) -> Pattern:
    """Return what remains when the start tag ends: attributes still due forbid it."""
    return _ending_attributes(table, pattern, NOT_ALLOWED)


def forgiving_attributes(table: PatternTable, pattern: Pattern) -> Pattern:
    """Return what remains after the start tag, missing attributes forgiven."""
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


def _each(
    steps: dict[_Key, Pattern],
    join: Callable[..., Pattern],
    rest: tuple[Pattern, ...],
) -> dict[_Key, Pattern]:
    """Let the rest follow whatever each step leaves."""
    return {key: join(left, *rest) for key, left in steps.items()}


def _woven(
    table: PatternTable,
    members: tuple[Pattern, ...],
    inside: Callable[[Pattern], dict[_Key, Pattern]],
    join: Callable[..., Pattern],
) -> dict[_Key, Pattern]:
    """Step into each member in turn, the others staying as they are."""
    return _merged(
        table,
        (
            {
                key: join(*_replaced(members, index, left))
                for key, left in inside(member).items()
            }
            for index, member in enumerate(members)
        ),
    )


def _merged(
    table: PatternTable, alternatives: Iterable[dict[_Key, Pattern]]
) -> dict[_Key, Pattern]:
    """Make a choice of what different ways leave after the same step."""
    merged: dict[_Key, Pattern] = {}
    for steps in alternatives:
        for key, left in steps.items():
            present = merged.get(key)
            merged[key] = left if present is None else table.choice(present, left)
    return merged
