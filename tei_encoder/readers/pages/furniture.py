"""Running heads, running feet and page numbers: known by place and repetition.

A line is one where a page nearby has nearly the same line at nearly the same height,
outside all lines that are none; numbers may differ.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
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
    """The rows at an edge of a page, outermost first: indexes of lines."""

    rows: tuple[tuple[int, ...], ...]


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
    near = [i for i, line in enumerate(page.lines) if _near_edge(page, line, top=top)]
    places = {id(page.lines[i]): i for i in near}
    found = rows(page.lines[i] for i in near)
    outer = found[:_ROWS] if top else found[::-1][:_ROWS]
    return _Edge(tuple(tuple(places[id(line)] for line in row) for row in outer))


def _near_edge(page: Printed, line: Line, *, top: bool) -> bool:
    reach = page.height * _ZONE
    return line.box.top < reach if top else line.box.bottom > page.height - reach


def _peeled(
    pages: Sequence[Printed], edges: list[_Edge], number: int, reason: str
) -> Iterator[tuple[int, str]]:
    """Give the lines of a page's edge, row by row, as long as whole rows repeat."""
    for row in edges[number].rows:
        reasons = [_reason(pages, edges, number, index, reason) for index in row]
        if None in reasons:
            return
        yield from ((i, r) for i, r in zip(row, reasons, strict=True) if r)


def _reason(
    pages: Sequence[Printed],
    edges: list[_Edge],
    number: int,
    index: int,
    reason: str,
) -> str | None:
    """Say what a line is; None where no page nearby has one like it."""
    page, line = pages[number], pages[number].lines[index]
    alike = False
    for step in _NEAR:
        if not 0 <= number + step < len(pages):
            continue
        other = pages[number + step]
        for place in (i for row in edges[number + step].rows for i in row):
            twin = other.lines[place]
            if not _same_place(page, line, twin):
                continue
            if _counts(line.text, twin.text, step):
                return "page-number"
            alike = alike or _alike(line.text, twin.text)
    return reason if alike else None


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
