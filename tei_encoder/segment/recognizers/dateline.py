"""A line that is a date, alone or with a place before it."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 120
SHORT_DATE = 30
#: words in a date and in a time at most
DATE_WORDS = 9
TIME_WORDS = 4
YEAR = re.compile(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)"
)
DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)?(?!\d)")
TIME = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
CJK_DATE = re.compile(r"[0-9〇一二三四五六七八九十○]{1,4}\s*[年월月日일년]")
COMPACT = re.compile(r"(?:1[4-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
WORD = re.compile(r"[^\W\d_]+")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a date where figures of day and year fill a short stretch."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    head = stretch.head
    if COMPACT.fullmatch(head.strip()):
        yield Reading(Kind.DATE, 3.5, ("it is a date in eight figures",))
        return
    words = WORD.findall(head)
    year, day = YEAR.search(head), DAY.search(head)
    dated = bool(year and day and len(words) <= DATE_WORDS) or (
        len(head) <= SHORT_DATE and bool(CJK_DATE.search(head))
    )
    if TIME.fullmatch(head.strip()):
        yield Reading(Kind.NARRATION, 4.0, ("it is a time mark",))
        return
    timed = (
        bool(CLOCK.search(head))
        and len(words) <= TIME_WORDS
        and bool(head[:1].isdigit())
    )
    if not dated and not timed:
        return
    score = 4.5 - 0.35 * max(0, len(words) - 3)
    if "colophon_date" in stretch.cues.begins:
        yield Reading(
            Kind.COLOPHON,
            4.0,
            ("it dates the copy",),
            field=Field.COLOPHON_DATE,
        )
        score -= 1.0
    if _placed(head, page, year.start() if year else len(head)):
        yield Reading(Kind.PLACE, score + 0.5, ("a place stands before a date",))
        score -= 1.0
    if "title" in stretch.cues.holds:
        score -= 1.5
    yield Reading(Kind.DATE, score, ("figures of day and year fill the line",))


def _placed(head: str, page: Page, year: int) -> bool:
    """Tell whether the first word, before a comma, is no part of the date."""
    first, comma, rest = head.partition(",")
    if not comma or len(first) + 1 > year or any(c.isdigit() for c in first):
        return False
    known = page.lexicon.find(first.lower()).holds & {"weekdays", "months"}
    return not known and any(c.isdigit() for c in rest)
