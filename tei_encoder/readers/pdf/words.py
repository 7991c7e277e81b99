"""The words of a PDF page, each in one look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
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
    """Give the words of a page in the order in which they were written.

    To ask pdfium for every character would take four times as long: a word is looked
    at where it begins, and at its end where a mark may be raised, or where the next
    word looks different.
    """
    text, before = glyphs.text(), 0
    spans = [found.span() for found in _WORD.finditer(text)]
    starts = [glyphs.print(start) for start, _ in spans]
    for number, (start, end) in enumerate(spans):
        following = starts[number + 1] if number + 1 < len(spans) else None
        parts = [(start, end)]
        if not _plain(text, start, end, starts[number], following):
            parts = _parts(glyphs, text, start, end)
        space = text[before:start]
        for part in parts:
            yield _word(glyphs, text, part, space)
            space = ""
        before = end


def _plain(
    text: str, start: int, end: int, look: Print, following: Print | None
) -> bool:
    """Tell a word of letters, of which the next one has the look."""
    if not (text[start].isalpha() and text[end - 1].isalpha()):
        return False
    return following is not None and look.look == following.look


def _parts(glyphs: Glyphs, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a word where its look changes, seen at its ends and within its marks."""
    probes = [start, end - 1]
    letters = [i for i in range(start, end) if text[i].isalnum()]
    probes += letters[:1] + letters[-1:]
    first = glyphs.print(start)
    if all(_same(first, glyphs.print(probe)) for probe in probes[1:]):
        return [(start, end)]
    cuts = [
        index
        for index in range(start + 1, end)
        if not _same(glyphs.print(index - 1), glyphs.print(index))
    ]
    return list(pairwise((start, *cuts, end)))


def _same(one: Print, other: Print) -> bool:
    return one is other or (
        one.look == other.look and abs(one.level() - other.level()) < _LEVEL
    )


def _word(glyphs: Glyphs, text: str, span: tuple[int, int], before: str) -> Word:
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
    look = glyphs.print(start)
    words = text[start:end].replace(HYPHEN, "-")
    return Word(words, before, area, look.origin, look.look, start)
