"""Inclusion of regular expressions of XML Schema."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.validate.inclusion.expressions import expression_within
from tei_encoder.validate.relaxng.regular_expressions import compile_expression

WITHIN = [
    ("a", "a|b"),
    (r"\S*[#:/.]\S*", r"\S+"),
    ("[0-9]+", r"\d+"),
    (r"(ab){2,3}", r"(ab)*"),
    ("a{3}", "a{2,}"),
    ("", "a?"),
    (r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", r"[^\p{C}\p{Z}]+"),
    (r"\p{Lu}", r"\p{L}"),
]
BEYOND = [
    ("a|b", "a"),
    (r"\S+", r"\S*[#:/.]\S*"),
    (r"\d+", "[0-9]+"),
    ("a*", "a+"),
    ("a{2,}", "a{3}"),
    (r"[^\p{C}\p{Z}]+", r"[ -~]+"),
    (".", r"\S"),
]


@pytest.mark.parametrize(("inner", "outer"), WITHIN)
def test_within(inner: str, outer: str) -> None:
    """What is within the other is proved to be."""
    assert expression_within(inner, outer)


@pytest.mark.parametrize(("inner", "outer"), BEYOND)
def test_beyond(inner: str, outer: str) -> None:
    """What goes beyond the other is not."""
    assert not expression_within(inner, outer)


@pytest.mark.parametrize("text", [r"\i\c*", r"\p{IsGreek}", "\u4e00", "a{1000}"])
def test_not_compared(text: str) -> None:
    """What is not compared is never said to be within another."""
    assert not expression_within(text, ".*")


PIECES = st.sampled_from(["a", "b", "[ab]", "[^a]", r"\d", ".", "(a|b)", "(ab)"])
QUANTIFIERS = st.sampled_from(["", "?", "*", "+", "{2}", "{1,2}"])
EXPRESSIONS = st.lists(
    st.builds(str.__add__, PIECES, QUANTIFIERS), min_size=1, max_size=3
).map("".join)


@given(EXPRESSIONS, EXPRESSIONS, st.text("ab1c", max_size=5))
def test_no_string_contradicts(inner: str, outer: str, text: str) -> None:
    """Where inclusion is proved, no string of the one is missing in the other."""
    if expression_within(inner, outer) and compile_expression(inner).fullmatch(text):
        assert compile_expression(outer).fullmatch(text)


@given(EXPRESSIONS, EXPRESSIONS)
def test_choice_holds_both(one: str, other: str) -> None:
    """Each expression is within the choice of both."""
    assert expression_within(one, f"{one}|{other}")
    assert expression_within(other, f"{one}|{other}")
