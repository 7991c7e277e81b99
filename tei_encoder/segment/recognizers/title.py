"""The title of the record."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 260
#: a title stands among the first stretches
AMONG = 12
#: words of what is a sentence rather than a title
SENTENCE = 8


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a title in a short stretch near the top that names a kind of record."""
    stretch = page.stretches[index]
    if index >= AMONG or len(stretch) > LONGEST:
        return
    head = stretch.head.strip()
    score = 1.1 - 0.25 * index
    evidence = ["it is short and near the top"]
    if "title" in stretch.cues.holds:
        score += 3.0
        evidence.append("it names a kind of record")
    if head.isupper() and "title" in stretch.cues.holds:
        score += 1.0
        evidence.append("it is in capitals")
    if page.reports(stretch):
        score -= 3.0
        evidence.append("but it tells what somebody said")
    if head[-1] in ".;,:…?!。":
        score -= 2.5 if head.count(" ") < SENTENCE else 4.0
        evidence.append("but it ends like a sentence")
    if head[0].islower() or not head[0].isalnum():
        score -= 1.5
        evidence.append("but it begins like no title")
    yield Reading(Kind.TITLE, score, tuple(evidence))
