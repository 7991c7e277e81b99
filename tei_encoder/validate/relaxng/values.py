"""Does a string match: attribute values and the text of elements that hold data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.datatypes import IdKind, read_literal
from tei_encoder.validate.relaxng.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Choice,
    Data,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Text,
    Value,
)
from tei_encoder.validate.relaxng.white_space import is_blank, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from tei_encoder.validate.relaxng.datatypes import Datatype, Namespaces
    from tei_encoder.validate.relaxng.pattern_table import PatternTable

# What is remembered of each value pattern: so many short strings.
_MOST_KNOWN = 2000
_LONGEST_KNOWN = 100


def matches(
    table: PatternTable, pattern: Pattern, text: str, namespaces: Namespaces
) -> bool:
    """Tell whether the string matches the pattern (section 6.2.7 to 6.2.9).

    Elements and attributes in the pattern match no string.
    """
    if pattern.traits.nullable and is_blank(text):
        return True
    match pattern:
        case Text():
            result = True
        case Data():
            result = _matches_data(table, pattern, text, namespaces)
        case Value(datatype=datatype, meaning=meaning):
            result = read_literal(datatype, text, namespaces) == meaning
        case List(words=words):
            result = _matches_words(table, words, words_of(text), namespaces)
        case Choice(members=members):
            result = any(matches(table, each, text, namespaces) for each in members)
        case OneOrMore(member=member):
            result = matches(table, member, text, namespaces)
        case Group(members=members) | Interleave(members=members):
            result = _matches_sequence(table, members, text, namespaces)
        case _:
            result = False
    return result


def _matches_sequence(
    table: PatternTable,
    members: tuple[Pattern, ...],
    text: str,
    namespaces: Namespaces,
) -> bool:
    """Let one member take the string and all others nothing, or several only text."""
    if any(not each.traits.nullable for each in members):
        due = [each for each in members if not each.traits.nullable]
        return len(due) == 1 and matches(table, due[0], text, namespaces)
    return any(matches(table, each, text, namespaces) for each in members)


def _matches_data(
    table: PatternTable, pattern: Data, text: str, namespaces: Namespaces
) -> bool:
    value = read_literal(pattern.datatype, text, namespaces)
    if value is None:
        return False
    if pattern.tests:
        treated = pattern.datatype.white_space(text)
        if not all(test(treated, value) for test in pattern.tests):
            return False
    excepted = pattern.excepted
    return excepted is None or not matches(table, excepted, text, namespaces)


def _matches_words(
    table: PatternTable, pattern: Pattern, words: list[str], namespaces: Namespaces
) -> bool:
    if isinstance(pattern, OneOrMore) and isinstance(pattern.member, Data | Value):
        # By far the most frequent list, so it is worth a shorter way.
        each = pattern.member
        return bool(words) and all(
            matches(table, each, word, namespaces) for word in words
        )
    for word in words:
        pattern = _by_word(table, pattern, word, namespaces)
        if pattern is NOT_ALLOWED:
            return False
    return pattern.traits.nullable


def _by_word(
    table: PatternTable, pattern: Pattern, word: str, namespaces: Namespaces
) -> Pattern:
    """Return the derivative of a list's pattern by its next word."""
    match pattern:
        case Text():
            return TEXT
        case Data() | Value():
            fits = matches(table, pattern, word, namespaces)
            return EMPTY if fits else NOT_ALLOWED
        case Choice(members=members):
            left = [_by_word(table, each, word, namespaces) for each in members]
            return table.choice(*left)
        case OneOrMore(member=member):
            once = _by_word(table, member, word, namespaces)
            return table.group(once, table.optional(pattern))
        case Group(members=members):
            return table.choice(*_group_by_word(table, members, word, namespaces))
        case _:
            return NOT_ALLOWED


def _group_by_word(
    table: PatternTable,
    members: tuple[Pattern, ...],
    word: str,
    namespaces: Namespaces,
) -> Iterator[Pattern]:
    for index, member in enumerate(members):
        left = _by_word(table, member, word, namespaces)
        yield table.group(left, *members[index + 1 :])
        if not member.traits.nullable:
            return


def id_kind_of(pattern: Pattern) -> IdKind | None:
    """Return the part that values of this pattern play in the identity of elements.

    Only a plain data or value pattern plays one (DTD compatibility, section 5).
    """
    match pattern:
        case Data(datatype=datatype) | Value(datatype=datatype):
            return datatype.id_kind
        case _:
            return None


class ValueTest:
    """The test of one value pattern, which remembers what it has accepted.

    Identifiers are not remembered: each occurs once. Nor is what depends on the
    namespace prefixes in scope.
    """

    __slots__ = (
        "_needs_prefixes",
        "_plain",
        "_table",
        "accepted",
        "id_kind",
        "pattern",
    )

    def __init__(self, table: PatternTable, pattern: Pattern) -> None:
        """Test against `pattern`."""
        self.pattern = pattern
        self.id_kind = id_kind_of(pattern)
        self.accepted: set[str] = set()
        self._table = table
        self._plain = _plain_datatype(pattern)
        self._needs_prefixes = _depends_on_prefixes(pattern)

    def accepts(self, text: str, element: _Element) -> bool:
        """Tell whether the value of an attribute of this element matches."""
        if text in self.accepted or self.pattern is TEXT:
            return True
        if self._plain is not None:
            right = self._plain.read(self._plain.white_space(text)) is not None
        elif self._needs_prefixes:
            return matches(self._table, self.pattern, text, element.nsmap)
        else:
            right = matches(self._table, self.pattern, text, {})
        if right and self.id_kind is None and len(text) <= _LONGEST_KNOWN:
            self._remember(text)
        return right

    def _remember(self, text: str) -> None:
        if len(self.accepted) >= _MOST_KNOWN:
            self.accepted.clear()
        self.accepted.add(text)


def _plain_datatype(pattern: Pattern) -> Datatype | None:
    """Return the datatype of a pattern that demands nothing besides."""
    match pattern:
        case Data(datatype=datatype, tests=(), excepted=None):
            return datatype if datatype.read_qualified is None else None
        case _:
            return None


def _depends_on_prefixes(pattern: Pattern) -> bool:
    match pattern:
        case Data(datatype=datatype, excepted=excepted):
            inside = excepted is not None and _depends_on_prefixes(excepted)
            return inside or datatype.read_qualified is not None
        case Value(datatype=datatype):
            return datatype.read_qualified is not None
        case List(words=member) | OneOrMore(member=member):
            return _depends_on_prefixes(member)
        case Choice(members=members) | Group(members=members):
            return any(_depends_on_prefixes(each) for each in members)
        case _:
            return False
