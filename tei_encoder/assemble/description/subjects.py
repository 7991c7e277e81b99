"""Finds what a record says it is about, under its own captions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases, without_opening
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

CAPTIONS = frozenset({Kind.HEADING, Kind.OTHER, Kind.TITLE})
CLOSING = ":."
CAPTION = re.compile(r"\.?\s?[:：]")


def subjects(page: Page) -> tuple[Statement, ...]:
    """Give the subjects: lines of that field, or what a caption announces.

    The words stand after the caption (`Re: rice`), or on the line after it.
    """
    stated = tuple(
        page.state(_bare(page, page.span(b))) for b in page.of_field(Field.SUBJECT)
    )
    announced = (page.state(span) for span in _announced(page))
    return stated or tuple(announced) or tuple(map(page.state, _filed(page)))


def _announced(page: Page) -> Iterator[Span]:
    for block, after in pairwise((*page.front, None)):
        if block is None or block.kind not in CAPTIONS or block.field is not None:
            continue
        span = page.span(block)
        said = find_phrase(
            page.text, span, phrases(page.tags, "subject"), at_start=True
        )
        if said is None:
            continue
        rest = _stripped(page, Span(said.end, span.end))
        if len(rest):
            yield rest
        elif after is not None and _can_be_subject(after):
            yield page.span(after)


def _bare(page: Page, span: Span) -> Span:
    """Leave out the caption of a line (`Re: rice`)."""
    said = find_phrase(page.text, span, phrases(page.tags, "subject"), at_start=True)
    rest = _stripped(page, Span(said.end, span.end)) if said else span
    captioned = said is not None and CAPTION.match(page.text, said.end, span.end)
    return rest if len(rest) and captioned else span


def _filed(page: Page) -> Iterator[Span]:
    """Read the only heading of the head that ends with the number of its file."""
    found: list[Span] = []
    for block in page.front:
        span = page.span(block)
        if block.kind is Kind.HEADING and block.field is None:
            said = find_phrase(page.text, span, phrases(page.tags, "file_number"))
            if said is not None:
                before = _stripped(page, Span(span.start, said.start))
                found += [before] if len(before) else []
    return iter(found if len(found) == 1 else ())


def _can_be_subject(block: Block) -> bool:
    return block.kind in {Kind.OTHER, Kind.HEADING} and block.field is None


def _stripped(page: Page, span: Span) -> Span:
    if captioned := CAPTION.match(page.text, span.start, span.end):
        span = Span(captioned.end(), span.end)
    span = without_opening(page.text, span).trimmed(page.text)
    while len(span) and page.text[span.end - 1] in CLOSING:
        span = Span(span.start, span.end - 1)
    return span
