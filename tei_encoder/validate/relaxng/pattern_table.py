"""Building patterns so that equal patterns are one object ("hash-consing")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei_encoder.validate.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Traits,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from tei_encoder.validate.relaxng.compilation import ElementDefinition
    from tei_encoder.validate.relaxng.datatypes import Datatype
    from tei_encoder.validate.relaxng.facets import Facet
    from tei_encoder.validate.relaxng.name_classes import NameClass


class PatternTable:
    """The patterns built so far.

    Forgetting them is harmless: patterns built later are merely no longer the same
    objects as equal ones from before. Safe to share between threads, because a
    dictionary's `setdefault` is atomic.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        """Start with nothing known."""
        self._known: dict[Hashable, Pattern] = {}

    def __len__(self) -> int:
        """Count the patterns remembered."""
        return len(self._known)

    def forget(self) -> None:
        """Drop every remembered pattern."""
        self._known.clear()

    def choice(self, *alternatives: Pattern) -> Pattern:
        """Build the choice: flat, without repetition, `notAllowed` dropped."""
        members = _distinct(alternatives)
        if not members:
            return NOT_ALLOWED
        if len(members) == 1:
            return members[0]
        key = (Choice, frozenset(members))
        known = self._known.get(key)
        if known is None:
            nullable = any(member.traits.nullable for member in members)
            built = Choice(members, _traits_of(members, nullable=nullable))
            known = self._known.setdefault(key, built)
        return known

    def group(self, *sequence: Pattern) -> Pattern:
        """Build the group: flat, without `empty`."""
        members: list[Pattern] = []
        for member in sequence:
            if isinstance(member, Group):
                members.extend(member.members)
            elif member is NOT_ALLOWED:
                return NOT_ALLOWED
            elif member is not EMPTY:
                members.append(member)
        return self._compound(Group, tuple(members))

    def interleave(self, *parts: Pattern) -> Pattern:
        """Build the interleave: flat, without `empty`."""
        members: list[Pattern] = []
        for member in parts:
            if isinstance(member, Interleave):
                members.extend(member.members)
            elif member is NOT_ALLOWED:
                return NOT_ALLOWED
            elif member is not EMPTY:
                members.append(member)
        return self._compound(Interleave, tuple(members))

    def one_or_more(self, member: Pattern) -> Pattern:
        """Build the repetition; repeating a repetition, text or nothing is itself."""
        if member in (EMPTY, NOT_ALLOWED, TEXT) or isinstance(member, OneOrMore):
            return member
        key = (OneOrMore, member)
        known = self._known.get(key)
        if known is None:
            traits = _traits_of((member,), nullable=member.traits.nullable)
            known = self._known.setdefault(key, OneOrMore(member, traits))
        return known

    def optional(self, member: Pattern) -> Pattern:
        """Build the choice between the member and nothing."""
        return self.choice(member, EMPTY)

    def attribute(self, name_class: NameClass, value: Pattern) -> Pattern:
        """Build an attribute pattern."""
        key = (Attribute, name_class, value)
        known = self._known.get(key)
        return known or self._known.setdefault(key, Attribute(name_class, value))

    def element(self, definition: ElementDefinition) -> Pattern:
        """Build the pattern of an element of this definition."""
        key = (Element, definition)
        return self._known.get(key) or self._known.setdefault(key, Element(definition))

    def data(
        self,
        datatype: Datatype,
        facets: tuple[Facet, ...],
        tests: tuple[Callable[[str, Any], bool], ...],
        excepted: Pattern | None,
    ) -> Pattern:
        """Build a data pattern; `tests` are what `facets` demand."""
        key = (Data, datatype, facets, excepted)
        known = self._known.get(key)
        if known is None:
            built = Data(datatype, facets, tests, excepted)
            known = self._known.setdefault(key, built)
        return known

    def value(self, datatype: Datatype, literal: str, meaning: Hashable) -> Pattern:
        """Build a value pattern; `meaning` is what the literal stands for."""
        key = (Value, datatype, literal, meaning)
        known = self._known.get(key)
        return known or self._known.setdefault(key, Value(datatype, literal, meaning))

    def list(self, words: Pattern) -> Pattern:
        """Build a list pattern."""
        if words is NOT_ALLOWED:
            return NOT_ALLOWED
        key = (List, words)
        return self._known.get(key) or self._known.setdefault(key, List(words))

    def _compound(
        self, kind: type[Group | Interleave], members: tuple[Pattern, ...]
    ) -> Pattern:
        if not members:
            return EMPTY
        if len(members) == 1:
            return members[0]
        key = (kind, members)
        known = self._known.get(key)
        if known is None:
            nullable = all(member.traits.nullable for member in members)
            built = kind(members, _traits_of(members, nullable=nullable))
            known = self._known.setdefault(key, built)
        return known


def _distinct(alternatives: Iterable[Pattern]) -> tuple[Pattern, ...]:
    """Flatten choices, drop repetitions, and `empty` where it adds nothing."""
    members: dict[Pattern, None] = {}
    for alternative in alternatives:
        if isinstance(alternative, Choice):
            members.update(dict.fromkeys(alternative.members))
        elif alternative is not NOT_ALLOWED:
            members[alternative] = None
    if EMPTY in members and any(
        member.traits.nullable for member in members if member is not EMPTY
    ):
        del members[EMPTY]
    return tuple(members)


def _traits_of(members: tuple[Pattern, ...], *, nullable: bool) -> Traits:
    traits = [member.traits for member in members]
    return Traits(
        nullable=nullable,
        has_attributes=any(each.has_attributes for each in traits),
        has_data=any(each.has_data for each in traits),
        depth=1 + max(each.depth for each in traits),
    )
