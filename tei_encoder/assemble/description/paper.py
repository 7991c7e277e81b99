"""Finds what a page tells of the paper: copies, pages, hand and type (ISAD(G) 3.1.5).

Copies have lines of their own; a count of pages stands in brackets in the head or
beside the number of the record.
"""

import re
from collections.abc import Iterator

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.language.load import languages, words
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

HEAD = frozenset({Kind.TITLE, Kind.HEADING, Kind.OTHER, Kind.ABSTRACT, Kind.NOTE})
COUNT = re.compile(r"[(\[]\s*(?P<count>\d{1,4}\s?(?P<unit>[^\W\d_]+\.?))\s*[)\]]")


def extents(page: Page) -> tuple[Statement, ...]:
    """Give the lines on copies and the counts of pages, in the order of the page."""
    found = [page.span(block) for block in page.of_field(Field.COPIES)]
    for block in page.of_field(Field.CLASSIFICATION):
        found += _under_marking(page, block)
    found += _counts(page)
    return tuple(page.state(span) for span in sorted(found))


def remarks_on_paper(page: Page) -> tuple[Statement, ...]:
    """Give the notes on hand, type and letterhead."""
    return tuple(page.state(page.span(b)) for b in page.of_field(Field.PAPER))


def _under_marking(page: Page, block: Block) -> Iterator[Span]:
    """Give the lines under a mark of secrecy, which count copies or pages."""
    start = page.span(block).start
    for number, line in enumerate(page.words(block).splitlines(keepends=True)):
        span = Span(start, start + len(line)).trimmed(page.text)
        start += len(line)
        numbered = find_phrase(
            page.text, span, phrases(page.tags, "registry"), at_start=True
        )
        if number and numbered is None and any(map(str.isdigit, line)):
            yield span


def _counts(page: Page) -> Iterator[Span]:
    units = _units(page)
    ends = (*page.front, *page.of_field(Field.NUMBER))
    for block in dict.fromkeys(ends):
        if block.kind in HEAD and block.field in {None, Field.NUMBER}:
            for match in COUNT.finditer(page.text, block.span.start, block.span.end):
                if match["unit"].rstrip(".").casefold() in units:
                    yield Span(*match.span("count"))


def _units(page: Page) -> frozenset[str]:
    """Give the words for pages and leaves: those of shelf marks and of counts."""
    shelf = {w for tag in languages() for w in words(tag, "citation").get("pages", ())}
    return frozenset({*shelf, *phrases(page.tags, "pages_counted")})
