"""Names that suffice to tell two patterns apart."""

from collections.abc import Iterator

from tei_encoder.validate.relaxng.name_classes import (
    XML_NAMESPACE,
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NamespaceNames,
)
from tei_encoder.validate.relaxng.patterns import (
    Attribute,
    Choice,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
)

#: a local name and a namespace that no schema spells stand for all others
_OTHER = "\0"


def parts_of(pattern: Pattern) -> Iterator[Pattern]:
    """Go through a pattern and all it is made of, values and children left aside."""
    waiting = [pattern]
    while waiting:
        current = waiting.pop()
        yield current
        match current:
            case Choice(members=members):
                waiting += members
            case Group(members=members) | Interleave(members=members):
                waiting += members
            case OneOrMore(member=member):
                waiting.append(member)


def attribute_names(pattern: Pattern) -> frozenset[Name]:
    """Give the names of attributes; a wildcard gives one that nobody spells."""
    parts = parts_of(pattern)
    return frozenset(
        name
        for part in parts
        if isinstance(part, Attribute)
        for name in witnesses(part.name_class)
    )


def witnesses(name_class: NameClass) -> Iterator[Name]:
    """Give names that stand for all of a name class and for what it excepts."""
    waiting: list[NameClass] = [name_class]
    while waiting:
        match waiting.pop():
            case Name() as name:
                yield name
            case NameChoice(alternatives=alternatives):
                waiting += alternatives
            case AnyName(excepted=excepted):
                yield Name(_OTHER, _OTHER)
                waiting += [excepted] if excepted else []
            case NamespaceNames(namespace=namespace, excepted=excepted):
                yield Name(namespace, _OTHER)
                waiting += [excepted] if excepted else []


def shown(name: Name) -> str:
    """Give a name for people."""
    if name.local == _OTHER:
        return "any other name"
    return f"xml:{name.local}" if name.namespace == XML_NAMESPACE else name.local
