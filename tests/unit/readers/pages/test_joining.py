"""Where a paragraph runs on over a page, and where one begins."""

from dataclasses import replace

import pytest

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.joining import runs_on
from tei_encoder.readers.pages.sheet import Block, Box, Line, Run


def block(text: str, *, room: float = 0, lead: float = 40) -> Block:
    """Give a paragraph of one line that is first and last of its page."""
    line = Line(text, Box(0, 0, 400, 12), 10, 12, lead)
    return Block((line,), room=room, top=True, bottom=True)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the commis-", "sion has read it."),
        ("they went to the", "river and came back."),
        ("they met Mr.", "Ames in the town."),
        ("It was so. Then", "Ames came."),
    ],
)
def test_sentences_run_on(first: str, second: str) -> None:
    """A line that is full goes on, and so does a sentence in small letters."""
    assert runs_on(block(first), block(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (block("That is all.", room=200), block("We begin again.")),
        (block("That is all."), block("Dr. Ames: I thank you.")),
        (block("That is all."), replace(block("We begin."), opens=True)),
        (block("That is all."), replace(block("Second Part"), level=1)),
        (block("That is all."), replace(block("* * *"), centred=True)),
        (replace(block("and then"), bottom=False), block("he went.")),
    ],
)
def test_paragraphs_begin(first: Block, second: Block) -> None:
    """Room in the last line, a label, an indentation or a heading parts them."""
    assert not runs_on(first, second)


def test_bold_type_begins_a_paragraph() -> None:
    """A label in bold type after plain type is none of the sentence before."""
    second = block("AMES I thank you.")
    line = replace(second.lines[0], runs=(Run(0, 4, Style.BOLD),))
    assert not runs_on(block("That is all."), replace(second, lines=(line,)))
