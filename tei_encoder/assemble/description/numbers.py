"""Finds the numbers of a record in a series or registry (ISAD(G) 3.1.1).

A number has a word or sign before it (`No. 13-op`, `Número de expediente 130/62`), or
fills what a date line leaves over (`…, Pb 176/125`); a running head of a series has
several parts, of which one is a number (`series P · number 27`).
"""

import re
from collections.abc import Iterator

from tei_encoder.assemble.description.dating import dates_in
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import phrases
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

COUNTED = re.compile(r"\s*[(\[][^()\[\]]*[)\]][.\s]*$")
REST = re.compile(r"[\s,;*]+(?P<number>[^\W\d_]{1,6}[.\s]{0,2}\d[\d/.-]*\d)\s*$")
PARTS = re.compile(r"\s+[·•|]\s+")
VALUE = r"\s*(?P<value>\d[\w/.-]*\d)"
LINES = frozenset({Kind.HEADING, Kind.TITLE, Kind.OTHER, Kind.SOURCE})


def record_numbers(page: Page) -> tuple[Statement, ...]:
    """Give the numbers that the page states for the record, in its order."""
    found = dict.fromkeys((*_lines(page), *_dated(page), *_series(page), *_filed(page)))
    return tuple(page.state(span) for span in sorted(found))


def _lines(page: Page) -> Iterator[Span]:
    """Read the lines that are numbers, without a count of pages behind them."""
    for block in page.of_field(Field.NUMBER):
        span = page.span(block)
        counted = COUNTED.search(span.of(page.text))
        end = span.start + counted.start() if counted else span.end
        yield Span(span.start, end).trimmed(page.text)


def _dated(page: Page) -> Iterator[Span]:
    """Read what a date line has behind the date."""
    for block in page.of_kind(Kind.DATE):
        span = page.span(block)
        for match in dates_in(page, span):
            if rest := REST.fullmatch(page.text, match.span.end, span.end):
                yield Span(*rest.span("number"))
            break


def _series(page: Page) -> Iterator[Span]:
    """Read a line of several parts, one of which numbers something."""
    for block in page.front[:3]:
        words = page.words(block)
        parts = PARTS.split(words)
        if block.field is None and len(parts) > 1 and _is_numbered(page, parts):
            yield page.span(block)


def _is_numbered(page: Page, parts: list[str]) -> bool:
    known = set(phrases(page.tags, "registry"))
    return any(
        part.split()[0].casefold().rstrip(".") in known and part.split()[-1].isdigit()
        for part in parts
        if part.split()
    )


def _filed(page: Page) -> Iterator[Span]:
    """Read the number behind a word for file in a heading of the head."""
    for block in page.front:
        if block.kind in LINES and block.field in {None, Field.SUBJECT}:
            span = page.span(block)
            for word in phrases(page.tags, "file_number"):
                pattern = re.compile(rf"(?<!\w){re.escape(word)}{VALUE}", re.IGNORECASE)
                if found := pattern.search(page.text, span.start, span.end):
                    yield Span(*found.span("value"))
                    break
