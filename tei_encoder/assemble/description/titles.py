"""Finds the title of a record and what kind of record it says it is."""

import re

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.proper_names import name_after
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

NUMBER = re.compile(r"\d{1,4}\.\s+(?=\S)")
#: the sign of a footnote that a page glues to the last word of a title
FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}$")
#: a count of pages and a number in brackets, which an archive adds
COUNT = re.compile(r"\s*\(\d{1,4}\s?[^\W\d_]{1,8}\.?\)(?:\.\s*\[[^\[\]]*\d\])?$")
QUOTED = re.compile(r"[\[\s]*[\"“«„](?P<title>[^\"“”«»]{8,}?)[,.]?[\"”»]")


def title(page: Page) -> Statement | None:
    """Give the title: the title line, one quoted by the citation, else a heading."""
    lines = [
        _bare(page, page.span(block))
        for block in page.of_kind(Kind.TITLE)
        if programme(page, page.span(block)) is None
    ]
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
    heads = (page.span(b) for b in page.front if b.kind is Kind.HEADING and not b.field)
    for span in (named.span, *heads):
        wanted = phrases(page.tags, "genres")
        found = find_phrase(page.text, span, wanted, at_start=True)
        if found is not None:
            return page.state(found)
    return None


def programme(page: Page, span: Span) -> Span | None:
    """Give a range that is nothing but the name of a programme or project."""
    named = find_phrase(page.text, span, phrases(page.tags, "programmes"))
    small = page.lexicon.links | page.lexicon.articles
    whole = named is not None and name_after(page.text, span, small) == span
    return span if whole else None


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
    for sign in (FOOTNOTE, COUNT):
        if note := sign.search(span.of(page.text)):
            span = Span(span.start, span.start + note.start())
    return span.trimmed(page.text)
