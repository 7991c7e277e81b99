"""Those present, listed under a caption or in a sentence."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 1200
#: how far below its caption a list may reach (stretches)
REACH = 80
ITEM = 160


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read the caption of a list of those present, its items, or a sentence of them."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    lower, lexicon = stretch.head.lower(), page.lexicon
    if _caption(page, index):
        yield Reading(Kind.HEADING, 4.0, ("the caption of a list of those present",))
        return
    if lexicon.begins("captions_participants", lower):
        yield Reading(Kind.PARTICIPANTS, 3.5, ("it lists those present",))
    elif lexicon.holds("attendance", lower):
        yield Reading(Kind.PARTICIPANTS, 2.0, ("it tells who is present",))
    if len(stretch) <= ITEM and _listed(page, index):
        yield Reading(
            Kind.PARTICIPANTS, 3.0, ("it stands in a list under such a caption",)
        )


def _caption(page: Page, index: int) -> bool:
    stretch = page.stretches[index]
    return len(stretch) <= ITEM // 2 and page.lexicon.spells(
        "captions_participants", stretch.head.lower()
    )


def _listed(page: Page, index: int) -> bool:
    """Tell whether only short items stand between the stretch and a caption above."""
    for other in range(index - 1, max(-1, index - REACH), -1):
        if _caption(page, other):
            return True
        if len(page.stretches[other]) > ITEM or page.stretches[other].label_score > 4:
            return False
    return False
