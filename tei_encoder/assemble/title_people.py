"""Finds whom a title names as meeting (`Conversation between A and B`, `… with B`)."""

import re
from collections.abc import Iterator

from tei_encoder.assemble.appellation import Nature
from tei_encoder.assemble.attendance import mention
from tei_encoder.assemble.dating import dates_in
from tei_encoder.assemble.identity import Mention, Origin
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.roster import Listed, read_item
from tei_encoder.assemble.titles import title
from tei_encoder.assemble.wording import tokens
from tei_encoder.model.block import Kind
from tei_encoder.model.source import Span

DASH = re.compile(r"\s[–—-]\s")
#: the person before `with`: `Conversation of A with B`, `A’s Conversation with B`
BEFORE = re.compile(r"(?:^|\s)of\s+(?P<of>.+?)(?:['’]s\s.*)?\s*$")


def people_in_titles(page: Page) -> Iterator[Mention]:
    """Give the persons whom the title, or a heading before the body, says to meet."""
    for span in _headlines(page):
        if find_phrase(page.text, span, phrases(page.tags, "meetings")) is None:
            continue
        for phrase in _meeting_words(page, span):
            for one in _after(page, Span(phrase.end, span.end)):
                yield mention(page, one, Origin.TITLE, one.span)


def _headlines(page: Page) -> Iterator[Span]:
    named = title(page)
    if named is not None and named.span is not None:
        yield named.span
    for block in page.front:
        if block.kind is Kind.HEADING and block.field is None:
            yield page.span(block)


def _meeting_words(page: Page, span: Span) -> Iterator[Span]:
    found = find_phrase(page.text, span, phrases(page.tags, "between"))
    if found is not None:
        yield found


def _after(page: Page, span: Span) -> Iterator[Listed]:
    """Give the names up to the one after the last `and`; without one, the first."""
    for match in dates_in(page, span):
        span = Span(span.start, match.span.start)
        break
    listed = [
        one
        for one in read_item(page.text, span, page.lexicon)
        if one.appellation.nature is Nature.PERSON
    ]
    joiners = [
        t.start for t in tokens(page.text, span) if t.folded in page.lexicon.joiners
    ]
    joiners += [m.start() for m in DASH.finditer(page.text, span.start, span.end)]
    last = min(joiners, default=span.start)
    for one in listed:
        yield one
        if one.span.start > last:
            return
