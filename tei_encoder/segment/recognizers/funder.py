"""The sentence that thanks those who paid."""

from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 300


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a note on funding, and later the bare name of a funder it thanks."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if "funding" in stretch.cues.holds:
        yield Reading(
            Kind.NOTE, 4.5, ("it thanks those who paid",), field=Field.FUNDING
        )
    elif page.thanks and any(stretch.head.lower() in note for note in page.thanks):
        yield Reading(
            Kind.OTHER, 5.0, ("the note on funding names it",), field=Field.FUNDER
        )
