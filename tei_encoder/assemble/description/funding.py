"""Finds who paid for the record and who issues it, as the source page says."""

from collections.abc import Iterator

from tei_encoder.assemble.description.titles import programme
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.assemble.proper_names import name_after
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Certainty, Statement
from tei_encoder.model.source import Span

#: kinds of a line that may name who issues the record
LETTERHEADS = frozenset({Kind.OTHER, Kind.TITLE, Kind.HEADING})


def funders(page: Page) -> tuple[Statement, ...]:
    """Give the funding bodies: lines that name one, then those in funding notes."""
    found = [page.state(page.span(block)) for block in page.of_field(Field.FUNDER)]
    told = {statement.text.casefold() for statement in found}
    for span in _named_in_notes(page):
        if span.of(page.text).casefold() not in told:
            told.add(span.of(page.text).casefold())
            found.append(page.state(span))
    return tuple(found)


def funding_notes(page: Page) -> tuple[Statement, ...]:
    """Give the sentences that tell of funding, verbatim."""
    return tuple(page.state(page.span(block)) for block in page.of_field(Field.FUNDING))


def issuing_body(page: Page) -> Statement | None:
    """Give whom the rights text names as the body to ask, where it names it twice.

    One name in one place could be any address; an inference all the same.
    """
    for block in page.of_kind(Kind.RIGHTS):
        contact = find_phrase(page.text, block.span, phrases(page.tags, "contact"))
        if contact is None:
            continue
        name = name_after(page.text, Span(contact.end, block.span.end), _small(page))
        if name is not None and page.text.count(name.of(page.text)) > 1:
            first = page.text.index(name.of(page.text))
            span = Span(first, first + len(name))
            return Statement(span.of(page.text), span, certainty=Certainty.MEDIUM)
    return None


def letterhead(page: Page) -> Statement | None:
    """Give a line of the head that is nothing but the name of a programme.

    That it issues the record is an inference from where it stands.
    """
    for block in page.front:
        if block.kind not in LETTERHEADS or block.field is not None:
            continue
        span = programme(page, page.span(block))
        if span is not None:
            return Statement(span.of(page.text), span, certainty=Certainty.MEDIUM)
    return None


def _named_in_notes(page: Page) -> Iterator[Span]:
    for block in page.of_field(Field.FUNDING):
        phrase = find_phrase(page.text, block.span, phrases(page.tags, "funding"))
        if phrase is None:
            continue
        start = phrase.end
        while name := name_after(page.text, Span(start, block.span.end), _small(page)):
            yield name
            start = name.end
            if page.text[start : start + 1] != ",":
                break
            start += 1


def _small(page: Page) -> frozenset[str]:
    return page.lexicon.links | page.lexicon.articles
