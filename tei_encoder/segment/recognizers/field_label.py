"""What a web page or a form prints around a record: its labels and buttons."""

from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 60


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a label of the page, a kind of record or a button."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    lower, lexicon = stretch.head.lower(), page.lexicon
    if lexicon.spells("page_labels", lower):
        yield Reading(
            Kind.HEADING, 4.0, ("a label of the page",), field=Field.PAGE_LABEL
        )
    if index and lexicon.spells("page_labels", page.stretches[index - 1].head.lower()):
        yield from _value(page, lower)
    if lexicon.spells("furniture", lower):
        yield Reading(Kind.OTHER, 4.0, ("a button or menu of the page",))


def _value(page: Page, lower: str) -> Iterator[Reading]:
    evidence = ("it stands under a label of the page",)
    if page.lexicon.spells("record_type", lower):
        yield Reading(Kind.OTHER, 5.0, evidence, field=Field.RECORD_TYPE)
    elif page.lexicon.holds("funders", lower):
        yield Reading(Kind.OTHER, 4.5, evidence, field=Field.FUNDER)
    else:
        yield Reading(Kind.OTHER, 2.5, evidence)
