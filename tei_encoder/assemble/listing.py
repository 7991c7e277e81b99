"""Gathers whom the page names beside its labels: lists, title, setting, metadata."""

from collections.abc import Iterator

from tei_encoder.assemble.appellation import read_appellation
from tei_encoder.assemble.attendance import mention, people_present
from tei_encoder.assemble.identity import Mention, Origin
from tei_encoder.assemble.page import Page
from tei_encoder.assemble.phrases import phrases
from tei_encoder.assemble.reported import reported_speakers
from tei_encoder.assemble.roster import read_roster
from tei_encoder.assemble.title_people import people_in_titles
from tei_encoder.model.block import Kind
from tei_encoder.model.metadata import Metadata


def listed_people(page: Page) -> Iterator[Mention]:
    """Give everyone in the lists of participants."""
    spans = [page.span(block) for block in page.of_kind(Kind.PARTICIPANTS)]
    openings = phrases(page.tags, "chair") + phrases(page.tags, "present")
    for listed in read_roster(page.text, spans, page.lexicon, openings):
        yield mention(page, listed, Origin.LISTED, listed.span)


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
