"""`facsimile` (Guidelines 12.1): page images, and where passages stand on them."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from tei_encoder.encode.addresses import address
from tei_encoder.encode.ids import Ids
from tei_encoder.model.layout import Layout, Zone
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import tei

Box = tuple[int, int, int, int]


@dataclass(slots=True)
class Images:
    """The page images that a text points to, and the zones of its passages.

    `surfaces` maps an index of the layout's surfaces to an id, `zones` a surface and
    a box on it to the id of a zone, both in order of first use.
    """

    layout: Layout
    ids: Ids
    surfaces: dict[int, str] = field(default_factory=dict)
    zones: dict[tuple[int, Box], str] = field(default_factory=dict)
    ordered: list[Zone] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Put the zones into the order of the text."""
        self.ordered = sorted(self.layout.zones, key=lambda zone: zone.span)
        self.starts = [zone.span.start for zone in self.ordered]

    def surface(self, index: int) -> str:
        """Give a pointer to a page image."""
        if index not in self.surfaces:
            self.surfaces[index] = self.ids.claim(f"page-{index + 1}")
        return f"#{self.surfaces[index]}"

    def facs(self, spans: Iterable[Span]) -> str | None:
        """Give pointers to where stretches stand: one zone for each page image."""
        boxes: dict[int, Box] = {}
        for span in spans:
            first = bisect_left(self.starts, span.start)
            for zone in self.ordered[first : bisect_left(self.starts, span.end)]:
                known = boxes.get(zone.surface)
                boxes[zone.surface] = _around(known, zone.box) if known else zone.box
        pointers = [
            self._zone(surface, box)
            for surface, box in sorted(boxes.items())
            if 0 <= surface < len(self.layout.surfaces)
        ]
        return " ".join(pointers) or None

    def _zone(self, surface: int, box: Box) -> str:
        self.surface(surface)
        key = (surface, box)
        if key not in self.zones:
            self.zones[key] = self.ids.number("zone")
        return f"#{self.zones[key]}"


def write_facsimile(images: Images, root: etree._Element) -> None:
    """Write the images and zones that the text points to, before the text."""
    if not images.surfaces:
        return
    made = etree.Element(tei("facsimile"))
    root.insert(1, made)
    for index, identifier in sorted(images.surfaces.items()):
        page = images.layout.surfaces[index]
        size = {"ulx": "0", "uly": "0", "lrx": str(page.width), "lry": str(page.height)}
        surface = child(made, "surface", xml_id=identifier, **size)
        if page.image:
            child(surface, "graphic", url=address(page.image))
        for (number, box), zone in images.zones.items():
            if number == index:
                left, top, right, bottom = map(str, box)
                child(
                    surface,
                    "zone",
                    ulx=left,
                    uly=top,
                    lrx=right,
                    lry=bottom,
                    xml_id=zone,
                )


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
