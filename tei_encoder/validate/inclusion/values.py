"""Whether every string of one value pattern is also one of another."""

from typing import Final

from tei_encoder.validate.inclusion.expressions import expression_within
from tei_encoder.validate.inclusion.next_steps import next_steps
from tei_encoder.validate.relaxng.facets import Facet
from tei_encoder.validate.relaxng.pattern_table import PatternTable
from tei_encoder.validate.relaxng.patterns import (
    EMPTY,
    TEXT,
    Choice,
    Data,
    List,
    Pattern,
    Value,
)
from tei_encoder.validate.relaxng.values import matches

#: what each datatype is derived from (XML Schema part 2, section 3)
_BASES: Final = {
    "normalizedString": "string",
    "token": "normalizedString",
    "language": "token",
    "NMTOKEN": "token",
    "Name": "token",
    "NCName": "Name",
    "ID": "NCName",
    "IDREF": "NCName",
    "ENTITY": "NCName",
    "integer": "decimal",
    "nonPositiveInteger": "integer",
    "negativeInteger": "nonPositiveInteger",
    "long": "integer",
    "int": "long",
    "short": "int",
    "byte": "short",
    "nonNegativeInteger": "integer",
    "positiveInteger": "nonNegativeInteger",
    "unsignedLong": "nonNegativeInteger",
    "unsignedInt": "unsignedLong",
    "unsignedShort": "unsignedInt",
    "unsignedByte": "unsignedShort",
}
#: datatypes that hold every string, white space aside
_ANY: Final = frozenset({"string", "normalizedString", "token"})
#: datatypes whose values hold no white space, so that one is a list of one word
_WORDS: Final = frozenset(
    {
        *("language", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "ENTITY"),
        *("boolean", "decimal", "double", "float", "integer", "nonNegativeInteger"),
        *("date", "dateTime", "duration", "gDay", "gMonth", "gMonthDay", "gYear"),
        *("gYearMonth", "positiveInteger", "time"),
    }
)
#: facets that leave white space no room (the tokens of TEI)
_NO_SPACE: Final = (r"\p{Z}", r"\S", r"\i", r"\c")


def strings_within(table: PatternTable, inner: Pattern, outer: Pattern) -> bool:
    """Tell whether all strings of `inner` are strings of `outer`.

    True is proof; False may also mean that it cannot be told, as with regular
    expressions that are not compared.
    """
    if inner is outer or outer is TEXT:
        return True
    if isinstance(inner, Choice):
        return all(strings_within(table, each, outer) for each in inner.members)
    if isinstance(inner, Value):
        return matches(table, outer, inner.literal, {})
    if inner is EMPTY:
        return matches(table, outer, "", {})
    if isinstance(outer, Choice):
        return any(strings_within(table, inner, each) for each in outer.members)
    return _plain_within(table, inner, outer)


def _plain_within(table: PatternTable, inner: Pattern, outer: Pattern) -> bool:
    match inner, outer:
        case List(words=words), List(words=allowed):
            return _words_within(table, words, allowed)
        case Data(), List(words=allowed):
            return _is_word(inner) and _words_within(table, inner, allowed)
        case Data(), Data():
            return _data_within(inner, outer)
        case _, Data():
            return not outer.facets and outer.excepted is None and _is_any(outer)
        case _:
            return False


def _words_within(table: PatternTable, inner: Pattern, outer: Pattern) -> bool:
    """Walk two lists of words together, word by word."""
    waiting, seen = [(inner, outer)], {(inner, outer)}
    while waiting:
        one, other = waiting.pop()
        if one.traits.nullable and not other.traits.nullable:
            return False
        theirs = next_steps(table, other)
        for word, left in next_steps(table, one).items():
            rest = [r for w, r in theirs.items() if strings_within(table, word, w)]
            if not rest:
                return False
            pair = (left, table.choice(*rest))
            if pair not in seen:
                seen.add(pair)
                waiting.append(pair)
    return True


def _data_within(inner: Data, outer: Data) -> bool:
    if outer.excepted is not None and outer.excepted is not inner.excepted:
        return False
    alike = inner.datatype.white_space is outer.datatype.white_space
    if outer.facets and not alike:
        return False
    kept = all(_kept(facet, inner.facets) for facet in outer.facets)
    return kept and (_is_any(outer) or _derived(inner, outer))


def _kept(facet: Facet, facets: tuple[Facet, ...]) -> bool:
    """Tell whether a facet narrows nothing that other facets leave."""
    if facet.name != "pattern":
        return facet in facets
    return any(
        own.name == "pattern" and expression_within(own.limit, facet.limit)
        for own in facets
    )


def _derived(inner: Data, outer: Data) -> bool:
    name: str | None = inner.datatype.name
    while name is not None and name != outer.datatype.name:
        name = _BASES.get(name)
    return name is not None and inner.datatype.library == outer.datatype.library


def _is_any(data: Data) -> bool:
    return data.datatype.name in _ANY


def _is_word(data: Data) -> bool:
    return data.datatype.name in _WORDS or any(
        facet.name == "pattern" and any(mark in facet.limit for mark in _NO_SPACE)
        for facet in data.facets
    )
