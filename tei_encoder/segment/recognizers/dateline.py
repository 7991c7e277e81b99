"""A line that is a date, alone or with a place before it."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.dates import LONGEST, YEAR, is_dated, words_of
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

#: words beside a time at most
TIME_WORDS = 4
TIME = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
COMPACT = re.compile(r"(?:1[4-9]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a date where figures of day and year fill a short stretch."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    head = stretch.head
    if COMPACT.fullmatch(head.strip()):
        yield Reading(Kind.DATE, 3.5, ("it is a date in eight figures",))
        return
    words, year = words_of(head), YEAR.search(head)
    if TIME.fullmatch(head.strip()):
        yield Reading(Kind.NARRATION, 4.0, ("it is a time mark",))
        return
    timed = (
        bool(CLOCK.search(head))
        and len(words) <= TIME_WORDS
        and bool(head[:1].isdigit())
    )
    if not is_dated(head) and not timed:
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
    if _placed_after(head, page, year.end() if year else len(head)) or _placed(
        head, page, year.start() if year else len(head)
    ):
        yield Reading(Kind.PLACE, score + 0.5, ("a place stands beside a date",))
        score -= 1.0
    if "title" in stretch.cues.holds:
        score -= 1.5
    yield Reading(Kind.DATE, score, ("figures of day and year fill the line",))


def _placed_after(head: str, page: Page, year: int) -> bool:
    """Tell whether a place follows the year (`1958, in Geneva`)."""
    comma, words = head[year : year + 1], head[year + 1 :].split()
    return (
        comma == ","
        and len(words) > 1
        and page.lexicon.has("where", words[0])
        and words[1][0].isupper()
    )


def _placed(head: str, page: Page, year: int) -> bool:
    """Tell whether the first word, before a comma, is no part of the date."""
    first, comma, rest = head.partition(",")
    if not comma or len(first) + 1 > year or any(c.isdigit() for c in first):
        return False
    known = page.lexicon.find(first.lower()).holds & {"weekdays", "months"}
    return not known and any(c.isdigit() for c in rest)
