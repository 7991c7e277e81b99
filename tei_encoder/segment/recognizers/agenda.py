"""Items of an agenda, under its caption."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

#: how far below its caption an agenda may reach (stretches)
REACH = 60


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read the caption of an agenda, and the numbered items under one."""
    if "agenda" in page.stretches[index].cues.spells:
        yield Reading(Kind.HEADING, 4.0, ("the caption of an agenda",))
    elif _is_item(page, index) and _under_caption(page, index):
        yield Reading(Kind.OTHER, 3.5, ("it is an item of an agenda",))


def _is_item(page: Page, index: int) -> bool:
    head = page.stretches[index].head
    return head[0].isdigit() or head[:2] in ("- ", "– ", "• ")


def _under_caption(page: Page, index: int) -> bool:
    for other in range(index - 1, max(-1, index - REACH), -1):
        if "agenda" in page.stretches[other].cues.spells:
            return True
        if not _is_item(page, other):
            return False
    return False
