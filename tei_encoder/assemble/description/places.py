"""Finds where the conversation took place, as the page says."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from tei_encoder.assemble.description.dating import dates_in
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.identity import Mention, Origin
from tei_encoder.assemble.people.title_people import headlines
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.proper_names import name_after
from tei_encoder.assemble.sentences import sentences
from tei_encoder.language.load import vocabulary
from tei_encoder.model.block import Block, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

EDGES = " \t\r\n,;:./|–—-("
#: words with a capital, and what an editor added in brackets
BUILDING = r"[^\W\d_a-z][\w’'-]*(?:\s+(?:\[[^\[\]]+\]|of|[^\W\d_a-z][\w’'-]*))+"
CAPTION = re.compile(r"(?P<caption>[^:：\n]{1,30}?)\s*[:：]\s*(?=\S)")
NOTE = re.compile(r"\s*\[\d{1,2}\]\s*$")


def meeting_place(page: Page, people: Sequence[Mention]) -> Statement | None:
    """Give the place from the setting sentence, a place line or the title.

    `people` are those whom the page names beside its labels.
    """
    found = chain(
        _in_sentences(page), _in_lines(page), _in_titles(page, people), _said(page)
    )
    span = next(found, None)
    return page.state(span) if span else None


def _in_sentences(page: Page) -> Iterator[Span]:
    """Read `was held at PLACE at 12 PM`: up to the next small word of the kind."""
    framed = [b for b in page.blocks if b.kind is Kind.SETTING]
    framed += [b for b in page.blocks if b.kind is Kind.NARRATION][:1]
    for block in framed:
        for sentence in sentences(page.text, page.span(block), page.lexicon):
            held = find_phrase(page.text, sentence, phrases(page.tags, "held"))
            if held is None:
                continue
            place = _clause(page, Span(held.end, sentence.end))
            if place is not None and any(c.isupper() for c in place.of(page.text)):
                yield place


def _said(page: Page) -> Iterator[Span]:
    """Read the building that whoever opens an interview names before its date."""
    block = next(page.of_kind(Kind.TURN), None)
    if block is None:
        return
    for sentence in sentences(page.text, page.span(block), page.lexicon):
        for where in phrases(page.tags, "where"):
            named = re.compile(rf"(?<!\w){re.escape(where)}\s+(?P<name>{BUILDING})")
            for match in named.finditer(page.text, sentence.start, sentence.end):
                span = Span(*match.span("name")).trimmed(page.text)
                if not page.lexicon.bodies.isdisjoint(
                    span.of(page.text).lower().split()
                ):
                    yield span
        if find_phrase(page.text, sentence, phrases(page.tags, "today")):
            return


def _clause(page: Page, rest: Span) -> Span | None:
    for match in dates_in(page, rest):
        rest = Span(rest.start, match.span.start)
        break
    comma = page.text.find(",", rest.start, rest.end)
    if comma >= 0:
        rest = Span(rest.start, comma)
    until = find_phrase(
        page.text,
        Span(min(rest.start + 2, rest.end), rest.end),
        phrases(page.tags, "until"),
    )
    if until is not None:
        rest = Span(rest.start, until.start)
    return _stripped(page, rest)


def _in_lines(page: Page) -> Iterator[Span]:
    """Read place lines; those under a caption (`PLACE:`) come before a letterhead.

    A line under the date, in one paragraph with it, is one where it has no figures.
    """
    groups = [*_groups(page), *((False, span) for span in _under_dates(page))]
    for _, span in sorted(groups, key=lambda group: not group[0]):
        if (place := _without_dates(page, span)) is not None:
            yield place


def _under_dates(page: Page) -> Iterator[Span]:
    for block in page.of_kind(Kind.DATE):
        dated, broken, place = page.words(block).partition("\n")
        begins = page.span(block).start + len(dated) + 1
        if broken and "\n" not in place and any(map(str.isdigit, dated)):
            capital = place[:1].isupper() and not any(map(str.isdigit, place))
            if capital and ":" not in place:
                yield Span(begins, page.span(block).end)


def _groups(page: Page) -> list[tuple[bool, Span]]:
    """Join place lines that touch; tell of each whether a caption announces it."""
    groups: list[tuple[bool, Span]] = []
    before: Block | None = None
    for block in page.blocks:
        span = page.span(block)
        if block.kind is Kind.PLACE and block.field is None:
            if (
                groups
                and before is not None
                and before.kind is Kind.PLACE
                and not dates_in(page, span)
            ):
                captioned, first = groups.pop()
                groups.append((captioned, Span(first.start, span.end)))
            else:
                captioned = before is not None and page.words(before).endswith(":")
                groups.append((captioned, span))
        before = block
    return groups


def _in_titles(page: Page, people: Sequence[Mention]) -> Iterator[Span]:
    """Read `… between A and B at PLACE`, or a place right after the date."""
    ends = [m.span.end for m in people if m.span and m.origin is Origin.TITLE]
    for headline in headlines(page):
        ends += [match.span.end for match in dates_in(page, headline)]
        for end in sorted(e for e in ends if headline.start < e < headline.end):
            rest = Span(end, headline.end)
            lead = re.compile(r"[\s,]*").match(page.text, rest.start, rest.end)
            start = lead.end() if lead else rest.start
            said = find_phrase(
                page.text,
                Span(start, rest.end),
                phrases(page.tags, "where"),
                at_start=True,
            )
            if said is not None:
                small = page.lexicon.links | page.lexicon.articles
                place = name_after(page.text, Span(said.end, rest.end), small)
                if place is not None:
                    yield place
            elif (place := _building(page, Span(start, rest.end))) is not None:
                yield place


def _building(page: Page, rest: Span) -> Span | None:
    """Read a building that ends a title behind the people and a comma."""
    named = page.text[rest.start - 2 : rest.start].lstrip().startswith(",")
    if not named or not find_phrase(page.text, rest, phrases(page.tags, "buildings")):
        return None
    dated = dates_in(page, rest)
    rest = Span(rest.start, dated[0].span.start) if dated else rest
    return _stripped(page, rest)


def _without_dates(page: Page, span: Span) -> Span | None:
    """Give what a dateline says before its date, or after it."""
    dated = dates_in(page, span)
    if not dated:
        return _stripped(page, span)
    before = _stripped(page, Span(span.start, dated[0].span.start))
    return before or _stripped(page, Span(dated[-1].span.end, span.end))


def _after_caption(page: Page, span: Span) -> int:
    """Give where the value begins in a line with its caption (`PLACE: Geneva`)."""
    caption = CAPTION.match(page.text, span.start, span.end)
    if caption is None:
        return span.start
    known = vocabulary(page.tags, "segment", "captions_place", "captions_date")
    return caption.end() if caption["caption"].casefold() in known else span.start


def _stripped(page: Page, span: Span) -> Span | None:
    text = page.text
    start, end = _after_caption(page, span), span.end
    if start > span.start and "\n" in text[start:end]:
        end = text.index("\n", start)  # another caption has a line of its own
    if note := NOTE.search(text[start:end]):
        end = start + note.start()
    while start < end and text[start] in EDGES:
        start += 1
    where = phrases(page.tags, "where")
    small = find_phrase(text, Span(start, end), where, at_start=True)
    if small is not None and small.end < end:
        start = small.end
    kept = Span(start, end).trimmed(text)
    while len(kept) and text[kept.end - 1] in EDGES:
        kept = Span(kept.start, kept.end - 1)
    before, comma, last = kept.of(text).rpartition(",")
    if comma and last.strip() in page.lexicon.articles:  # `Paris, le 4 mai`
        kept = Span(kept.start, kept.start + len(before)).trimmed(text)
    signed = find_phrase(text, kept, phrases(page.tags, "signatory"))
    if signed is not None or not any(char.isalpha() for char in kept.of(text)):
        return None
    return kept
