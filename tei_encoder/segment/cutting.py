"""Cuts blocks where a reviewer says that a label begins; they still partition."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.source import Span

#: what closes a label on its line
MARKS = re.compile(r"[^\S\n]*[.:：。]?[^\S\n]*[-–—]*")
STAGE = re.compile(r"\s*\([^()]*\)\s*$")
#: text that a label alone in its paragraph may take as its speech
SPEECHLESS = frozenset({Kind.TURN_CONTINUATION, Kind.NARRATION, Kind.OTHER})

Blocks = tuple[Block, ...]


def at(blocks: Sequence[Block], offset: int) -> Block | None:
    """Give the block that holds a code point."""
    index = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    found = blocks[index] if index >= 0 else None
    return found if found and offset < found.span.end else None


def replaced(blocks: Blocks, old: Block, new: Sequence[Block]) -> Blocks:
    """Give the blocks with others in the place of one; what they leave out is blank."""
    index = blocks.index(old)
    filled: list[Block] = []
    position = old.span.start
    for block in new:
        if block.span.start > position:
            filled.append(_blank(position, block.span.start))
        filled.append(block)
        position = block.span.end
    if position < old.span.end:
        filled.append(_blank(position, old.span.end))
    return (*blocks[:index], *filled, *blocks[index + 1 :])


def split(text: str, block: Block, offset: int) -> tuple[list[Block], Block]:
    """Cut a block in two; nothing is before where only white space would be."""
    first = Span(block.span.start, offset).trimmed(text)
    rest = replace(block, span=Span(offset, block.span.end), label=None)
    if not len(first):
        return [], rest
    label = block.label if block.label and block.label.printed in first else None
    return [replace(block, span=first, label=label)], rest


def pieces(text: str, block: Block) -> list[Block]:
    """Give the label's line and the speech apart, where the label has a line alone."""
    if block.label is None:
        return [block]
    head = Span(block.span.start, block.label.printed.end).trimmed(text)
    tail = Span(head.end, block.span.end).trimmed(text)
    if not len(tail) or "\n" not in text[head.end : tail.start]:
        return [block]
    return [replace(block, span=head), replace(block, span=tail)]


def label_of(text: str, words: Span, within: Span) -> Label:
    """Give the label that a reviewer quotes, with or without its closing mark.

    The name is without that mark and without a remark in parentheses before it.
    """
    quoted = words.of(text)
    bare = quoted.rstrip(" \t.:：。-–—")
    name = STAGE.sub("", bare) or bare or quoted
    mark = MARKS.match(text, words.end, within.end)
    end = mark.end() if mark else words.end
    printed = Span(words.start, max(words.end, end)).trimmed(text)
    return Label(Span(words.start, words.start + len(name)), printed)


def joined_with_speech(text: str, blocks: Blocks, turn: Block) -> Blocks:
    """Let a turn that is a label alone take the paragraph below it, if it is text."""
    index = blocks.index(turn)
    for number, block in enumerate(blocks[index + 1 :], start=index + 1):
        if block.field is Field.BLANK:
            continue
        if block.kind in SPEECHLESS and block.field is None:
            whole = Span(turn.span.start, block.span.end).trimmed(text)
            return (*blocks[:index], replace(turn, span=whole), *blocks[number + 1 :])
        break
    return blocks


def _blank(start: int, end: int) -> Block:
    return Block(Kind.OTHER, Span(start, end), "lines", field=Field.BLANK)
