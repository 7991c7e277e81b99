"""PAGE XML (PRImA, PcGts of 2010 to 2019): regions, lines and words with outlines."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.layout import Style
from tei_encoder.model.source import Source
from tei_encoder.readers.ocr.findings import recognized_source
from tei_encoder.readers.ocr.markup import (
    box_of,
    children,
    first,
    local,
    number,
    parsed,
    share,
)
from tei_encoder.readers.ocr.page_order import in_order, ordered_regions
from tei_encoder.readers.ocr.recognized import (
    Place,
    RecognizedBlock,
    RecognizedPage,
    RecognizedWord,
    recognized_line,
)
from tei_encoder.readers.pages.sheet import Box, Line

#: what a region's type says that it is
_PLACES: Final = {
    "header": Place.HEAD,
    "footer": Place.FOOT,
    "page-number": Place.PAGE_NUMBER,
    "footnote": Place.NOTE,
    "footnote-continued": Place.NOTE,
    "endnote": Place.NOTE,
    "heading": Place.HEADING,
    "marginalia": Place.MARGIN,
    "signature-mark": Place.MARGIN,
    "catch-word": Place.MARGIN,
}
#: attributes of TextStyle
_STYLES: Final = {
    "bold": Style.BOLD,
    "italic": Style.ITALIC,
    "underlined": Style.UNDERLINE,
    "subscript": Style.SUBSCRIPT,
    "superscript": Style.SUPERSCRIPT,
    "strikethrough": Style.STRIKE,
    "smallCaps": Style.SMALL_CAPS,
}
Styles = frozenset[Style]


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read a PAGE XML file; its XML says what it is encoded in.

    Regions come in the reading order that the file states, the others after them; of
    several readings of a line the one with the lowest index stands.
    The text of a line holds over that of its words; glyphs are not looked at.
    Raises `ReadError` where the file is damaged, too deep, no PAGE or without text.
    """
    del encoding
    root = parsed(data, uri, "PcGts")
    made = [_page(page, n) for n, page in enumerate(children(root, "Page"), 1)]
    return recognized_source(made, data, uri, reader="page")


def _page(page: etree._Element, ordinal: int) -> RecognizedPage:
    return RecognizedPage(
        str(ordinal),
        number(page.get("imageWidth")) or 0.0,
        number(page.get("imageHeight")) or 0.0,
        page.get("imageFilename", ""),
        [made for region in ordered_regions(page) if (made := _block(region))],
    )


def _block(region: etree._Element) -> RecognizedBlock | None:
    given = _styles(region, frozenset())
    found = in_order(children(region, "TextLine"))
    lines = [made for line in found if (made := _line(line, given))]
    if not found and (stated := _equivalent(region)):
        lines = [
            made
            for words in stated.split("\n")
            if (made := recognized_line([], _box(region), words.strip()))
        ]
    place = _PLACES.get(region.get("type", ""), Place.TEXT)
    centred = region.get("align") == "centre"
    return RecognizedBlock(tuple(lines), place, centred) if lines else None


def _line(line: etree._Element, given: Styles) -> Line | None:
    styles = _styles(line, given)
    words = [_word(word, styles) for word in children(line, "Word")]
    text = _equivalent(line)
    if not any(word.text for word in words):
        # a line that is not cut into words is one piece, of one confidence and style
        whole = RecognizedWord(text.strip(), _box(line), _confidence(line), styles)
        return recognized_line([whole], _box(line))
    return recognized_line(words, _box(line), text.replace("\n", " ") or None)


def _word(word: etree._Element, given: Styles) -> RecognizedWord:
    return RecognizedWord(
        _equivalent(word).strip(), _box(word), _confidence(word), _styles(word, given)
    )


def _readings(element: etree._Element) -> list[etree._Element]:
    """Give the readings, best first: by index, and those without one in order."""
    found = children(element, "TextEquiv")
    return sorted(found, key=lambda each: number(each.get("index")) or 0.0)


def _equivalent(element: etree._Element) -> str:
    for reading in _readings(element):
        text = first(reading, "Unicode")
        if text is None:
            text = first(reading, "PlainText")
        return (text.text or "") if text is not None else ""
    return ""


def _confidence(element: etree._Element) -> float | None:
    return next((share(each.get("conf")) for each in _readings(element)), None)


def _styles(element: etree._Element, given: Styles) -> Styles:
    style = first(element, "TextStyle")
    if style is None:
        return given
    return frozenset(
        kind for name, kind in _STYLES.items() if style.get(name) in {"true", "1"}
    )


def _box(element: etree._Element) -> Box | None:
    """Give the box around an outline: an attribute, or elements before 2013."""
    coordinates = first(element, "Coords")
    if coordinates is None:
        return None
    return box_of(list(_points(coordinates)))


def _points(coordinates: etree._Element) -> Iterator[tuple[float, float]]:
    for pair in coordinates.get("points", "").split():
        x, _, y = pair.partition(",")
        yield from _point(x, y)
    for point in (e for e in coordinates if local(e) == "Point"):
        yield from _point(point.get("x"), point.get("y"))


def _point(x: str | None, y: str | None) -> Iterator[tuple[float, float]]:
    across, down = number(x), number(y)
    if across is not None and down is not None:
        yield across, down
