"""Finds how the original came where it is, who may see it, and what copies there are.

ISAD(G) 3.2.3 (archival history), 3.2.4 (acquisition), 3.4.1 and 3.4.2 (conditions of
access and of reproduction), 3.5.2 (copies). The evidence is a phrase in the source
line, in a statement of rights or in a note; the statement is the clause or sentence
that it begins or stands in, as printed.
"""

import re
from collections.abc import Iterator

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.sentences import sentences
from tei_encoder.model.block import Block, Field, Kind
from tei_encoder.model.description import Statement
from tei_encoder.model.source import Span

#: up to what may begin another clause of a source line
CLAUSE = re.compile(r"[^;\n\])]*")
#: topics of clauses: each ends where another begins
CLAUSES = ("acquired", "custody", "surrogates", "access", "translated")
NOTES = frozenset({Kind.NOTE, Kind.FOOTNOTE, Kind.OTHER, Kind.COLOPHON})
#: a note that begins with such a phrase is one whole statement
WHOLE = 400


def acquisition(page: Page) -> tuple[Statement, ...]:
    """Give from whom the paper or its copy came (`copy provided by …`)."""
    return tuple(page.state(span) for span in _clauses(page, "acquired"))


def custodial_history(page: Page) -> tuple[Statement, ...]:
    """Give where the paper was before (`formerly in …`)."""
    return tuple(page.state(span) for span in _clauses(page, "custody"))


def surrogates(page: Page) -> tuple[Statement, ...]:
    """Give what is told of scans, microfilms and editions."""
    return tuple(page.state(span) for span in _clauses(page, "surrogates"))


def conditions_of_access(page: Page) -> Statement | None:
    """Give who may see the original, as far as the page tells."""
    return next((page.state(span) for span in _clauses(page, "access")), None)


def conditions_of_reproduction(page: Page) -> tuple[Statement, ...]:
    """Give the sentences of the statement of rights that speak of copying."""
    return tuple(
        page.state(sentence)
        for block in page.of_kind(Kind.RIGHTS)
        for sentence in sentences(page.text, page.span(block), page.lexicon)
        if find_phrase(page.text, sentence, phrases(page.tags, "reproduction"))
    )


def _clauses(page: Page, topic: str) -> Iterator[Span]:
    for block in page.blocks:
        span = page.span(block)
        if block.kind is Kind.SOURCE and block.field is not Field.FURNITURE:
            yield from _in_citation(page, span, topic)
        elif _is_note(page, block) and _begins(page, span, topic):
            yield span


def _is_note(page: Page, block: Block) -> bool:
    told = block.field in {None, Field.PAPER}
    return block.kind in NOTES and told and len(page.span(block)) <= WHOLE


def _begins(page: Page, span: Span, topic: str) -> bool:
    wanted = phrases(page.tags, topic)
    while span.start < span.end and page.text[span.start] in "[(":
        span = Span(span.start + 1, span.end)
    return find_phrase(page.text, span, wanted, at_start=True) is not None


def _in_citation(page: Page, span: Span, topic: str) -> Iterator[Span]:
    while said := find_phrase(page.text, span, phrases(page.tags, topic)):
        clause = CLAUSE.match(page.text, said.start, span.end)
        end = clause.end() if clause else span.end
        for sentence in sentences(page.text, Span(said.start, end), page.lexicon):
            end = sentence.end
            break
        end = _other(page, Span(said.end, end))
        yield _without_marks(page.text, Span(_begun(page.text, span, said), end))
        span = Span(max(end, said.end), span.end)


def _begun(text: str, within: Span, said: Span) -> int:
    """Give where the clause begins that the phrase stands in (`A scan is …`)."""
    begun = max(text.rfind(mark, within.start, said.start) for mark in ".;,")
    start = said.start if begun < 0 else begun + 1
    while text[start].isspace():
        start += 1
    return start


def _other(page: Page, rest: Span) -> int:
    """Give where the phrase of any of these topics begins behind a comma."""
    starts = []
    for topic in CLAUSES:
        found = find_phrase(page.text, rest, phrases(page.tags, topic))
        if found and page.text[rest.start : found.start].rstrip().endswith(","):
            starts.append(found.start)
    return min(starts, default=rest.end)


def _without_marks(text: str, span: Span) -> Span:
    span = span.trimmed(text)
    while len(span) and text[span.end - 1] in ",;.":
        span = Span(span.start, span.end - 1).trimmed(text)
    return span
