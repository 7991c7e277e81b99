"""Marks of secrecy."""

from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 60


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a mark of secrecy in a stretch that is nothing else."""
    stretch = page.stretches[index]
    if len(stretch) <= LONGEST and "classification" in stretch.cues.spells:
        yield Reading(
            Kind.OTHER, 4.0, ("a mark of secrecy",), field=Field.CLASSIFICATION
        )
