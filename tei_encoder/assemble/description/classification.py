"""Finds the classification of a record, as printed on it or told by its source note."""

import re
from collections.abc import Iterator

from tei_encoder.assemble.description.citation import source_notes
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.sentences import sentences
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

#: what an editor sets before the words of a stamp, and words of a marking at most
STAMP = re.compile(r"[\[(](?P<stamp>[^\[\]()]{2,40}?):?[\])]:?\s*")
WORDS = 6
MARKS = " ;,./()[]"


def classification(page: Page) -> tuple[Statement, ...]:
    """Give the markings, in the order of the page."""
    marked = [
        page.state(_bare(page, line))
        for block in page.of_field(Field.CLASSIFICATION)
        for line in _lines(page, block)
    ]
    marked += [page.state(span) for span in _stamped(page)]
    return tuple(marked) or tuple(_in_source_notes(page))


def _lines(page: Page, block: Block) -> Iterator[Span]:
    """Give the marking, without the lines under it that count copies or pages."""
    span = page.span(block)
    first = page.words(block).splitlines()[0]
    yield Span(span.start, span.start + len(first)).trimmed(page.text)


def _stamped(page: Page) -> Iterator[Span]:
    """Read what a stamp says, where it is a marking (`[stamp:] Classified`)."""
    for block in page.of_kind(Kind.NOTE):
        if stamp := STAMP.match(page.text, block.span.start, block.span.end):
            said = Span(*stamp.span("stamp"))
            rest = Span(stamp.end(), page.span(block).end)
            wanted = phrases(page.tags, "classification")
            if (
                find_phrase(page.text, said, phrases(page.tags, "stamp"))
                and find_phrase(page.text, rest, wanted)
                and len(rest.of(page.text).split()) <= WORDS
            ):
                yield rest


def _bare(page: Page, span: Span) -> Span:
    """Leave out the brackets around a marking (`(Top Secret)`)."""
    words = span.of(page.text)
    if words[:1] == "(" and words[-1:] == ")":
        return Span(span.start + 1, span.end - 1).trimmed(page.text)
    return span


def _in_source_notes(page: Page) -> Iterator[Statement]:
    """Give the sentence after a citation if it is nothing but markings."""
    for cited in source_notes(page):
        for block in page.blocks:
            if block.span.start <= cited.start < block.span.end:
                rest = Span(cited.end, block.span.end)
                for sentence in sentences(page.text, rest, page.lexicon):
                    if _is_marking(page, sentence):
                        yield page.state(_without_stop(page, sentence))
                    break


def _is_marking(page: Page, span: Span) -> bool:
    wanted = phrases(page.tags, "classification")
    start = span.start
    while start < span.end:
        found = find_phrase(page.text, Span(start, span.end), wanted, at_start=True)
        if found is not None:
            start = found.end
        elif page.text[start] in MARKS:
            start += 1
        else:
            return False
    return len(span) > 0


def _without_stop(page: Page, span: Span) -> Span:
    return Span(span.start, span.end - 1) if page.text[span.end - 1] == "." else span
