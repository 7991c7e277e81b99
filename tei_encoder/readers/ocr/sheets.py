"""Recognized pages become sheets: margins known, paragraphs ready to be joined."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from tei_encoder.readers.ocr.recognized import Place, RecognizedBlock, RecognizedPage
from tei_encoder.readers.pages.furniture import Found, Printed, furniture
from tei_encoder.readers.pages.sheet import Block, FootNote, Line, Margin, Sheet, rows

#: the mark at a note's beginning
_MARK: Final = re.compile(r"\(?(?:\d{1,3}|[*†‡§¶]{1,3})[.):]?(?!\d)")
#: paragraphs stand apart by more than so many line distances
_APART: Final = 1.35
_MARGINS: Final = frozenset({Place.HEAD, Place.FOOT, Place.PAGE_NUMBER, Place.MARGIN})


def sheets(pages: Sequence[RecognizedPage]) -> list[Sheet]:
    """Give the sheets that pages make.

    What files state to be a margin is one; of the rest, lines are that repeat.
    """
    texts = [[b for b in page.blocks if b.place not in _MARGINS] for page in pages]
    printed = [
        Printed(tuple(line for block in text for line in block.lines), page.height)
        for page, text in zip(pages, texts, strict=True)
    ]
    found = furniture(printed)
    texts = _parted(texts)
    return [_sheet(*each) for each in zip(pages, texts, printed, found, strict=True)]


def _parted(texts: list[list[RecognizedBlock]]) -> list[list[RecognizedBlock]]:
    """Part blocks where white space does: programs put titles into one paragraph."""
    steps = [
        step
        for text in texts
        for block in text
        for one, other in pairwise(block.lines)
        if (step := _step(one, other)) > 0
    ]
    if not steps:
        return texts
    pitch = median(steps)
    return [[part for b in text for part in _parts(b, pitch)] for text in texts]


def _parts(block: RecognizedBlock, pitch: float) -> list[RecognizedBlock]:
    cuts = [
        number
        for number, (one, other) in enumerate(pairwise(block.lines), 1)
        if _step(one, other) > _APART * pitch
    ]
    bounds = pairwise((0, *cuts, len(block.lines)))
    return [replace(block, lines=block.lines[start:end]) for start, end in bounds]


def _step(one: Line, other: Line) -> float:
    """Give how far apart the middles of two lines stand."""
    return (other.box.top + other.box.bottom - one.box.top - one.box.bottom) / 2


def _sheet(
    page: RecognizedPage, text: list[RecognizedBlock], printed: Printed, found: Found
) -> Sheet:
    margins = _margins(page, printed, found)
    drop = {id(printed.lines[index]) for index in found}
    kept = [_without(block, drop) for block in text]
    blocks = [b for b in kept if b.lines and b.place is not Place.NOTE]
    notes = [_note(b) for b in kept if b.lines and b.place is Place.NOTE]
    return Sheet(
        page.label,
        page.width,
        page.height,
        image=page.image,
        heads=tuple(m for m in margins if m.line.box.top < page.height / 2),
        blocks=tuple(_blocks(blocks)),
        notes=tuple(notes),
        feet=tuple(m for m in margins if m.line.box.top >= page.height / 2),
    )


def _margins(page: RecognizedPage, printed: Printed, found: Found) -> list[Margin]:
    reasons = {id(printed.lines[index]): reason for index, reason in found.items()}
    lines = [printed.lines[index] for index in found]
    for block in page.blocks:
        if block.place in _MARGINS:
            lines += block.lines
            reasons.update((id(line), str(block.place)) for line in block.lines)
    return [Margin(line, reasons[id(line)]) for row in rows(lines) for line in row]


def _without(block: RecognizedBlock, drop: set[int]) -> RecognizedBlock:
    lines = tuple(line for line in block.lines if id(line) not in drop)
    return block if len(lines) == len(block.lines) else replace(block, lines=lines)


def _blocks(blocks: list[RecognizedBlock]) -> list[Block]:
    right = max((_right(block.lines) for block in blocks), default=0.0)
    left = min((_left(block.lines) for block in blocks), default=0.0)
    last = len(blocks) - 1
    return [
        Block(
            lines=block.lines,
            level=1 if block.place is Place.HEADING else None,
            indent=max(0.0, block.lines[0].box.left - left),
            centred=block.centred,
            room=right - block.lines[-1].box.right,
            top=number == 0,
            bottom=number == last,
        )
        for number, block in enumerate(blocks)
    ]


def _right(lines: Sequence[Line]) -> float:
    return max(line.box.right for line in lines)


def _left(lines: Sequence[Line]) -> float:
    return min(line.box.left for line in lines)


def _note(block: RecognizedBlock) -> FootNote:
    mark = _MARK.match(block.lines[0].text)
    return FootNote(block.lines, mark.end() if mark else 0)
