"""What a paragraph looks like, where no words tell what it is."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

#: a turn needs a label, which the cue of labels finds
NOT_BY_LOOKS = frozenset({Kind.TURN})
#: looks that weigh less add to what words say, and tell nothing alone
ALONE = 2.0


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read what the file's styles name; the weight of looks is added to all readings.

    So these readings themselves weigh nothing.
    """
    stretch = page.stretches[index]
    for kind, (weight, _) in page.looks.weights(stretch.start, stretch.end):
        if weight >= ALONE and kind not in NOT_BY_LOOKS:
            yield Reading(kind, 0.0, ())
