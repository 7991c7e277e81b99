"""Brackets are found in pairs, whatever else the text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.annotate.brackets import Shape, find_brackets
from tei_encoder.model.source import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [b] (c) <d>", ["[b]", "(c)", "<d>"]),
        ("［笑］（略）", ["［笑］", "（略）"]),
        ("a (b [c] d)", ["(b [c] d)", "[c]"]),
        ("a) b", []),
        ("(a", []),
        ("a < b and (c)", ["(c)"]),
        ("(a] b)", ["(a] b)"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    """Pairs are given outer before inner; a lone mark is no bracket."""
    found = find_brackets(text, Span(0, len(text)))
    assert expected == [bracket.span.of(text) for bracket in found]


def test_content() -> None:
    """The content has neither the marks nor the white space beside them."""
    [bracket] = find_brackets("x [ illegible ] y", Span(0, 17))
    assert bracket.content("x [ illegible ] y") == "illegible"
    assert bracket.shape is Shape.SQUARE


@given(st.text(alphabet="[]()<>（）ab ", max_size=60))
def test_any_text(text: str) -> None:
    """Brackets begin and end with their marks and never cross each other."""
    found = find_brackets(text, Span(0, len(text)))
    for bracket in found:
        assert bracket.span.end - bracket.span.start >= 2
        for other in found:
            crossing = bracket.span.overlaps(other.span) and not (
                bracket.span in other.span or other.span in bracket.span
            )
            assert not crossing
