"""What happens beside the words: applause, entrances, silences."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 1200
SHORT = 90
PAIRS = {"(": ")", "[": "]", "（": "）"}


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a stage direction in parentheses, or one that begins with a word of it."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    score, evidence = 0.0, []
    head = stretch.head
    last = page.text[stretch.end - 1]
    if head[0] in PAIRS and (
        last == PAIRS[head[0]] or page.text[stretch.end - 2] == PAIRS[head[0]]
    ):
        score += 3.0 if head[0] in "(（" else 2.0
        evidence.append("parentheses enclose it")
    if "stage" in stretch.cues.begins:
        score += 1.5 if len(stretch) <= SHORT else 0.7
        evidence.append("it begins like a stage direction")
    if score:
        yield Reading(Kind.STAGE, score, tuple(evidence))
