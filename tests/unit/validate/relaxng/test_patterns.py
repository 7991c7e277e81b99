"""The algebra of patterns and of name classes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.validate.relaxng.name_classes import (
    AnyName,
    Name,
    NameChoice,
    NameClass,
    NamespaceNames,
    clark_name,
    contains,
    expanded_name,
    overlap,
)
from tei_encoder.validate.relaxng.pattern_table import PatternTable
from tei_encoder.validate.relaxng.patterns import EMPTY, NOT_ALLOWED, TEXT
from tei_encoder.validate.relaxng.spelling import by_likeness, distance, nearest

NAMES = st.builds(Name, st.sampled_from(["", "urn:x"]), st.sampled_from("ab"))
SIMPLE = st.recursive(
    NAMES,
    lambda inner: st.one_of(
        st.builds(AnyName, st.none() | inner),
        st.builds(NamespaceNames, st.sampled_from(["", "urn:x"]), st.none() | inner),
        st.builds(NameChoice, st.tuples(inner, inner)),
    ),
    max_leaves=4,
)
UNIVERSE = [Name(space, local) for space in ("", "urn:x", "urn:y") for local in "abc"]


@given(SIMPLE, SIMPLE)
def test_overlap_is_a_common_name(first: NameClass, second: NameClass) -> None:
    """Two name classes overlap exactly when some name is in both."""
    common = any(contains(first, name) and contains(second, name) for name in UNIVERSE)
    assert common == overlap(first, second)


@given(NAMES)
def test_clark_names_come_back(name: Name) -> None:
    """A name survives being written as lxml writes it."""
    assert name == expanded_name(clark_name(name))


def test_equal_patterns_are_the_same() -> None:
    """However a pattern is put together, equal structure is one object."""
    table = PatternTable()
    one, two, three = (table.attribute(Name("", name), TEXT) for name in "abc")
    assert table.choice(one, table.choice(two, three)) is table.choice(three, two, one)
    assert table.group(one, table.group(two, three)) is table.group(one, two, three)
    assert table.group(one, two) is not table.group(two, one)


def test_empty_and_not_allowed_vanish() -> None:
    """`empty` is lost in a group and `notAllowed` in a choice, the latter wins."""
    table = PatternTable()
    one = table.attribute(Name("", "a"), TEXT)
    assert table.group(EMPTY, one, EMPTY) is one
    assert table.choice(NOT_ALLOWED, one) is one
    assert table.group(one, NOT_ALLOWED) is NOT_ALLOWED
    assert table.interleave(NOT_ALLOWED, one) is NOT_ALLOWED
    assert table.one_or_more(EMPTY) is EMPTY
    assert table.choice(TEXT, EMPTY) is TEXT
    assert table.choice() is NOT_ALLOWED


WORDS = st.text(alphabet="abcDE", max_size=6)


@given(WORDS, WORDS)
def test_distance_is_symmetric_and_bounded(first: str, second: str) -> None:
    """Distance is the same both ways, nothing only between equals."""
    apart = distance(first, second, 99)
    assert apart == distance(second, first, 99)
    assert (apart == 0) == (first == second)
    assert apart <= max(len(first), len(second), 0.5)


@given(WORDS, WORDS, st.integers(0, 3))
def test_limit_cuts_only_what_is_above(first: str, second: str, limit: int) -> None:
    """A limited distance is exact up to the limit and greater above it."""
    exact = distance(first, second, 99)
    limited = distance(first, second, limit)
    assert limited == exact if exact <= limit else limited > limit


def test_slips_are_recognised() -> None:
    """Case, a swap, a missing letter are slips; another word is none."""
    known = ("persName", "placeName", "title", "p")
    assert "persName" == nearest("persname", known)
    assert "title" == nearest("titel", known)
    assert "placeName" == nearest("placName", known)
    assert nearest("laughter", known) is None
    assert nearest("u", known) is None
    assert ("title", "persName", "placeName", "p") == by_likeness("tilte", known)
