"""Those present, listed under a caption or in a sentence."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.forms import Place
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 1200
#: how far below its caption a list may reach (stretches)
REACH = 80
ITEM = 160
#: a label this sure ends a list
SURE = 4.0
BULLETS = ("• ", "· ", "▪ ", "◦ ", "‣ ")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read the caption of a list of those present, its items, or a sentence of them."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    lower = stretch.head.lower()
    if _caption(page, index):
        yield Reading(Kind.HEADING, 4.0, ("the caption of a list of those present",))
        return
    if "captions_participants" in stretch.cues.begins:
        yield Reading(Kind.PARTICIPANTS, 3.5, ("it lists those present",))
    elif "attendance" in stretch.cues.holds:
        yield Reading(Kind.PARTICIPANTS, 2.0, ("it tells who is present",))
    elif _names_listed(stretch.head):
        yield Reading(Kind.PARTICIPANTS, 2.5, ("it is a list of names",))
    if len(stretch) <= ITEM and _listed(page, index):
        yield Reading(
            Kind.PARTICIPANTS, 4.2, ("it stands in a list under such a caption",)
        )
    elif len(stretch) <= ITEM and lower.startswith(BULLETS):
        yield Reading(Kind.PARTICIPANTS, 3.0, ("it is an item of a list",))


def _caption(page: Page, index: int) -> bool:
    stretch = page.stretches[index]
    return len(stretch) <= ITEM // 2 and "captions_participants" in stretch.cues.spells


def _listed(page: Page, index: int) -> bool:
    """Tell whether only short items stand between the stretch and a caption above."""
    if _ends_list(page.stretches[index]):
        return False
    for other in range(index - 1, max(-1, index - REACH), -1):
        if _caption(page, other):
            return True
        if len(page.stretches[other]) > ITEM or _ends_list(page.stretches[other]):
            return False
    return False


def _ends_list(stretch: Stretch) -> bool:
    cues = stretch.cues
    return "division" in cues.begins or "setting" in cues.holds or _speaks(stretch)


def _speaks(stretch: Stretch) -> bool:
    """Tell whether a stretch has a sure label with speech behind it."""
    label = stretch.label
    return (
        label is not None
        and label.form.place is not Place.OWN_PARAGRAPH
        and stretch.label_score > SURE
    )


def _names_listed(head: str) -> bool:
    """Tell whether commas part words that mostly begin with a capital."""
    words = [word for word in head.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return head.count(",") >= 2 and capital >= 0.6 * len(words) > 2
