"""Recognized pages as their files state them: words, lines and blocks in boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.sheet import Box, Line, Run, WordBox, around


class Place(StrEnum):
    """What a file says that a block is; most say nothing."""

    TEXT = "text"
    HEAD = "running-head"
    FOOT = "running-foot"
    PAGE_NUMBER = "page-number"
    NOTE = "note"
    HEADING = "heading"
    MARGIN = "marginalia"


@dataclass(frozen=True, slots=True)
class RecognizedWord:
    """A word as printed, its hyphen included; `confidence` is from 0 to 1."""

    text: str
    box: Box | None = None
    confidence: float | None = None
    styles: frozenset[Style] = frozenset()


@dataclass(frozen=True, slots=True)
class RecognizedBlock:
    """The lines of a paragraph, and what the file says that they are."""

    lines: tuple[Line, ...]
    place: Place = Place.TEXT
    centred: bool = False


@dataclass(slots=True)
class RecognizedPage:
    """A page image and its blocks in reading order; sizes are in its own units."""

    label: str
    width: float = 0.0
    height: float = 0.0
    image: str = ""
    blocks: list[RecognizedBlock] = field(default_factory=list)


NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


def recognized_line(
    words: Sequence[RecognizedWord], box: Box | None, text: str | None = None
) -> Line | None:
    """Give a line of words, parted by spaces; None where there are none.

    `text` are the words of the line where the file states them apart: then words are
    sought in it, one after the other, and those that are not there have no place.
    """
    words = [word for word in words if word.text]
    spans = _spans(words, text)
    if text is None:
        text = " ".join(word.text for word in words)
    boxes = [word.box for word in words if word.box]
    where = box or (around(boxes) if boxes else NOWHERE)
    if not text.strip():
        return None
    return Line(
        text=text,
        box=where,
        baseline=where.bottom,
        lead=_lead(text, where, boxes),
        runs=tuple(_runs(words, spans)),
        words=_placed(words, spans) or (WordBox(0, len(text), where, None),),
    )


def _spans(
    words: Sequence[RecognizedWord], text: str | None
) -> list[tuple[int, int] | None]:
    """Give where words stand in the text of their line."""
    spans: list[tuple[int, int] | None] = []
    place = 0
    for word in words:
        start = place if text is None else text.find(word.text, place)
        if start < 0:
            spans.append(None)
            continue
        spans.append((start, start + len(word.text)))
        place = start + len(word.text) + (text is None)
    return spans


def _lead(text: str, where: Box, boxes: list[Box]) -> float:
    """Give the width of the first word, estimated where it has no box."""
    if boxes:
        return boxes[0].width
    first = text.split(maxsplit=1)[0]
    return where.width * len(first) / len(text)


def _runs(
    words: Sequence[RecognizedWord], spans: list[tuple[int, int] | None]
) -> list[Run]:
    """Give the styles, joined over the spaces between words of one style."""
    runs: list[Run] = []
    last: dict[Style, tuple[int, int]] = {}
    for number, (word, span) in enumerate(zip(words, spans, strict=True)):
        if span is None:
            continue
        for style in sorted(word.styles):
            before = last.get(style)
            if before and before[0] == number - 1:
                runs[before[1]] = Run(runs[before[1]].start, span[1], style)
                last[style] = (number, before[1])
            else:
                last[style] = (number, len(runs))
                runs.append(Run(*span, style))
    return runs


def _placed(
    words: Sequence[RecognizedWord], spans: list[tuple[int, int] | None]
) -> tuple[WordBox, ...]:
    return tuple(
        WordBox(*span, word.box, word.confidence)
        for word, span in zip(words, spans, strict=True)
        if span and word.box
    )
