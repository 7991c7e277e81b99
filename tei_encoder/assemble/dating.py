"""Finds when the conversation took place, as the page says (ISAD(G) 3.1.3)."""

from collections.abc import Iterator
from dataclasses import replace

from tei_encoder.assemble.page import Page
from tei_encoder.language.dates import DateMatch, find_dates, parse_date
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Certainty, Statement
from tei_encoder.model.source import Span

#: where a date is looked for, the likeliest first
PLACES = (Kind.DATE, Kind.PLACE, Kind.TITLE, Kind.SETTING, Kind.HEADING, Kind.OTHER)


def conversation_date(page: Page) -> Statement | None:
    """Give the date of the conversation, or of the record where no other is told.

    A date that cannot be read is given as printed, without a normalized form.
    """
    for block in _candidates(page):
        for match in dates_in(page, page.span(block)):
            if match.reading.iso is not None:
                return page.state(match.span, match.reading.iso)
    return next((page.state(page.span(b)) for b in _date_blocks(page)), None)


def typescript_dates(page: Page) -> tuple[tuple[str, Statement], ...]:
    """Give the dates of the paper: they say when it was typed or signed."""
    return tuple(
        ("typescript", replace(dated, certainty=Certainty.MEDIUM))
        for block in page.of_field(Field.COLOPHON_DATE)
        if (dated := _first_date(page, page.span(block))) is not None
    )


def dates_in(page: Page, span: Span) -> list[DateMatch]:
    """Find the dates in a range of the page, in its languages."""
    words = span.of(page.text)
    whole = parse_date(words, _tags(page))
    if whole is not None:
        return [DateMatch(span, whole)]
    return [
        replace(
            match,
            span=Span(span.start + match.span.start, span.start + match.span.end),
        )
        for match in find_dates(words, _tags(page))
    ]


def _tags(page: Page) -> tuple[str, ...]:
    return page.tags if page.language != "und" else ()


def _first_date(page: Page, span: Span) -> Statement | None:
    for match in dates_in(page, span):
        return page.state(match.span, match.reading.iso)
    return None


def _date_blocks(page: Page) -> Iterator[Block]:
    return (b for b in page.of_kind(Kind.DATE) if b.field is not Field.COLOPHON_DATE)


def _candidates(page: Page) -> Iterator[Block]:
    front = set(page.front)
    for kind in PLACES:
        for block in page.of_kind(kind):
            if block.field is None and (block in front or kind is Kind.DATE):
                yield block
    yield from page.of_field(Field.CITATION)
