"""Statements of rights and of the conditions of use."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 1500


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a statement of rights by its words."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if "rights" in stretch.cues.holds:
        yield Reading(Kind.RIGHTS, 2.5, ("it speaks of rights and reuse",))
