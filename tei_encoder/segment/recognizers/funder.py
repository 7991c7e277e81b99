"""The sentence that thanks those who paid."""

from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 300
#: the first stretches, where the note on funding stands
AMONG = 15


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a note on funding, and later the bare name of a funder it thanks."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    lower = stretch.head.lower()
    if "funding" in stretch.cues.holds:
        yield Reading(
            Kind.NOTE, 4.5, ("it thanks those who paid",), field=Field.FUNDING
        )
    elif any(
        "funding" in other.cues.holds and lower.strip() in other.head.lower()
        for other in page.stretches[: min(index, AMONG)]
    ):
        yield Reading(
            Kind.OTHER, 5.0, ("the note on funding names it",), field=Field.FUNDER
        )
