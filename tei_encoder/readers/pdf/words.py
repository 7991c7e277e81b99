"""The words of a PDF page, each in one look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tei_encoder.readers.pdf.glyphs import Glyphs, Look, Print

#: pdfium writes U+FFFE for a hyphen at a line's end, and no line end after it
HYPHEN: Final = "\ufffe"
_WORD: Final = re.compile(f"[^\\s{HYPHEN}]*{HYPHEN}|[^\\s{HYPHEN}]+")
#: how far apart two baselines may lie that are one, in points
_LEVEL: Final = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or the part of one that has one look.

    `before` is the white space before it, as pdfium gives it; `area` is left, bottom,
    right, top; `origin` a point on its baseline; `first` counts characters of the
    page.
    """

    text: str
    before: str
    area: tuple[float, float, float, float]
    origin: tuple[float, float]
    look: Look
    first: int


def words(glyphs: Glyphs) -> Iterator[Word]:
    """Give the words of a page in the order in which they were written."""
    text, end = glyphs.text(), 0
    for found in _WORD.finditer(text):
        yield from _pieces(glyphs, text, found.span(), text[end : found.start()])
        end = found.end()


def _pieces(
    glyphs: Glyphs, text: str, word: tuple[int, int], before: str
) -> Iterator[Word]:
    """Give a word, or its parts where it changes its look (a raised note mark).

    It is looked at its ends and at those within its quotation marks: to ask for every
    character would take four times as long.
    """
    start, end = word
    probes = [start, end - 1]
    if not (text[start].isalnum() and text[end - 1].isalnum()):
        letters = [i for i in range(start, end) if text[i].isalnum()]
        probes += letters[:1] + letters[-1:]
    first = glyphs.print(start)
    if all(_same(first, glyphs.print(probe)) for probe in probes[1:]):
        yield _word(glyphs, text, word, before, first)
        return
    for begin, stop in _parts(glyphs, start, end):
        yield _word(glyphs, text, (begin, stop), before, glyphs.print(begin))
        before = ""


def _same(one: Print, other: Print) -> bool:
    return one is other or (
        one.look == other.look and abs(one.level() - other.level()) < _LEVEL
    )


def _parts(glyphs: Glyphs, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for index in range(start + 1, end):
        if not _same(glyphs.print(begin), glyphs.print(index)):
            yield begin, index
            begin = index
    yield begin, end


def _word(
    glyphs: Glyphs, text: str, span: tuple[int, int], before: str, look: Print
) -> Word:
    start, end = span
    area = glyphs.box(start)
    if end - start > 1:
        left, bottom, right, top = area
        other = glyphs.box(end - 1)
        area = (
            min(left, other[0]),
            min(bottom, other[1]),
            max(right, other[2]),
            max(top, other[3]),
        )
    words = text[start:end].replace(HYPHEN, "-")
    return Word(words, before, area, look.origin, look.look, start)
