"""Running heads, running feet and page numbers: known by place and repetition.

A line is one where a page nearby has nearly the same line at nearly the same height,
outside all lines that are none; numbers may differ.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median
from typing import Final

from tei_encoder.readers.pages.sheet import Line, rows

#: how many rows at an edge of a page can be such lines
_ROWS: Final = 3
#: pages before and after that a line is looked for on (left and right pages differ)
_NEAR: Final = (-2, -1, 1, 2)
#: how far two such lines may differ in height, as a share of the page
_DRIFT: Final = 0.012
#: how alike they must be, for what was recognized may hold wrong letters
_ALIKE: Final = 0.85
#: the part of a page, from either edge, that such lines stand in
_ZONE: Final = 0.2
#: space that parts such lines from the text (in distances of rows)
_APART: Final = 1.3
#: how many pages nearby (or all, at either end of a file) must have the line where
#: no space parts it from the text
_SURE: Final = 3
#: letters that may stand with a page's number (`Page 3 of 9`)
_LETTERS: Final = 12
_NUMBER: Final = re.compile(r"\d+")
_ROMAN: Final = re.compile(r"[ivxlc]+|[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """The lines of a page, in any order, and its height."""

    lines: tuple[Line, ...]
    height: float


Found = dict[int, str]


@dataclass(frozen=True, slots=True)
class _Edge:
    """The rows at an edge of a page, outermost first: indexes of lines.

    `gaps` tells of each whether it stands further from the next one than rows do.
    """

    rows: tuple[tuple[int, ...], ...]
    gaps: tuple[bool, ...]


def furniture(pages: Sequence[Printed]) -> tuple[Found, ...]:
    """Give, for each page, the reason of each line that is no running text.

    The keys are indexes of lines; reasons are `running-head`, `running-foot` and
    `page-number`.
    """
    found: list[Found] = [{} for _ in pages]
    for top in (True, False):
        edges = [_edge(page, top=top) for page in pages]
        for number in range(len(pages)):
            reason = "running-head" if top else "running-foot"
            found[number].update(_peeled(pages, edges, number, reason))
    return tuple(found)


def _edge(page: Printed, *, top: bool) -> _Edge:
    """Give the outermost rows that lie near the edge."""
    every = rows(page.lines)
    middles = [(row[0].box.top + row[0].box.bottom) / 2 for row in every]
    steps = [other - one for one, other in pairwise(middles)]
    apart = [step > _APART * median(steps) for step in steps]
    if not top:
        every, apart = every[::-1], apart[::-1]
    places = {id(line): index for index, line in enumerate(page.lines)}
    outer = [row for row in every[:_ROWS] if _near_edge(page, row, top=top)]
    return _Edge(
        tuple(tuple(places[id(line)] for line in row) for row in outer),
        (*apart, True)[: len(outer)],
    )


def _near_edge(page: Printed, row: list[Line], *, top: bool) -> bool:
    reach = page.height * _ZONE
    if top:
        return all(line.box.top < reach for line in row)
    return all(line.box.bottom > page.height - reach for line in row)


def _peeled(
    pages: Sequence[Printed], edges: list[_Edge], number: int, reason: str
) -> Found:
    """Give the lines of a page's edge, row by row, as long as whole rows repeat.

    The first line of the text may be that of the page before, too (a label): a row
    that is like one or two others is furniture only where space parts it from the
    text.
    """
    found: Found = {}
    kept: Found = {}
    near = sum(0 <= number + step < len(pages) for step in _NEAR)
    for row, gap in zip(edges[number].rows, edges[number].gaps, strict=True):
        told = [_told(pages, edges, number, index) for index in row]
        if not all(count or alike for count, alike in told):
            break
        for index, (count, _) in zip(row, told, strict=True):
            found[index] = "page-number" if count else reason
        if gap or all(
            count >= min(2, near) or alike >= max(2, min(_SURE, near))
            for count, alike in told
        ):
            kept = dict(found)
    return kept


def _told(
    pages: Sequence[Printed], edges: list[_Edge], number: int, index: int
) -> tuple[int, int]:
    """Count the pages nearby that a line counts on from, and those with one like it."""
    page, line = pages[number], pages[number].lines[index]
    counts = alike = 0
    for step in _NEAR:
        if not 0 <= number + step < len(pages):
            continue
        other = pages[number + step]
        twins = [
            twin
            for row in edges[number + step].rows
            for twin in (other.lines[place] for place in row)
            if _same_place(page, line, twin)
        ]
        counts += any(_counts(line.text, t.text, step) for t in twins)
        alike += any(_alike(line.text, twin.text) for twin in twins)
    return counts, alike


def _same_place(page: Printed, line: Line, twin: Line) -> bool:
    drift = max(
        abs(line.box.top - twin.box.top), abs(line.box.bottom - twin.box.bottom)
    )
    return drift <= page.height * _DRIFT


def _counts(text: str, other: str, step: int) -> bool:
    """Tell whether a number rises from one text to the other as the pages do."""
    if sum(map(str.isalpha, text)) <= _LETTERS:
        here, there = _numbers(text), _numbers(other)
        if len(here) == len(there):
            return any(b - a == step for a, b in zip(here, there, strict=True))
    return False


def _numbers(text: str) -> list[int]:
    bare = text.strip(" -–—.[]()|")
    if _ROMAN.fullmatch(bare):
        return [_roman(bare.lower())]
    return [int(number[:9]) for number in _NUMBER.findall(text)]


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))


def _alike(text: str, other: str) -> bool:
    """Compare texts without their numbers; a number alone is like no other."""
    here, there = _NUMBER.sub("#", text), _NUMBER.sub("#", other)
    if here == there:
        return any(map(str.isalnum, here)) or text == other
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
