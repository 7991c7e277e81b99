"""Notes of editors, translators and hands in the margin."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 600


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a note by how it begins."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if "notes" in stretch.cues.begins:
        yield Reading(Kind.NOTE, 2.5, ("it begins like an editor's note",))
