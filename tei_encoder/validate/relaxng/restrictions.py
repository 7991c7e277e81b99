"""The restrictions of section 7, checked on the patterns of the simplified form."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from tei_encoder.validate.relaxng.name_classes import Name, has_wildcard, overlap
from tei_encoder.validate.relaxng.patterns import (
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)


class RestrictionError(ValueError):
    """A pattern breaks a restriction; `section` says which."""

    def __init__(self, message: str, section: str) -> None:
        """Keep the section beside the message."""
        super().__init__(message)
        self.section = section


_KINDS: Final = {
    Attribute: "attribute",
    Data: "data",
    Element: "element",
    Empty: "empty",
    Group: "group",
    Interleave: "interleave",
    List: "list",
    OneOrMore: "oneOrMore",
    Text: "text",
    Value: "value",
}
# What may not be found, at any depth, inside what (section 7.1).
_IN_START: Final = (Attribute, Data, Value, Text, List, Group, Interleave, OneOrMore)
_IN_LIST: Final = (List, Element, Attribute, Text, Interleave)
_IN_EXCEPT: Final = (
    Attribute,
    Element,
    List,
    Group,
    Interleave,
    OneOrMore,
    Empty,
    Text,
)
_IN_ATTRIBUTE: Final = (Attribute, Element)


def check_start(pattern: Pattern) -> None:
    """Check what a document may consist of: elements and nothing else (7.1.5)."""
    for part in parts_of(pattern):
        if isinstance(part, (*_IN_START, Empty)):
            message = f"start may only lead to elements, not to {_KINDS[type(part)]}"
            raise RestrictionError(message, "7.1.5")


def check_content(pattern: Pattern) -> None:
    """Check the attributes and content of an element (7.1.1 to 7.4).

    Raises RestrictionError for the first restriction broken.
    """
    _check_paths(pattern)
    _check_repeated_attributes(pattern, repeated=False)
    if pattern is not NOT_ALLOWED and _content_type(pattern) is None:
        message = "data, value and list cannot stand beside elements or text"
        raise RestrictionError(message, "7.2")
    for part in parts_of(pattern):
        if isinstance(part, Group | Interleave):
            _check_attribute_names(part)
        if isinstance(part, Interleave):
            _check_interleave(part)


def parts_of(pattern: Pattern) -> tuple[Pattern, ...]:
    """List a pattern and what it is made of, once each, not the inside of leaves."""
    found: dict[Pattern, None] = {}
    pending = [pattern]
    while pending:
        part = pending.pop()
        if part in found:
            continue
        found[part] = None
        match part:
            case Choice() | Group() | Interleave():
                pending.extend(reversed(part.members))
            case OneOrMore():
                pending.append(part.member)
            case _:
                pass
    return tuple(found)


def _check_paths(pattern: Pattern) -> None:
    """Check what stands inside attributes, lists and exceptions (7.1.1, 3 and 4)."""
    for part in parts_of(pattern):
        match part:
            case Attribute(value=value):
                _forbid(value, _IN_ATTRIBUTE, "attribute", "7.1.1")
                _check_paths(value)
                if value is not NOT_ALLOWED and _content_type(value) is None:
                    message = "data, value and list cannot stand beside text"
                    raise RestrictionError(message, "7.2")
            case List(words=words):
                _forbid(words, _IN_LIST, "list", "7.1.3")
                _check_paths(words)
            case Data(excepted=excepted) if excepted is not None:
                _forbid(excepted, _IN_EXCEPT, "except", "7.1.4")
                _check_paths(excepted)
            case _:
                pass


def _forbid(
    pattern: Pattern, kinds: tuple[type, ...], where: str, section: str
) -> None:
    for part in parts_of(pattern):
        if isinstance(part, kinds):
            message = f"{_KINDS[type(part)]} is not allowed inside {where}"
            raise RestrictionError(message, section)


def _check_repeated_attributes(pattern: Pattern, *, repeated: bool) -> None:
    """Check attributes in repetitions (7.1.2) and wildcards outside them (7.3)."""
    match pattern:
        case Attribute(name_class=name_class):
            if has_wildcard(name_class) and not repeated:
                message = "an attribute of any name must be repeated"
                raise RestrictionError(message, "7.3")
        case OneOrMore(member=member):
            _check_repeated_group(member)
            _check_repeated_attributes(member, repeated=True)
        case Choice(members=members) | Group(members=members):
            for member in members:
                _check_repeated_attributes(member, repeated=repeated)
        case Interleave(members=members):
            for member in members:
                _check_repeated_attributes(member, repeated=repeated)
        case _:
            return


def _check_repeated_group(pattern: Pattern) -> None:
    for part in parts_of(pattern):
        if isinstance(part, Group | Interleave) and part.traits.has_attributes:
            message = f"attributes cannot be repeated in a {_KINDS[type(part)]}"
            raise RestrictionError(message, "7.1.2")


class ContentType(IntEnum):
    """The kinds of content that section 7.2 tells apart, in its order."""

    EMPTY = 0
    COMPLEX = 1
    SIMPLE = 2


def _content_type(pattern: Pattern) -> ContentType | None:
    """Return the kind of content, None where data would stand beside other things."""
    result: ContentType | None = ContentType.EMPTY
    match pattern:
        case Data(excepted=excepted):
            fits = excepted is None or _content_type(excepted) is not None
            result = ContentType.SIMPLE if fits else None
        case Value() | List():
            result = ContentType.SIMPLE
        case Text() | Element():
            result = ContentType.COMPLEX
        case Choice(members=members):
            types = [_content_type(member) for member in members]
            result = None if None in types else max(filter(None, types), default=result)
        case Group(members=members) | Interleave(members=members):
            result = _joined_type([_content_type(member) for member in members])
        case OneOrMore(member=member):
            result = _joined_type([_content_type(member)] * 2)
    return result


def _joined_type(types: list[ContentType | None]) -> ContentType | None:
    """Join the kinds of what stands side by side: data stands beside nothing else."""
    if None in types:
        return None
    # EMPTY counts as false: it can stand beside anything.
    filled = list(filter(None, types))
    if ContentType.SIMPLE in filled and len(filled) > 1:
        return None
    return max(filled, default=ContentType.EMPTY)


def _check_attribute_names(pattern: Group | Interleave) -> None:
    """Check that no two members have an attribute of the same name (7.3)."""
    members = [
        [part for part in parts_of(member) if isinstance(part, Attribute)]
        for member in pattern.members
        if member.traits.has_attributes
    ]
    names: dict[object, int] = {}
    wide: list[tuple[int, Attribute]] = []
    for position, attributes in enumerate(members):
        for attribute in attributes:
            if not isinstance(attribute.name_class, Name):
                wide.append((position, attribute))
            if names.setdefault(attribute.name_class, position) != position:
                raise _repeated(attribute)
    for position, attribute in wide:
        for other, attributes in enumerate(members):
            if other != position and any(
                overlap(attribute.name_class, each.name_class) for each in attributes
            ):
                raise _repeated(attribute)


def _repeated(attribute: Attribute) -> RestrictionError:
    message = f"two attributes may have the same name: {attribute.name_class}"
    return RestrictionError(message, "7.3")


def _check_interleave(pattern: Interleave) -> None:
    """Check that members of an interleave cannot claim the same child (7.4)."""
    with_text = sum(
        any(part is TEXT for part in parts_of(member)) for member in pattern.members
    )
    if with_text > 1:
        message = "text is allowed in two parts of an interleave"
        raise RestrictionError(message, "7.4")
    claimed: list[Element] = []
    for member in pattern.members:
        own = [part for part in parts_of(member) if isinstance(part, Element)]
        for element in own:
            for other in claimed:
                first, second = element.definition, other.definition
                if overlap(first.name_class, second.name_class):
                    message = "two parts of an interleave claim the same element"
                    raise RestrictionError(message, "7.4")
        claimed.extend(own)
