"""Who wrote the record down, typed it and signed it, and in how many copies."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 160
TOPICS = {
    "stenographer": Field.STENOGRAPHER,
    "copies": Field.COPIES,
    "decipherer": Field.DECIPHERER,
    "typist": Field.TYPIST,
    "signature": Field.SIGNATURE,
}
#: a name under a line of the colophon: characters and words at most
NAME = 40
INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,3}[^\W\d_][^\W\d_-]+")
WORDS = 4


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a line of the colophon, or the name that stands under one."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    field = _field(page, index)
    if _is_signed_by_office(page, index):
        evidence = ("an office and a name stand under the text",)
        yield Reading(Kind.OTHER, 2.5, evidence, field=Field.SIGNATURE)
    if index + 1 == len(page.stretches) and _is_signed(page, stretch):
        evidence = ("a name and an office end the record",)
        yield Reading(Kind.COLOPHON, 3.0, evidence, field=Field.SIGNATURE)
    if field is Field.COPIES and stretch.end <= page.grammar.front_end:
        yield Reading(Kind.OTHER, 4.0, ("it tells of the copies",), field=field)
    elif field:
        yield Reading(Kind.COLOPHON, 3.5, ("it tells who made the copy",), field=field)
    elif index and len(stretch) <= NAME and _bare_name(stretch.head):
        above = _field(page, index - 1)
        if above and len(page.stretches[index - 1]) <= NAME:
            yield Reading(
                Kind.COLOPHON,
                3.0,
                ("a name under a line of the colophon",),
                field=above,
            )


def _field(page: Page, index: int) -> Field | None:
    begins = page.stretches[index].cues.begins
    return next((field for topic, field in TOPICS.items() if topic in begins), None)


def _is_signed(page: Page, stretch: Stretch) -> bool:
    """Tell whether a stretch is a name, and an office on the line below it."""
    name, broken, office = stretch.head.partition("\n")
    if not broken or len(name) > NAME or "\n" in office or not stretch.is_item:
        return False
    known = page.lexicon.find(office.strip().lower())
    return _bare_name(name) and "persons" in known.holds


def _is_signed_by_office(page: Page, index: int) -> bool:
    """Tell whether a line under a sentence is an office, then initials and a name."""
    office, comma, name = page.stretches[index].head.partition(", ")
    if not comma or not index or page.stretches[index - 1].is_item:
        return False
    known = page.lexicon.find(office.lower())
    return bool(INITIALS.fullmatch(name.rstrip())) and "persons" in known.holds


def _bare_name(head: str) -> bool:
    words = head.split()
    return 1 <= len(words) <= WORDS and all(word[:1].isupper() for word in words)
