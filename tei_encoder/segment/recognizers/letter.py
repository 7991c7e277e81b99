"""A letter: whom it is written to, and who signs it."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.dates import is_dated
from tei_encoder.segment.forms import begins_small
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

#: stretches of a letter at most, and how far from its end it is signed
LETTER = 40
REACH = 8
#: characters and words of a name that signs
NAME = 40
WORDS = 4
#: a page with a label this sure is no letter
SURE = 4.0
NUMERAL = re.compile(r"\d|[〇一二三四五六七八九十]+[年月日]")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read the address, the text and the signature where a name and a date end it."""
    signed = _signed(page)
    if signed is None or index > signed:
        return
    stretch = page.stretches[index]
    addressed = next(
        (i for i in range(signed) if _addresses(page.stretches[i])), signed
    )
    if index == signed:
        evidence = ("a name between the text and a date",)
        yield Reading(Kind.OTHER, 3.0, evidence, field=Field.SIGNATURE)
    elif index == addressed:
        yield Reading(Kind.OTHER, 3.0, ("it is addressed to somebody, who signs it",))
    elif index > addressed and not stretch.is_item:
        evidence = ("it stands between the address and the signature",)
        yield Reading(Kind.NARRATION, 3.0, evidence)


def _signed(page: Page) -> int | None:
    """Give the index of a bare name that a date follows and a sentence precedes."""
    last = len(page.stretches) - 1
    if last > LETTER:
        return None
    for index in range(max(1, last - REACH), last):
        above, name, below = page.stretches[index - 1 : index + 2]
        if _is_name(name.head) and is_dated(below.head) and not above.is_item:
            labelled = any(s.label_score >= SURE for s in page.stretches)
            return None if labelled else index
    return None


def _addresses(stretch: Stretch) -> bool:
    """Tell whether a line that ends in a colon or comma names a person or office."""
    ends = stretch.head.rstrip()[-1:] in (":", "：", ",", "，", "!", "！")
    return ends and len(stretch) <= NAME * 2 and "persons" in stretch.cues.holds


def _is_name(head: str) -> bool:
    words = head.split()
    if len(head) > NAME or not 1 <= len(words) <= WORDS or NUMERAL.search(head):
        return False
    return all(word[0].isalpha() and not begins_small(word) for word in words) and (
        head.rstrip()[-1].isalpha()
    )
