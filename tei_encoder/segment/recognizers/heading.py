"""A heading: short, no sentence."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 300
SHORT = 80
FEW_WORDS = 4
ENDS = frozenset('.!?…,;"”»。！？…；，）」')
NUMBERED = re.compile(r"(?:[IVXLC]{1,6}|\d{1,3})(?:[.)]\s*\S.{0,90}|\.?)$")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a heading in a short stretch that does not end like a sentence."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    head = stretch.head.strip()
    score, evidence = 0.0, []
    listed = page.is_listed(index)
    if head[-1] not in ENDS and not listed:
        score += 1.2 if len(head) <= SHORT else 0.5
        if head[-1] in ":：" and head.count(" ") >= FEW_WORDS:
            score = 0.4
        evidence.append("it is short and ends like no sentence")
    if not any(c.isalnum() for c in head):
        return
    letters = [c for c in head if c.isalpha()]
    if (
        letters
        and sum(c.isupper() for c in letters) > 0.7 * len(letters)
        and not listed
    ):
        score += 1.5
        evidence.append("it is in capitals")
    if "division" in stretch.cues.begins:
        score += 2.5 if len(head) > SHORT else 3.5
        evidence.append("it names a division of the text")
    elif "division" in stretch.cues.holds and len(head) <= SHORT // 2:
        score += 2.0
        evidence.append("it names a division of the text")
    elif NUMBERED.match(head) and len(head) <= SHORT:
        score += 1.0
        evidence.append("it is numbered")
    if head[:1].islower() or head[:1] in '-–—•*("“«':
        score -= 1.5
        evidence.append("but it begins like no heading")
    if score > 0:
        yield Reading(Kind.HEADING, score, tuple(evidence))
