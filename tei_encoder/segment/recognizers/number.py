"""The number of a record in its series or registry (`No. 13-op`)."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.dates import is_dated
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 80
#: how many stretches at the end may hold a number
EDGE = 10
NUMBERED = re.compile(
    r"[\[(]?(?:(?P<sign>№|[Nn][º°])|(?P<word>[^\W\d_]{1,20})[.:]{0,2})"
    r"\s?(?=[\d/*]*\d)[\w/.*–-]+(?:\s*[(\[][^()\[\]]{1,40}[)\]])?[.\])]?"
)
#: the number of a registry beside a stamp: words, and figures that end the line
STAMPED = re.compile(r"[^\W\d_][^\d,;:()\n]{2,60}\s\d[\d /.-]{2,}\d")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a short stretch that is a number behind the word or sign for one."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if _is_numbered(page, stretch.head) and _is_at_edge(page, index):
        evidence = ("a number in a series or registry",)
        yield Reading(Kind.OTHER, 4.0, evidence, field=Field.NUMBER)
    elif STAMPED.fullmatch(stretch.head) and not is_dated(stretch.head):
        beside = page.stretches[max(0, index - 1) : index + 2]
        if any("classification" in other.cues.holds for other in beside):
            evidence = ("figures beside a mark of secrecy",)
            yield Reading(Kind.OTHER, 3.0, evidence, field=Field.NUMBER)


def _is_numbered(page: Page, head: str) -> bool:
    """Tell whether the sign or word for a number, and one, fill a line."""
    found = NUMBERED.fullmatch(head)
    return found is not None and bool(
        found["sign"] or page.lexicon.has("registry", found["word"].lower())
    )


def _is_at_edge(page: Page, index: int) -> bool:
    """Tell whether a stretch stands in front of the text, or among the last ones."""
    in_front = page.stretches[index].end <= page.grammar.front_end
    return in_front or index >= len(page.stretches) - EDGE
