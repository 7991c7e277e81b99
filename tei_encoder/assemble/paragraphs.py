"""Mends paragraphs that a page marker cuts in two (Guidelines 3.11.3, milestones)."""

from collections.abc import Sequence

from tei_encoder.model.block import Kind
from tei_encoder.model.record import Passage

#: marks after which a sentence is over; a paragraph that ends on one may be complete
SENTENCE_ENDS = frozenset(".!?…:;。！？؟।»”\"')]")
#: kinds of paragraph that may run on over the page
RUNNING = frozenset({Kind.TURN, Kind.TURN_CONTINUATION, Kind.NARRATION})


def join_paragraphs(passages: Sequence[Passage], text: str) -> tuple[Passage, ...]:
    """Join a paragraph with what plainly continues it after page markers.

    It does where no sentence ends before the marker and a small letter follows it.
    The joined passage has both spans and is followed by the markers inside it.
    """
    joined: list[Passage] = []
    for passage in passages:
        before = _before_markers(joined)
        if before is not None and _continues(joined[before], passage, text):
            first = joined[before]
            joined[before] = Passage(
                first.kind, (*first.spans, *passage.spans), first.field
            )
        else:
            joined.append(passage)
    return tuple(joined)


def _before_markers(joined: Sequence[Passage]) -> int | None:
    """Give the place of the passage that the last page markers follow, if any do."""
    place = len(joined)
    while place and joined[place - 1].kind is Kind.PAGE_MARKER:
        place -= 1
    return place - 1 if 0 < place < len(joined) else None


def _continues(first: Passage, second: Passage, text: str) -> bool:
    if first.kind not in RUNNING or second.kind not in RUNNING:
        return False
    if (first.kind is Kind.NARRATION) != (second.kind is Kind.NARRATION):
        return False
    ended = text[first.spans[-1].end - 1] in SENTENCE_ENDS
    return not ended and text[second.spans[0].start].islower()
