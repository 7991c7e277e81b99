"""Makes blocks that partition the text of labelled stretches."""

from collections.abc import Iterator, Sequence

from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.source import Span
from tei_encoder.segment.labelling import Choice
from tei_encoder.segment.page import Page, Stretch


def partition(page: Page, choices: Sequence[Choice]) -> tuple[Block, ...]:
    """Give the blocks of a page, blanks included; together they are its text."""
    blocks: list[Block] = []
    position = 0
    for block in _joined(page, choices):
        if block.span.start > position:
            blocks.append(_blank(position, block.span.start))
        blocks.append(block)
        position = block.span.end
    if position < len(page.text):
        blocks.append(_blank(position, len(page.text)))
    return tuple(blocks)


def _joined(page: Page, choices: Sequence[Choice]) -> Iterator[Block]:
    """Give the blocks of stretches; a label alone takes the paragraph after it."""
    waiting: Block | None = None
    for stretch, choice in zip(page.stretches, choices, strict=True):
        block = _block(stretch, choice)
        if waiting is not None:
            if block.kind is Kind.TURN_CONTINUATION:
                yield _with_speech(waiting, block)
                waiting = None
                continue
            yield waiting
            waiting = None
        if block.label is not None and block.label.printed.end >= block.span.end:
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def _block(stretch: Stretch, choice: Choice) -> Block:
    reading = choice.reading
    return Block(
        kind=reading.kind,
        span=Span(stretch.start, stretch.end),
        recognizer=reading.recognizer,
        field=reading.field,
        label=reading.label,
        score=round(reading.score, 2),
        margin=round(choice.margin, 2),
        evidence=reading.evidence,
    )


def _with_speech(turn: Block, speech: Block) -> Block:
    return Block(
        kind=turn.kind,
        span=Span(turn.span.start, speech.span.end),
        recognizer=turn.recognizer,
        field=turn.field,
        label=turn.label,
        score=turn.score,
        margin=turn.margin,
        evidence=turn.evidence,
    )


def _blank(start: int, end: int) -> Block:
    return Block(Kind.OTHER, Span(start, end), "lines", field=Field.BLANK)
