"""Finds when the conversation took place, as the page says (ISAD(G) 3.1.3)."""

from collections.abc import Iterator
from dataclasses import replace

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.sentences import sentences
from tei_encoder.language.dates import DateMatch, find_dates, parse_date
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Certainty, Statement
from tei_encoder.model.source import Span

#: where a date is looked for, the likeliest first
PLACES = (Kind.DATE, Kind.PLACE, Kind.TITLE, Kind.SETTING, Kind.HEADING, Kind.OTHER)
#: how long a W3C date with its day is; a sentence that tells less may mean another day
WHOLE_DAY = 10


def conversation_date(page: Page) -> Statement | None:
    """Give the date of the conversation, or of the record where no other is told.

    A date that cannot be read is given as printed, without a normalized form.
    """
    for span in (page.span(block) for block in _blocks(page)):
        for match in dates_in(page, span):
            if match.reading.iso is not None:
                return page.state(match.span, match.reading.iso)
    for span in told(page):
        for match in dates_in(page, span):
            if match.reading.when and len(match.reading.when) == WHOLE_DAY:
                return page.state(match.span, match.reading.when)
    printed = next((page.state(page.span(b)) for b in _date_lines(page)), None)
    return printed or _said(page)


def typescript_dates(page: Page) -> tuple[tuple[str, Statement], ...]:
    """Give the dates of the paper: they say when it was typed or signed."""
    colophons = [b for b in page.of_kind(Kind.COLOPHON) if dates_in(page, page.span(b))]
    return tuple(
        (_dated_by(block), replace(dated, certainty=Certainty.MEDIUM))
        for block in dict.fromkeys((*page.of_field(Field.COLOPHON_DATE), *colophons))
        if (dated := _first_date(page, page.span(block))) is not None
    )


def _dated_by(block: Block) -> str:
    return "signature" if block.field is Field.SIGNATURE else "typescript"


def dates_in(page: Page, span: Span) -> list[DateMatch]:
    """Find the dates in a range of the page, in its languages."""
    words = span.of(page.text)
    whole = parse_date(words, languages_of(page))
    if whole is not None:
        found = span.of(page.text).rstrip(" .,;:")
        return [DateMatch(Span(span.start, span.start + len(found)), whole)]
    return [
        replace(
            match,
            span=Span(span.start + match.span.start, span.start + match.span.end),
        )
        for match in find_dates(words, languages_of(page))
    ]


def languages_of(page: Page) -> tuple[str, ...]:
    """Give the languages to read dates in; all where the page's is not known."""
    return page.tags if page.language != "und" else ()


def _first_date(page: Page, span: Span) -> Statement | None:
    for match in dates_in(page, span):
        return page.state(match.span, match.reading.iso)
    return None


def _date_lines(page: Page) -> Iterator[Block]:
    return (b for b in page.of_kind(Kind.DATE) if b.field is not Field.COLOPHON_DATE)


def _blocks(page: Page) -> Iterator[Block]:
    front = set(page.front)
    for kind in PLACES:
        for block in page.of_kind(kind):
            if block.field is None and (block in front or kind is Kind.DATE):
                yield block
    yield from page.of_field(Field.CITATION)


def told(page: Page) -> Iterator[Span]:
    """Give what the minute-taker tells before the first turn and after the last."""
    turns = [n for n, block in enumerate(page.blocks) if block.kind is Kind.TURN]
    for number, block in enumerate(page.blocks):
        if block.kind is not Kind.NARRATION:
            continue
        outside = turns and not turns[0] < number < turns[-1]
        if outside or parse_date(page.words(block), languages_of(page)) is not None:
            yield page.span(block)


def _said(page: Page) -> Statement | None:
    """Give the date that whoever opens the conversation calls today's."""
    for block in page.of_kind(Kind.TURN):
        for sentence in sentences(page.text, page.span(block), page.lexicon):
            if find_phrase(page.text, sentence, phrases(page.tags, "today")) is None:
                continue
            dated = _first_date(page, sentence)
            if dated is not None and dated.when:
                return replace(dated, certainty=Certainty.HIGH)
        return None
    return None
