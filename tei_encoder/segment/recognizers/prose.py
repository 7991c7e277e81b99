"""Running text: speech that goes on, or somebody who tells."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

PROSE = 1.0
UNCLASSIFIED = 0.0


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read any stretch as text under the speaker before it, as narration or neither."""
    del page, index
    yield Reading(Kind.TURN_CONTINUATION, PROSE, ("it goes on with the turn before",))
    yield Reading(Kind.NARRATION, PROSE, ("it is running text",))
    yield Reading(Kind.OTHER, UNCLASSIFIED, ("nothing tells what it is",))
