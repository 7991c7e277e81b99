"""What happens beside the words: applause, entrances, silences."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.forms import key_of
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 1200
SHORT = 90
RECURRING = 3
#: topics of words that belong to a dialogue
SPOKEN = frozenset({"speakers_i", "hearers_you"})
PARTS = re.compile(r"[.,;]")
PAIRS = {"(": ")", "[": "]", "（": "）"}


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a stage direction in parentheses, or one that begins with a word of it."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    score, evidence = 0.0, []
    head = stretch.head
    if head[0] in PAIRS and _is_enclosed(page.text, stretch):
        score += 3.0 if head[0] in "(（" else 2.0
        evidence.append("parentheses enclose it")
    if "stage" in stretch.cues.begins:
        score += 1.5 if len(stretch) <= SHORT else 0.7
        evidence.append("it begins like a stage direction")
    if _names_only(page, head):
        score += 6.0
        evidence.append("it holds nothing but names of speakers")
    in_play = Kind.STAGE in page.profile.favours
    if (
        not score
        and in_play
        and stretch.start > page.grammar.front_end
        and not _is_spoken(stretch)
    ):
        evidence.append("no label opens it, and the page is a play")
        yield Reading(Kind.STAGE, 0.0, tuple(evidence))
    if score:
        yield Reading(Kind.STAGE, score, tuple(evidence))


def _is_enclosed(text: str, stretch: Stretch) -> bool:
    """Tell whether the first parenthesis closes at the end, before a mark at most."""
    opening, closing = text[stretch.start], PAIRS[text[stretch.start]]
    first = text.find(closing, stretch.start, stretch.end)
    nested = text.find(opening, stretch.start + 1, max(first, stretch.start)) > 0
    last = text.rfind(closing, stretch.start, stretch.end) if nested else first
    return last >= stretch.end - 2


def _is_spoken(stretch: Stretch) -> bool:
    """Tell whether somebody asks, exclaims, or says I or you."""
    asks = any(mark in stretch.head for mark in "?!¿¡？！")
    return asks or not stretch.cues.holds.isdisjoint(SPOKEN)


def _names_only(page: Page, head: str) -> bool:
    """Tell whether marks part the stretch into two or more names of the page."""
    if len(head) > SHORT or "\n" in head:
        return False
    parts = [key_of(part) for part in PARTS.split(head) if part.strip()]
    return len(parts) > 1 and all(
        page.grammar.names.get(part, 0) >= RECURRING for part in parts
    )
