"""The reading order of a PAGE XML page: a tree of references to regions."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from tei_encoder.readers.ocr.markup import first, local, number

_GROUPS: Final = frozenset(
    {
        "OrderedGroup",
        "OrderedGroupIndexed",
        "UnorderedGroup",
        "UnorderedGroupIndexed",
    }
)
#: the order that Transkribus writes beside the schema
_CUSTOM: Final = re.compile(r"readingOrder\s*\{[^}]*\bindex:\s*(\d{1,9})")


def ordered_regions(page: etree._Element) -> list[etree._Element]:
    """Give the text regions in reading order, those that it does not name after them.

    Regions may lie within others (tables, adverts); each is given once.
    """
    regions = in_order([e for e in page.iter() if local(e) == "TextRegion"])
    by_id = {region.get("id", ""): region for region in reversed(regions)}
    order = first(page, "ReadingOrder")
    named = [] if order is None else list(_references(order))
    found = dict.fromkeys(by_id[name] for name in named if name in by_id)
    within = (
        inner
        for region in found
        for inner in (region, *(r for r in regions if region in r.iterancestors()))
    )
    return list(dict.fromkeys((*within, *regions)))


def in_order(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """Sort elements by the index of Transkribus; without one they stay in order."""
    found = list(elements)
    indexes = [_CUSTOM.search(element.get("custom", "")) for element in found]
    if not found or None in indexes:
        return found
    keyed = sorted(
        zip(indexes, range(len(found)), strict=True),
        key=lambda pair: (int(pair[0][1]) if pair[0] else 0, pair[1]),
    )
    return [found[place] for _, place in keyed]


def _references(group: etree._Element) -> Iterator[str]:
    """Give the ids that a group names, in order; groups may name a region too."""
    members = list(group)
    if local(group).startswith("Ordered"):
        members.sort(key=lambda each: number(each.get("index")) or 0.0)
    for member in members:
        if reference := member.get("regionRef"):
            yield reference
        if local(member) in _GROUPS:
            yield from _references(member)
