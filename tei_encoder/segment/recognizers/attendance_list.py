"""Those present, listed under a caption or in a sentence."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.forms import Mark, Place
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 1200
#: how far below its caption a list may reach (stretches)
REACH = 80
ITEM = 160
#: a label this sure ends a list
SURE = 4.0
IN_LIST = 4.2
IN_CAST = 9.0
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
    caption = _caption_above(page, index) if len(stretch) <= ITEM else None
    if caption is not None:
        score = IN_CAST if "cast" in page.stretches[caption].cues.spells else IN_LIST
        yield Reading(
            Kind.PARTICIPANTS, score, ("it stands in a list under such a caption",)
        )
    elif len(stretch) <= ITEM and lower.startswith(BULLETS):
        yield Reading(Kind.PARTICIPANTS, 3.0, ("it is an item of a list",))


def _caption(page: Page, index: int) -> bool:
    stretch = page.stretches[index]
    return len(stretch) <= ITEM // 2 and "captions_participants" in stretch.cues.spells


def _caption_above(page: Page, index: int) -> int | None:
    """Give the caption of the list that a stretch stands in, if it stands in one."""
    if _ends_list(page.stretches[index], cast=True):
        return None
    cast = not _ends_list(page.stretches[index], cast=False)
    for other in range(index - 1, max(-1, index - REACH), -1):
        if _caption(page, other):
            in_cast = "cast" in page.stretches[other].cues.spells
            return other if cast or in_cast else None
        if len(page.stretches[other]) > ITEM or _ends_list(
            page.stretches[other], cast=True
        ):
            return None
        cast = cast and not _ends_list(page.stretches[other], cast=False)
    return None


def _ends_list(stretch: Stretch, *, cast: bool) -> bool:
    """Tell whether a stretch is beyond a list: a division, a setting, speech.

    In the cast of a play a name and what it is look like a label and its speech.
    """
    if "division" in stretch.cues.begins or "setting" in stretch.cues.holds:
        return True
    label = stretch.label
    if label is None or stretch.label_score <= SURE:
        return False
    if label.form.place is Place.RUN_IN:
        return not cast or label.form.mark not in {Mark.PERIOD, Mark.NONE}
    return label.form.place is Place.OWN_LINE


def _names_listed(head: str) -> bool:
    """Tell whether commas part words that mostly begin with a capital."""
    words = [word for word in head.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return head.count(",") >= 2 and capital >= 0.6 * len(words) > 2
