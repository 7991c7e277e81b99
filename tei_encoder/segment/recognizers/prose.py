"""Running text: speech that goes on, or somebody who tells."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

#: how minutes of Spanish-speaking parliaments mark what is no speech
MINUTE = re.compile(r"-{1,2}(?=[^\W\d_])")
PROSE = 1.0
#: what speaks for speech where a page with labels begins with neither head nor label
EXCERPT = 3.2
UNCLASSIFIED = 0.0


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read any stretch as text under the speaker before it, as narration or neither."""
    stretch = page.stretches[index]
    score = PROSE
    if stretch.is_item and index not in page.listed:
        score -= 0.7
    if index == 0 and not stretch.is_item and page.grammar.has_labels:
        evidence = ("the page has labels and begins without one, in mid-speech",)
        yield Reading(Kind.TURN_CONTINUATION, score + EXCERPT, evidence)
    yield Reading(Kind.TURN_CONTINUATION, score, ("it goes on with the turn before",))
    yield Reading(Kind.NARRATION, score, ("it is running text",))
    if stretch.is_item and not any(map(str.isalnum, stretch.head)):
        yield Reading(Kind.OTHER, 3.0, ("it holds no letter",))
    if MINUTE.match(stretch.head):
        yield Reading(Kind.NARRATION, 3.2, ("a hyphen opens a note of the minutes",))
    yield Reading(Kind.OTHER, UNCLASSIFIED, ("nothing tells what it is",))
