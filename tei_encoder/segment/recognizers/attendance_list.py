"""Those present, listed under a caption or in a sentence."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.lists import ITEM, is_caption
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 1200
IN_LIST = 4.2
IN_CAST = 9.0
#: commas in a list of names at least, and share of capitalized words
COMMAS = 2
MOSTLY = 0.6
#: words of a name in a list all in capitals at most, in the mean
UPPER = 4
CAPITALS = 0.7
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?){2,6}")
BULLETS = ("• ", "· ", "▪ ", "◦ ", "‣ ")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read the caption of a list of those present, its items, or a sentence of them."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if is_caption(stretch):
        yield Reading(Kind.HEADING, 4.0, ("the caption of a list of those present",))
        return
    if "captions_participants" in stretch.cues.begins:
        yield Reading(Kind.PARTICIPANTS, 3.5, ("it lists those present",))
    elif "attendance" in stretch.cues.holds:
        yield Reading(Kind.PARTICIPANTS, 2.0, ("it tells who is present",))
    elif index and _names_listed(stretch.head):
        score = 1.5 if "sources" in stretch.cues.holds else 2.5
        yield Reading(Kind.PARTICIPANTS, score, ("it is a list of names",))
    caption = page.captions.get(index)
    if caption is not None:
        score = IN_CAST if "cast" in page.stretches[caption].cues.spells else IN_LIST
        yield Reading(
            Kind.PARTICIPANTS, score, ("it stands in a list under such a caption",)
        )
    elif _is_bullet(stretch):
        if _precedes_parties(page, index):
            evidence = ("the list of the parties begins after it",)
            yield Reading(Kind.OTHER, 4.0, evidence, field=Field.SUBJECT)
        yield Reading(Kind.PARTICIPANTS, 3.0, ("it is an item of a list",))


def _is_bullet(stretch: Stretch) -> bool:
    return (
        len(stretch) <= ITEM
        and stretch.head.startswith(BULLETS)
        and "furniture" not in stretch.cues.spells
    )


def _precedes_parties(page: Page, index: int) -> bool:
    """Tell whether a bullet is the first, and the name of a country follows it."""
    before, after = page.stretches[:index][-1:], page.stretches[index + 1 :][:1]
    if any(map(_is_bullet, before)) or not all(map(_is_bullet, after)):
        return False
    return any(_is_party(page, other.head[1:].strip()) for other in after)


def _is_party(page: Page, words: str) -> bool:
    """Tell whether words are a country, or its initials (`U.S.S.R.`)."""
    return page.lexicon.has("countries", words) or bool(INITIALS.fullmatch(words))


def _names_listed(head: str) -> bool:
    """Tell whether commas part words that mostly begin with a capital."""
    if head.count(",") < COMMAS:
        return False
    words = [word for word in head.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return capital >= MOSTLY * len(words) > COMMAS and not _is_in_capitals(head)


def _is_in_capitals(head: str) -> bool:
    """Tell whether capitals tell nothing, and the parts are too long for names."""
    if len(head.split()) <= UPPER * (head.count(",") + 1):
        return False
    return sum(map(str.isupper, head)) > CAPITALS * sum(map(str.isalpha, head))
