"""A caption of the record's head (`DATE:`, `PLACE:`) and what stands under it."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 120
#: how many stretches may stand under one caption
REACH = 3
CAPTIONED = re.compile(r"(?P<caption>[^:：\n]{1,40})[:：]\s*\S")
CAPTIONS = frozenset({"captions", "captions_date", "captions_place"})


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a caption alone in its stretch, or a short value under one."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if _is_caption(stretch):
        yield Reading(Kind.HEADING, 2.5, ("the caption of a field",))
    yield from _captioned(page, stretch)
    for other in range(index - 1, max(-1, index - 1 - REACH), -1):
        above = page.stretches[other]
        if _is_caption(above):
            yield from _value(above, nearest=other == index - 1)
            return
        if len(above) > LONGEST:
            return


def _captioned(page: Page, stretch: Stretch) -> Iterator[Reading]:
    """Read a caption and its value in one stretch (`PLACE: Geneva`)."""
    found = CAPTIONED.match(stretch.head)
    if not found:
        return
    evidence = ("the caption of a field and its value",)
    spells = page.lexicon.find(found["caption"].lower()).spells
    if "captions_date" in spells and any(map(str.isnumeric, stretch.head)):
        yield Reading(Kind.DATE, 4.0, evidence)
    elif "captions_place" in spells:
        yield Reading(Kind.PLACE, 4.0, evidence)
    elif (
        "captions_time" in spells
        and stretch.end <= page.grammar.front_end
        and any(map(str.isnumeric, stretch.head))
    ):
        yield Reading(Kind.DATE, 4.0, evidence)
    elif "subject" in spells:
        yield Reading(Kind.OTHER, 2.0, evidence, field=Field.SUBJECT)
    elif "captions" in spells:
        yield Reading(Kind.OTHER, 2.0, evidence)


def _is_caption(stretch: Stretch) -> bool:
    """Tell whether a stretch is a caption: in capitals or before a colon."""
    if stretch.cues.spells.isdisjoint(CAPTIONS):
        return False
    head = stretch.head.strip()
    return head[-1] in ":：" or head.isupper()


def _value(caption: Stretch, *, nearest: bool) -> Iterator[Reading]:
    evidence = ("it stands under the caption of a field",)
    spells = caption.cues.spells
    if "captions_date" in spells:
        yield Reading(Kind.DATE, 2.0, evidence)
    if "captions_place" in spells:
        yield Reading(Kind.PLACE, 3.0, evidence)
    if "captions" in spells and "agenda" not in spells and nearest:
        yield Reading(Kind.OTHER, 4.0, evidence, field=Field.SUBJECT)
