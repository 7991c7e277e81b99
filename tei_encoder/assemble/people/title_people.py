"""Finds whom a title names as meeting (`Conversation between A and B`, `… with B`)."""

import re
from collections.abc import Iterator
from itertools import takewhile

from tei_encoder.assemble.description.dating import dates_in
from tei_encoder.assemble.description.titles import title
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.appellation import Nature
from tei_encoder.assemble.people.attendance import mention
from tei_encoder.assemble.people.identity import Mention, Origin
from tei_encoder.assemble.people.roster import Listed, read_item
from tei_encoder.assemble.people.wording import tokens
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.model.block import Kind
from tei_encoder.model.source import Span

DASH = re.compile(r"\s[–—-]\s")


def people_in_titles(page: Page) -> Iterator[Mention]:
    """Give the persons whom the title, or a heading before the body, says to meet."""
    for span in headlines(page):
        phrase = find_phrase(page.text, span, phrases(page.tags, "between"))
        if phrase is None:
            continue
        before = _before(page, Span(span.start, phrase.start))
        met = find_phrase(page.text, span, phrases(page.tags, "meetings"))
        first = list(_mentions(page, _possessor(page, before)))
        if met is not None or (first and _is_full_name(first[0], before)):
            yield from first
            yield from _mentions(page, Span(phrase.end, span.end))


def headlines(page: Page) -> Iterator[Span]:
    """Give the title and the headings before the body."""
    named = title(page)
    if named is not None and named.span is not None:
        yield named.span
    for block in page.front:
        if block.kind is Kind.HEADING and block.field is None:
            yield page.span(block)


def _before(page: Page, span: Span) -> Span:
    """Give what stands before `with`, after any `of` (`Talk of A with B`).

    One behind an office belongs to that (`Talk of the Minister of Trade A with B`).
    """
    found = tokens(page.text, span)
    before = takewhile(lambda token: not page.lexicon.is_office(token.text), found)
    of = [token for token in before if token.folded in page.lexicon.links]
    return Span(of[-1].end if of else span.start, span.end).trimmed(page.text)


def _is_full_name(mention: Mention, before: Span) -> bool:
    one = mention.appellation
    return mention.span == before and len(one.words) + len(one.initials) > 1


def _is_somebody(page: Page, span: Span) -> bool:
    """Refuse the word for the meeting or record, which has a capital in titles."""
    said = (*phrases(page.tags, "meetings"), *phrases(page.tags, "genres"))
    return find_phrase(page.text, span, said) is None


def _possessor(page: Page, span: Span) -> Span:
    """Give the owner in `A’s Conversation`."""
    owned = re.search(r"['’]s\s", span.of(page.text))
    return Span(span.start, span.start + owned.start()) if owned else span


def _mentions(page: Page, span: Span) -> Iterator[Mention]:
    for one in _people(page, span):
        yield mention(page, one, Origin.TITLE, one.span)


def _has_honorific(page: Page, span: Span) -> bool:
    """Tell whether a name still follows (`the ambassador in Rome, Mr. A`)."""
    following = tokens(page.text, span)
    return any(page.lexicon.is_honorific(t.folded) for t in following if t.text[1:])


def _people(page: Page, span: Span) -> Iterator[Listed]:
    """Give the names up to the one after the first `and`; without one, the first.

    What a date or the place of the meeting begins is left out.
    """
    joiners = [
        t.start for t in tokens(page.text, span) if t.folded in page.lexicon.joiners
    ]
    joiners += [m.start() for m in DASH.finditer(page.text, span.start, span.end)]
    joined = min(joiners, default=span.start)
    ends = [match.span.start for match in dates_in(page, span)]
    where = find_phrase(page.text, Span(joined, span.end), phrases(page.tags, "where"))
    if where is not None and where.start > span.start:
        after = Span(where.end, span.end)
        ends += [] if _has_honorific(page, after) else [where.start]
    span = Span(span.start, min(ends, default=span.end))
    for one in read_item(page.text, span, page.lexicon):
        if one.appellation.nature is Nature.PERSON and _is_somebody(page, one.span):
            yield one
            if one.span.start > joined:
                return
