"""One owner's projection against the words of the source.

Equal means equal, code point for code point, with one relaxation: a run of white
space that holds a line end may have become one space, `lb` or `pb`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_encoder.model.source import Span
from tei_encoder.tei.owners import BREAK, Owner, marks_of

_TOKEN = re.compile(rf"[\s{BREAK}]+|[^\s{BREAK}]+")
_SPACE = re.compile(r"\s*")
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where source and projection part.

    `at` is an offset of the reading text; `source` and `given` are the words there.
    """

    at: int
    source: str
    given: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """What an owner covers, in document order: ranges of its own, and nested owners."""

    pieces: tuple[Span | Owner, ...]
    difference: Difference | None = None


def align(owner: Owner, text: str) -> Alignment:
    """Compare an owner with the source; linear in the length of both."""
    marks = marks_of(owner, text)
    ranges = owner.ranges[len(marks) :]
    projection, nested = _flattened(owner)
    expected = "".join(span.of(text) for span in ranges)
    places, failed = _matched(projection, expected, [at for at, _ in nested])
    if failed is not None:
        here, there = failed
        difference = Difference(
            _absolute(ranges, there),
            _words(expected, there),
            _words(projection.replace(BREAK, " "), here),
        )
        return Alignment((*ranges, *(inner for _, inner in nested)), difference)
    inner = [owner for _, owner in nested]
    pieces = tuple(_woven(ranges, list(zip(places, inner, strict=True))))
    return Alignment((*marks, *pieces))


def _flattened(owner: Owner) -> tuple[str, list[tuple[int, Owner]]]:
    strings: list[str] = []
    nested: list[tuple[int, Owner]] = []
    length = 0
    for piece in owner.pieces:
        if isinstance(piece, Owner):
            nested.append((length, piece))
        else:
            strings.append(piece)
            length += len(piece)
    return "".join(strings), nested


def _matched(
    projection: str, expected: str, wanted: list[int]
) -> tuple[list[int], tuple[int, int] | None]:
    """Map offsets of the projection to offsets of the expected words.

    Returns the mapped offsets, and where the two part (None: nowhere).
    Equal strings, as most are, need no mapping; others are followed word by word.
    """
    if projection == expected:
        return wanted, None
    mapped: list[int] = []
    there = 0
    for token in _TOKEN.finditer(projection):
        after = _step(token[0], expected, there)
        if after is None:
            return mapped, (token.start(), there)
        while len(mapped) < len(wanted) and wanted[len(mapped)] < token.end():
            inside = wanted[len(mapped)] - token.start()
            mapped.append(min(there + inside, after))
        there = after
    mapped += [there] * (len(wanted) - len(mapped))
    return mapped, None if there == len(expected) else (len(projection), there)


def _step(token: str, expected: str, there: int) -> int | None:
    """Give the offset after `token` in the expected words, or None."""
    if not token[0].isspace() and token[0] != BREAK:
        return there + len(token) if expected.startswith(token, there) else None
    match = _SPACE.match(expected, there)
    run = match[0] if match else ""
    spaces = token.replace(BREAK, "")
    relaxed = spaces == " " or (not spaces and BREAK in token)
    if spaces == run or (relaxed and _LINE_END.search(run)):
        return there + len(run)
    return None


def _woven(
    ranges: tuple[Span, ...], nested: list[tuple[int, Owner]]
) -> Iterator[Span | Owner]:
    """Cut the ranges where other owners are nested (offsets of the joined ranges)."""
    passed = 0
    waiting = iter([*nested, (-1, None)])
    at, inner = next(waiting)
    for span in ranges:
        start = span.start
        while inner is not None and at < passed + len(span):
            cut = span.start + at - passed
            if cut > start:
                yield Span(start, cut)
            yield inner
            start = cut
            at, inner = next(waiting)
        yield Span(start, span.end)
        passed += len(span)
    while inner is not None:
        yield inner
        at, inner = next(waiting)


def _absolute(ranges: tuple[Span, ...], offset: int) -> int:
    for span in ranges:
        if offset < len(span):
            return span.start + offset
        offset -= len(span)
    return ranges[-1].end if ranges else 0


def _words(text: str, at: int) -> str:
    """Give a few words from `at`, starting with the word that `at` stands in."""
    start = at
    while start > max(0, at - 20) and not text[start - 1].isspace():
        start -= 1
    return text[start : at + 40]
