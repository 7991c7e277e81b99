"""The title of the record."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.forms import begins_small
from tei_encoder.segment.page import Page, Stretch
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
    named = "title" in stretch.cues.holds
    if named:
        score += 3.0
        evidence.append("it names a kind of record")
    if head.isupper() and named:
        score += 1.0
        evidence.append("it is in capitals")
    if named and any(
        _is_fuller(other.head, head) for other in page.stretches[index + 1 : AMONG]
    ):
        score -= 3.0
        evidence.append("but a fuller title follows")
    elif not named and any(map(_names_a_record, page.stretches[index + 1 : AMONG])):
        score -= 1.0
        evidence.append("but a line below names a kind of record")
    if page.reports(stretch):
        score -= 3.0
        evidence.append("but it tells what somebody said")
    if head[-1] in ".;,:…?!。؟۔।॥։።။។":
        score -= 2.5 if head.count(" ") < SENTENCE else 4.0
        evidence.append("but it ends like a sentence")
    if begins_small(head) or not head[0].isalnum():
        score -= 1.5
        evidence.append("but it begins like no title")
    yield Reading(Kind.TITLE, score, tuple(evidence))


def _names_a_record(stretch: Stretch) -> bool:
    return "title" in stretch.cues.begins and stretch.is_item


def _is_fuller(other: str, head: str) -> bool:
    """Tell whether a line has the words of a shorter one, and more, in its letters."""
    return other.startswith(f"{head} ") and other.isupper() == head.isupper()
