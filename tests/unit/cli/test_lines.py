"""Offsets, lines and the mark under the place that is meant."""

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.cli.render.excerpt import WIDTH, columns, excerpt, visible
from tei_encoder.cli.render.lines import Lines

TEXT = st.text(st.sampled_from("ab\n\r\t\u2028é漢"), max_size=40)


@given(TEXT, st.integers(0, 40))
def test_a_place_points_at_its_character(text: str, offset: int) -> None:
    """Line and column lead back to the same code point."""
    if offset >= len(text) or text[offset] in "\r\n":
        return
    lines = Lines(text)
    number, column = lines.place(offset)
    assert text[offset] == lines.line(number)[column - 1]
    assert number == text.count("\n", 0, offset) + 1


def test_a_line_that_is_not_there_is_empty() -> None:
    """Numbers below the first and past the last line give nothing."""
    lines = Lines("a\r\nb")
    assert ["", "a", "b", ""] == [lines.line(number) for number in range(4)]


def test_the_caret_stands_under_wide_characters() -> None:
    """East Asian characters take two columns, combining ones none."""
    shown, carets = excerpt("漢字: e\u0301 x", 3, 1)
    assert (shown, carets) == ("漢字: e\u0301 x", "    ^")
    assert excerpt("漢字", 1, 2)[1] == "^^^^"
    assert columns("e\u0301") == 1


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_long_line_is_cut_around_the_place(column: int, width: int) -> None:
    """The mark stays on the screen and under its character."""
    line = "".join(chr(ord("a") + number % 26) for number in range(5000))
    shown, carets = excerpt(line, column, width)
    assert len(shown) <= WIDTH + 2
    assert len(carets) <= WIDTH + 2
    assert shown[carets.index("^")] == line[column - 1]


def test_control_characters_cannot_reach_the_terminal() -> None:
    """Escape, NUL, bells and bidirectional overrides are shown as pictures."""
    assert visible("a\x1b[31m\0\a\tb\u202e\u2028") == "a␛[31m␀␇ b␚␚"
