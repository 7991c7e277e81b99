"""Mends paragraphs that a page marker cuts in two (Guidelines 3.11.3, milestones)."""

from collections.abc import MutableSequence, Sequence
from typing import Any

from tei_encoder.model.block import Kind
from tei_encoder.model.record import Passage

#: marks after which a sentence is over; a paragraph that ends on one may be complete
SENTENCE_ENDS = frozenset(".!?…:;。！？؟।»”\"')]")
#: kinds of paragraph that may run on over the page
RUNNING = frozenset({Kind.TURN, Kind.TURN_CONTINUATION, Kind.NARRATION})
SPOKEN = frozenset({Kind.TURN, Kind.TURN_CONTINUATION})

#: what may stand inside a paragraph that it interrupts
INSERTED = frozenset({Kind.PAGE_MARKER, Kind.FOOTNOTE, Kind.NOTE})


def mends(parts: MutableSequence[Any], passage: Passage) -> bool:
    """Join a passage to the paragraph that it goes on with, the last of its sort.

    Only page markers and notes may stand after that; tells whether there is one.
    """
    for place in range(len(parts) - 1, -1, -1):
        part = parts[place]
        if not isinstance(part, Passage):
            return False
        spoken = {part.kind, passage.kind} <= SPOKEN
        if part.kind is passage.kind or spoken:
            spans = (*part.spans, *passage.spans)
            parts[place] = Passage(part.kind, spans, part.field)
            return True
        if part.kind not in INSERTED:
            return False
    return False


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
