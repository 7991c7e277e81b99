"""Gathers whom the page names beside its labels: lists, title, setting, metadata."""

from collections.abc import Iterator, Sequence
from functools import cache

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.appellation import read_appellation
from tei_encoder.assemble.people.attendance import mention, people_present
from tei_encoder.assemble.people.identity import Mention, Origin
from tei_encoder.assemble.people.reported import reported_speakers
from tei_encoder.assemble.people.roster import Lines, read_roster
from tei_encoder.assemble.people.title_people import people_in_titles
from tei_encoder.assemble.phrases import find_phrase, phrases
from tei_encoder.language.gazetteer import listed
from tei_encoder.model.block import Block, Kind
from tei_encoder.model.metadata import Metadata


def listed_people(page: Page) -> Iterator[Mention]:
    """Give everyone in the lists of participants."""
    openings = phrases(page.tags, "chair") + phrases(page.tags, "present")
    lines = tuple(_lists(page, openings))
    for one in read_roster(page.text, lines, page.lexicon, openings):
        if one.appellation.name_text.casefold() not in _countries(page.tags):
            yield mention(page, one, Origin.LISTED, one.span)


@cache
def _countries(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the names of countries, whose delegates a list may leave unnamed."""
    return frozenset(name.casefold() for name in listed(tags, "countries"))


def _lists(page: Page, openings: Sequence[str]) -> Iterator[Lines]:
    """Give the blocks of lists; one that a caption announces announces the next."""
    before: Block | None = None
    announced = False
    for block in page.blocks:
        if block.kind is Kind.PARTICIPANTS:
            announced = announced or _announces(page, before, openings)
            yield Lines(page.span(block), announced)
        else:
            announced = False
        before = block


def _announces(page: Page, before: Block | None, openings: Sequence[str]) -> bool:
    if before is None or before.kind is not Kind.HEADING:
        return False
    span = page.span(before)
    return page.text[span.end - 1] == ":" or bool(
        find_phrase(page.text, span, openings)
    )


def people_named(page: Page, metadata: Metadata) -> tuple[Mention, ...]:
    """Give everyone named beside the labels, those given by people first."""
    return (
        *given_people(page, metadata),
        *people_in_titles(page),
        *listed_people(page),
        *people_present(page),
        *reported_speakers(page),
    )


def given_people(page: Page, metadata: Metadata) -> Iterator[Mention]:
    """Give the persons of the metadata."""
    for person in metadata.persons:
        yield Mention(
            read_appellation(person.name, page.lexicon), Origin.METADATA, given=person
        )
