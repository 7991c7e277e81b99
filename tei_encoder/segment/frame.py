"""The frame that a web page prints around a record: buttons, menus, a masthead."""

from tei_encoder.segment.page import Page, Stretch

#: how many stretches at either end of a page its frame may take
REACH = 15
#: one button could be a heading of the record; so many are a frame
LEAST = 2


def is_furniture(page: Page, stretch: Stretch) -> bool:
    """Tell whether the lines of a stretch are buttons or menus, but for a masthead."""
    if "furniture" not in stretch.cues.holds:
        return False
    known = [
        "furniture" in page.lexicon.find(line.strip().lower()).spells
        for line in stretch.head.splitlines()
    ]
    return all(known) or (sum(known) >= LEAST and not known[0] and all(known[1:]))


def in_frame(page: Page, index: int) -> bool:
    """Tell whether a page has a frame, and a stretch stands where one does."""
    ends = (page.stretches[:REACH], page.stretches[-REACH:])
    seen = sum(
        not stretch.cues.spells.isdisjoint({"furniture", "page_labels"})
        or is_furniture(page, stretch)
        for stretch in {s.start: s for end in ends for s in end}.values()
    )
    return seen >= LEAST and min(index, len(page.stretches) - 1 - index) < REACH
