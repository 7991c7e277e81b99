"""Labels within a paragraph: several turns that no line end parts."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from itertools import pairwise

from tei_encoder.segment.forms import begins_small, key_of

#: a paragraph shorter than this holds one turn (characters)
SHORTEST = 60
LONGEST_WORD = 16
LAST_WORD = re.compile(r"(?P<word>[^\W\d_]+)\.$")
#: a name before a colon, behind the end of a sentence; the parts exclude each other
TURN = re.compile(
    r"(?<=[.!?…)\]\"”»。！？])\s{0,3}"
    r"(?P<name>[^\W\d_][^\s:：.!?…;,()\[\]。！？]{0,30}+"
    r"(?:[. ]{1,2}[^\W\d_][^\s:：.!?…;,()\[\]。！？]{0,30}+){0,4}+)"
    r"\s?[:：](?=\s|[^\x00-\x7f])"
)


def names_within(
    text: str, start: int, end: int, abbreviations: Container[str]
) -> Iterator[tuple[int, str]]:
    """Give offset and key of what may be labels within a paragraph.

    A full stop after one of the `abbreviations` ends no sentence.
    """
    if end - start < SHORTEST or not _has_colon(text, start, end):
        return
    for found in TURN.finditer(text, start, end):
        name = found["name"]
        before = text[max(start, found.start() - LONGEST_WORD) : found.start()]
        token = LAST_WORD.search(before)
        if token and _abbreviates(token["word"].lower(), abbreviations):
            continue
        if not begins_small(name):
            yield found.start("name"), key_of(name)


def _abbreviates(word: str, abbreviations: Container[str]) -> bool:
    return len(word) == 1 or word in abbreviations


def _has_colon(text: str, start: int, end: int) -> bool:
    return text.find(":", start, end) >= 0 or text.find("：", start, end) >= 0


def recurring(keys: list[str]) -> frozenset[str]:
    """Give the names that recur and take turns with another name."""
    times = Counter(keys)
    dialogue = any(a != b and times[a] > 1 and times[b] > 1 for a, b in pairwise(keys))
    return frozenset(k for k, n in times.items() if n > 1) if dialogue else frozenset()
