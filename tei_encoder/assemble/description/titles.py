"""Finds the title of a record and what kind of record it says it is."""

import re

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

NUMBER = re.compile(r"\d{1,4}\.\s+(?=\S)")
#: the sign of a footnote that a page glues to the last word of a title
FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
QUOTED = re.compile(r"[\[\s]*[\"“«„](?P<title>[^\"“”«»]{8,}?)[,.]?[\"”»]")


def title(page: Page) -> Statement | None:
    """Give the title: the title line, one quoted by the citation, else a heading."""
    lines = [_bare(page, page.span(block)) for block in page.of_kind(Kind.TITLE)]
    if lines:
        return page.state(_fuller(page, lines))
    for block in page.of_field(Field.CITATION):
        if quoted := QUOTED.match(page.text, block.span.start, block.span.end):
            return page.state(Span(*quoted.span("title")))
    for block in page.front:
        if block.kind is Kind.HEADING and block.field is None:
            span = _bare(page, page.span(block))
            if _can_be_title(span.of(page.text)):
                return page.state(span)
    return None


def genre(page: Page) -> Statement | None:
    """Give the type of record: a line that states it, else the words of the title."""
    for block in page.of_field(Field.RECORD_TYPE):
        return page.state(page.span(block))
    named = title(page)
    if named is None or named.span is None:
        return None
    found = find_phrase(
        page.text, named.span, phrases(page.tags, "genres"), at_start=True
    )
    return page.state(found) if found else None


def _fuller(page: Page, lines: list[Span]) -> Span:
    """Give the first title, or the one that repeats it with more words."""
    first = lines[0].of(page.text).casefold()
    longer = (s for s in lines[1:] if s.of(page.text).casefold().startswith(first))
    return next(longer, lines[0])


def _can_be_title(words: str) -> bool:
    """Refuse captions (`Present:`) and bare numbers."""
    return not words.endswith(":") and any(char.isalpha() for char in words)


def _bare(page: Page, span: Span) -> Span:
    if number := NUMBER.match(page.text, span.start, span.end):
        span = Span(number.end(), span.end)
    if note := FOOTNOTE.search(span.of(page.text)):
        span = Span(span.start, span.start + note.start())
    return span.trimmed(page.text)
