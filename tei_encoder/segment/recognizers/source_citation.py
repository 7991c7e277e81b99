"""Where the original is kept or was published."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 700
SEVERAL = 2
#: shelfmarks: capitals and numbers parted by commas
SHELFMARK = re.compile(
    r"(?:^|[\s,(])(?:[A-Z]{2,}[\w-]*\s?\d[\w-]*|[A-Z][\w-]*\s?\d+|[fFlLdDpPoO]\.\s?\d+|\d+/\d+)(?=[,.;\s])"
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
    if score:
        yield Reading(Kind.SOURCE, score, tuple(evidence), field=Field.CITATION)
