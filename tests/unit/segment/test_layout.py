"""The page tells how its lines make paragraphs."""

from tei_encoder.segment.layout import observe, paragraphs
from tei_encoder.segment.lines import cut


def count(text: str) -> int:
    """Give the number of paragraphs of a text."""
    lines = cut(text)
    return len(paragraphs(observe(text, lines), text, lines))


def test_blank_lines_part_paragraphs() -> None:
    """Lines without a blank one between them are one paragraph."""
    assert 2 == count("one line\ngoes on\n\nanother\n")


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    """A page of single line ends has a paragraph a line."""
    assert 3 == count("A: Yes.\nB: No.\nA: So be it.\n")


def test_wrapped_lines_are_joined_without_blank_lines() -> None:
    """Lines that end at a margin in mid-sentence go on in the next one."""
    wrapped = (
        "This is a line that was wrapped by a typist at some margin of\n"
        "the sheet and therefore goes on until its sentence is done at\n"
        "last here.\n"
        "Here begins another paragraph which is wrapped in the same way\n"
        "and ends soon.\n"
    )
    assert 2 == count(wrapped)


def test_a_very_long_line_is_never_wrapped() -> None:
    """No typesetter's line has two hundred characters."""
    assert 3 == count(f"{'word ' * 40}\n{'word ' * 40}\n\nend\n")


def test_closed_lines_stand_alone_between_blank_lines_too() -> None:
    """Where lines end like sentences, a blank line elsewhere joins none of them."""
    page = (
        "会談録\n\n甲：はい。\n乙：いいえ。\n甲：そうです。\n乙：よい。\n甲：では。\n"
    )
    assert 6 == count(page)


def test_a_few_blank_lines_among_verse_are_enough() -> None:
    """Verse runs on from line to line although blank lines are rare."""
    stanza = "".join(f"A line of verse that is number {n},\n" for n in range(20))
    assert 3 == count(f"{stanza}\n{stanza}\n{stanza}")
