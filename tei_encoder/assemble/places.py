"""Finds where the conversation took place, as the page says."""

import re

from tei_encoder.assemble.dating import dates_in
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.model.block import Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

EDGES = " \t\r\n,;:./|–—-()"
NOTE = re.compile(r"\s*\[\d{1,2}\]\s*$")
SENTENCE = re.compile(r"[^.!?。]+(?:\.(?=\S)[^.!?。]*)*")


def meeting_place(page: Page) -> Statement | None:
    """Give the place from a dateline, a place line or the setting sentence."""
    for block in page.of_kind(Kind.SETTING):
        if (span := _place_in_sentence(page, page.span(block))) is not None:
            return page.state(span)
    for block in page.of_kind(Kind.PLACE):
        if (span := _without_dates(page, page.span(block))) is not None:
            return page.state(span)
    return None


def _place_in_sentence(page: Page, span: Span) -> Span | None:
    """Read `was held at PLACE at 12 PM`: up to the next small word of the kind."""
    held = find_phrase(page.text, span, phrases(page.tags, "held"))
    if held is None:
        return None
    sentence = SENTENCE.match(page.text, held.end, span.end)
    rest = Span(held.end, sentence.end() if sentence else span.end)
    for match in dates_in(page, rest):
        rest = Span(rest.start, match.span.start)
        break
    until = find_phrase(page.text, rest, phrases(page.tags, "until"))
    if until is not None and until.start > rest.start + 1:
        rest = Span(rest.start, until.start)
    return _stripped(page, rest)


def _without_dates(page: Page, span: Span) -> Span | None:
    """Give what a dateline says before its date, or after it."""
    dated = dates_in(page, span)
    if not dated:
        return _stripped(page, span)
    before = _stripped(page, Span(span.start, dated[0].span.start))
    return before or _stripped(page, Span(dated[-1].span.end, span.end))


def _stripped(page: Page, span: Span) -> Span | None:
    text = page.text
    start, end = span.start, span.end
    if note := NOTE.search(text[start:end]):
        end = start + note.start()
    while start < end and text[start] in EDGES:
        start += 1
    if (small := find_phrase(text, Span(start, end), ("in", "at"), at_start=True)) and (
        small.end < end
    ):
        start = small.end
    kept = Span(start, end).trimmed(text)
    while len(kept) and text[kept.end - 1] in EDGES:
        kept = Span(kept.start, kept.end - 1)
    return kept if any(char.isalpha() for char in kept.of(text)) else None
