"""Lines are cut without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.segment.lines import cut, line_at


def test_only_a_line_feed_ends_a_line() -> None:
    """U+2028, U+0085 and a carriage return are text or space, not line ends."""
    assert [(0, 7)] == [(line.start, line.end) for line in cut("a\u2028b\x85c\rd")]


def test_a_line_knows_its_number_indent_and_the_blanks_before_it() -> None:
    """A line of only a no-break space is blank."""
    (first, second) = cut("a\n\xa0\n  b \n")
    assert (1, 0, 1, 0, 0) == (
        first.number,
        first.start,
        first.end,
        first.indent,
        first.blanks,
    )
    assert (3, 6, 7, 2, 1) == (
        second.number,
        second.start,
        second.end,
        second.indent,
        second.blanks,
    )


def test_a_line_is_found_by_its_number() -> None:
    """A blank line is not found."""
    lines = cut("a\n\nb")
    assert [0, None, 1, None] == [line_at(lines, number) for number in (1, 2, 3, 4)]


@given(st.text(alphabet=st.sampled_from("ab \n\r\t\u2028\xa0")))
def test_what_lies_between_lines_is_white_space(text: str) -> None:
    """Lines hold every visible character, in order, once."""
    position = 0
    for line in cut(text):
        assert not text[position : line.start].strip()
        assert text[line.start : line.end] == text[line.start : line.end].strip()
        position = line.end
    assert not text[position:].strip()
