"""What a pattern expects: elements, attributes, values; and what it insists on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tei_encoder.validate.relaxng.name_classes import (
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NamespaceNames,
)
from tei_encoder.validate.relaxng.patterns import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_encoder.validate.relaxng.facets import Facet


def next_elements(pattern: Pattern) -> Iterator[NameClass]:
    """Yield the name classes of the elements that may come next; some repeatedly."""
    match pattern:
        case Element(definition=definition):
            yield definition.name_class
        case Choice(members=members) | Interleave(members=members):
            for member in members:
                yield from next_elements(member)
        case OneOrMore(member=member):
            yield from next_elements(member)
        case Group(members=members):
            for member in members:
                yield from next_elements(member)
                if not member.traits.nullable:
                    return
        case _:
            return


def due_elements(pattern: Pattern) -> Iterator[NameClass]:
    """Yield the name classes of the elements of which one must come next.

    Only what stands in the way is given: members that may be left out are passed over.
    """
    match pattern:
        case Group(members=members) | Interleave(members=members):
            for member in members:
                if not member.traits.nullable:
                    yield from due_elements(member)
                    return
        case Choice(members=members):
            if not pattern.traits.nullable:
                for member in members:
                    yield from due_elements(member)
        case _:
            if not pattern.traits.nullable:
                yield from next_elements(pattern)


def attributes_in(pattern: Pattern) -> Iterator[Attribute]:
    """Yield the attributes that a pattern speaks of; some repeatedly."""
    match pattern:
        case Attribute():
            yield pattern
        case Choice(members=members) | Group(members=members):
            for member in members:
                if member.traits.has_attributes:
                    yield from attributes_in(member)
        case Interleave(members=members):
            for member in members:
                yield from attributes_in(member)
        case OneOrMore(member=member):
            yield from attributes_in(member)
        case _:
            return


def due_attributes(pattern: Pattern) -> tuple[tuple[Attribute, ...], ...]:
    """Return what must still come: of each tuple of attributes, one."""
    match pattern:
        case Attribute():
            return ((pattern,),)
        case Group(members=members) | Interleave(members=members):
            return tuple(due for each in members for due in due_attributes(each))
        case OneOrMore(member=member):
            return due_attributes(member)
        case Choice(members=members):
            dues = [due_attributes(member) for member in members]
            if not all(dues):
                return ()
            return (tuple(one for due in dues for one in due[0]),)
        case _:
            return ()


def allows_text(pattern: Pattern) -> bool:
    """Tell whether text or data may come next."""
    match pattern:
        case Text() | Data() | Value() | List():
            return True
        case Choice(members=members) | Interleave(members=members):
            return any(allows_text(member) for member in members)
        case OneOrMore(member=member):
            return allows_text(member)
        case Group(members=members):
            due = [not member.traits.nullable for member in members]
            reachable = members[: due.index(True) + 1] if any(due) else members
            return any(allows_text(member) for member in reachable)
        case _:
            return False


@dataclass(frozen=True, slots=True)
class ValueDescription:
    """What a value pattern accepts: literals, and other things in words."""

    literals: tuple[str, ...]
    words: tuple[str, ...]


def describe_values(pattern: Pattern) -> ValueDescription:
    """Describe the strings that a pattern matches, for "expected …"."""
    literals: dict[str, None] = {}
    words: dict[str, None] = {}
    for leaf in _value_leaves(pattern):
        match leaf:
            case Value(literal=literal):
                literals[literal.strip()] = None
            case Data(datatype=datatype, facets=facets):
                limits = " and ".join(_in_words(facet) for facet in facets)
                words[f"{datatype.words} {limits}".rstrip()] = None
            case _:
                words["any text"] = None
    return ValueDescription(tuple(literals), tuple(words))


_FACETS: Final = {
    "pattern": "of the form {}",
    "minInclusive": "not less than {}",
    "maxInclusive": "not more than {}",
    "minExclusive": "more than {}",
    "maxExclusive": "less than {}",
    "length": "of length {}",
    "minLength": "of length {} or more",
    "maxLength": "of length {} or less",
    "totalDigits": "of at most {} digits",
    "fractionDigits": "of at most {} digits after the point",
}


def _in_words(facet: Facet) -> str:
    return _FACETS[facet.name].format(facet.limit.strip())


def _value_leaves(pattern: Pattern) -> Iterator[Pattern]:
    match pattern:
        case Value() | Data() | Text():
            yield pattern
        case List(words=member) | OneOrMore(member=member):
            yield from _value_leaves(member)
        case (
            Choice(members=members)
            | Group(members=members)
            | Interleave(members=members)
        ):
            for member in members:
                yield from _value_leaves(member)
        case _:
            return


def spelled_names(name_class: NameClass) -> Iterator[Name]:
    """Yield the names of a name class; a wildcard as the name `*`."""
    match name_class:
        case Name():
            yield name_class
        case NameChoice(alternatives=alternatives):
            for alternative in alternatives:
                yield from spelled_names(alternative)
        case NamespaceNames(namespace=namespace):
            yield Name(namespace, "*")
        case AnyName():
            yield Name("", "*")
