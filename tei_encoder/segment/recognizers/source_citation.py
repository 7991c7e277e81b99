"""Where the original is kept or was published."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.frame import in_frame
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 700
#: the name of a digital archive alone, without a mark of a citation
MASTHEAD = 80
#: the name of an archive is no longer
NAME = 50
MARKS = frozenset(",;:()")
#: a title that a citation repeats has so many characters at least
TITLE = 20
SEVERAL = 2
#: how many stretches from the top a masthead, and a title to repeat, may stand
REACH = 15
#: shelfmarks: capitals and numbers parted by commas
SHELFMARK = re.compile(
    r"(?:^|[\s,(])(?:\w+\sno\.\s?\d[\d/]*|[^\W\d_]{1,4}\.\s?\d[\d-]*"
    r"|[A-Z]{2,}[\w-]*\s?\d[\w-]*|[A-Z][\w-]*\s?\d+|\d+/\d+)(?=[,.;\s]|$)"
)


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a citation by its words and by the form of shelfmarks."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    score, evidence = 0.0, []
    if "sources" in stretch.cues.begins:
        score += 3.0
        evidence.append("it begins like a citation")
    elif "sources" in stretch.cues.holds:
        score += 2.0
        evidence.append("it names an archive, a translator or a publication")
    if len(SHELFMARK.findall(stretch.head)) >= SEVERAL and "," in stretch.head:
        score += 1.5
        evidence.append("it holds shelfmarks")
    if _names_archive(page, stretch.head):
        score += 2.5
        evidence.append("an archive that the house style knows begins it")
    if score and _repeats(page, index):
        score += 1.5
        evidence.append("it repeats the title above it")
    if score:
        field = Field.FURNITURE if _is_masthead(page, index) else Field.CITATION
        yield Reading(Kind.SOURCE, score, tuple(evidence), field=field)


def _names_archive(page: Page, head: str) -> bool:
    """Tell whether the name of a known archive and a comma begin a stretch."""
    first, comma, rest = head.lstrip("[( ").partition(",")
    if not comma or len(first) > NAME or not any(map(str.isdigit, rest)):
        return False
    return any(
        first.strip() in archive.names for archive in page.profile.archives.values()
    )


def _is_masthead(page: Page, index: int) -> bool:
    """Tell whether the frame of a web page begins with what only names its archive."""
    stretch = page.stretches[index]
    if len(stretch) > MASTHEAD or index > REACH or not in_frame(page, index):
        return False
    return not any(char.isdigit() or char in MARKS for char in stretch.head)


def _repeats(page: Page, index: int) -> bool:
    """Tell whether a stretch begins with the words of a shorter one above it."""
    head = _plain(page.stretches[index])
    above = (s for s in page.stretches[:index][:REACH] if len(s) >= TITLE)
    return any(head.startswith(_plain(s)) and len(s) < len(head) for s in above)


def _plain(stretch: Stretch) -> str:
    return stretch.head.strip('"“”«»„[ ').rstrip(".")
