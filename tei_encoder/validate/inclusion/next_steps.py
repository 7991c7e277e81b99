"""All that may come next, and what remains after each, in one pass."""

from collections.abc import Iterable

from tei_encoder.validate.relaxng.pattern_table import PatternTable
from tei_encoder.validate.relaxng.patterns import (
    EMPTY,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Value,
)

Steps = dict[Pattern, Pattern]


def next_steps(table: PatternTable, pattern: Pattern) -> Steps:
    """Give what remains after each child element, or word of a list, that may be next.

    As `derivatives.by_element`, for all names at once.
    """
    match pattern:
        case Element() | Data() | Value():
            return {pattern: EMPTY}
        case Choice(members=members):
            return _merged(table, (next_steps(table, each) for each in members))
        case Group(members=members):
            return _merged(table, _sequence(table, members))
        case Interleave(members=members):
            return _merged(table, _woven(table, members))
        case OneOrMore(member=member):
            again = table.optional(pattern)
            found = next_steps(table, member)
            return {step: table.group(left, again) for step, left in found.items()}
        case _:
            return {}


def _sequence(table: PatternTable, members: tuple[Pattern, ...]) -> Iterable[Steps]:
    for index, member in enumerate(members):
        rest = members[index + 1 :]
        found = next_steps(table, member)
        yield {step: table.group(left, *rest) for step, left in found.items()}
        if not member.traits.nullable:
            return


def _woven(table: PatternTable, members: tuple[Pattern, ...]) -> Iterable[Steps]:
    for index, member in enumerate(members):
        others = (*members[:index], *members[index + 1 :])
        found = next_steps(table, member)
        yield {step: table.interleave(left, *others) for step, left in found.items()}


def _merged(table: PatternTable, alternatives: Iterable[Steps]) -> Steps:
    merged: dict[Pattern, list[Pattern]] = {}
    for steps in alternatives:
        for step, left in steps.items():
            merged.setdefault(step, []).append(left)
    return {step: table.choice(*left) for step, left in merged.items()}
