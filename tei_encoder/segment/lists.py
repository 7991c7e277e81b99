"""Lists of those present: which stretches stand under which caption."""

from collections.abc import Sequence
from itertools import accumulate

from tei_encoder.segment.forms import Mark, Place
from tei_encoder.segment.page import Stretch

#: an item of such a list, and its caption, are no longer (characters)
ITEM = 160
CAPTION = 80
#: a label this sure ends a list
SURE = 4.0
DOUBTFUL = 2.0
#: how many stretches on either side tell a list
AROUND = 3
#: captions of other fields
OTHERS = frozenset({"captions", "captions_date", "captions_place"})


def is_caption(stretch: Stretch) -> bool:
    """Tell whether a stretch announces a list of those present."""
    if len(stretch) > CAPTION:
        return False
    cues = stretch.cues
    announced = stretch.label_score < DOUBTFUL and (
        "captions_participants" in cues.begins or "attendance" in cues.holds
    )
    return "captions_participants" in cues.spells or (
        announced and stretch.head[-1] in ":："
    )


def listed(stretches: Sequence[Stretch]) -> frozenset[int]:
    """Give the indexes of stretches around which most are short items as well."""
    before = [0, *accumulate(stretch.is_item for stretch in stretches)]
    last = len(stretches)
    return frozenset(
        index
        for index in range(last)
        if before[min(last, index + AROUND + 1)] - before[max(0, index - AROUND)]
        >= AROUND + 2
    )


def captions(stretches: Sequence[Stretch]) -> dict[int, int]:
    """Give the index of its caption for each stretch that stands in a list."""
    found: dict[int, int] = {}
    caption: int | None = None
    before: set[str] = set()
    for index, stretch in enumerate(stretches):
        if caption is None:
            before.add(stretch.head)
        if is_caption(stretch):
            caption = index
        elif caption is not None:
            cast = "cast" in stretches[caption].cues.spells
            repeated = stretch.head in before  # the title, or a heading, once more
            if len(stretch) > ITEM or repeated or _is_beyond(stretch, cast=cast):
                caption = None
            else:
                found[index] = caption
    return found


def _is_beyond(stretch: Stretch, *, cast: bool) -> bool:
    """Tell whether a stretch is beyond a list: a division, a setting, speech.

    In the cast of a play a name and what it is look like a label and its speech.
    """
    cues = stretch.cues
    if "division" in cues.begins or "setting" in cues.holds or cues.spells & OTHERS:
        return True
    label = stretch.label
    if label is None or stretch.label_score <= SURE:
        return False
    if label.form.place is Place.RUN_IN:
        return not cast or label.form.mark not in {Mark.PERIOD, Mark.NONE}
    return label.form.place is Place.OWN_LINE
