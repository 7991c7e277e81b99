"""Page numbers and running page marks."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 40
#: digits of a page number at most
DIGITS = 4
NUMBER = re.compile(
    r"\d{1,4}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten"
)
MARK = re.compile(r"[\[({<—–-]*\s*(\d{1,4})\s*[\])}>—–-]*")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a page mark: the word for page and a number, or a bracketed number."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    lower = stretch.head.lower().strip("[](){}<>–—-*. ")
    if "page" in stretch.cues.begins and NUMBER.search(lower):
        field = Field.FURNITURE if "furniture" in stretch.cues.begins else None
        evidence = ("the word for page, and a number",)
        yield Reading(Kind.PAGE_MARKER, 5.0, evidence, field=field)
    elif MARK.fullmatch(stretch.head) and not stretch.head.strip().isdigit():
        yield Reading(Kind.PAGE_MARKER, 2.5, ("a number between dashes or brackets",))
    elif stretch.head.strip().isdigit() and len(stretch) <= DIGITS:
        yield Reading(Kind.PAGE_MARKER, 1.2, ("a number alone",))
