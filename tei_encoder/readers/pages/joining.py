"""Tells whether a paragraph runs on over the end of a column or page."""

import re
from dataclasses import replace
from typing import Final

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.sheet import Block, Line

#: marks that end a sentence, also before closing quotation marks and brackets
_TERMINAL: Final = frozenset(".!?…。！？؟۔:;")
_CLOSING: Final = "\"'”’»)]）」』*†‡0123456789"
#: a name and a colon, as a speaker's label has them
_LABEL: Final = re.compile(r"[^\W\d_][^:\n]{0,40}[:：](?:\s|$)")
#: sizes of type that count as one
_SIZES: Final = 1.1
#: how wide a space is, as a share of the height of a line
_SPACE: Final = 0.25


def runs_on(first: Block, second: Block) -> bool:
    """Tell whether `second`, at the top, goes on with `first`, at the bottom.

    It does where the first word of the one would not have fitted into the last line
    of the other, and nothing shows that a paragraph begins.
    """
    if not (first.bottom and second.top) or _is_apart(first, second):
        return False
    last, following = first.lines[-1], second.lines[0]
    words, more = last.text.rstrip(), following.text
    if words.endswith(("-", "\u2010", "\u00ad")) and more[:1].islower():
        return True
    ended = words.rstrip(_CLOSING)[-1:] in _TERMINAL
    if not ended and more[:1].islower():
        return True
    if second.opens or _LABEL.match(more) or _turns_bold(last, following):
        return False
    space = _SPACE * last.box.height
    return following.lead + space > first.room


def united(blocks: list[Block]) -> list[Block]:
    """Join the blocks of a page that one paragraph was parted into by a column."""
    made: list[Block] = []
    for block in blocks:
        if made and runs_on(made[-1], block):
            lines = made[-1].lines + block.lines
            made[-1] = replace(
                made[-1], lines=lines, room=block.room, bottom=block.bottom
            )
        else:
            made.append(block)
    return made


def _is_apart(first: Block, second: Block) -> bool:
    """Tell headings and centred lines, and type of another size."""
    if first.level or second.level or first.centred or second.centred:
        return True
    one, other = first.lines[-1].size, second.lines[0].size
    return bool(one and other) and max(one, other) > _SIZES * min(one, other)


def _turns_bold(last: Line, following: Line) -> bool:
    """Tell whether bold type begins here, as labels and headings do."""
    return following.styled(0, 1, Style.BOLD) and not last.styled(
        len(last.text) - 1, len(last.text), Style.BOLD
    )
