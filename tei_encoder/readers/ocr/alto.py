"""ALTO, versions 1 to 4 (Library of Congress): words in boxes, with styles."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.layout import Style
from tei_encoder.model.source import Source
from tei_encoder.readers.ocr.findings import recognized_source
from tei_encoder.readers.ocr.markup import children, first, local, number, parsed, share
from tei_encoder.readers.ocr.recognized import (
    Place,
    RecognizedBlock,
    RecognizedPage,
    RecognizedWord,
    recognized_line,
)
from tei_encoder.readers.pages.sheet import Box, Line

#: where a block stands by the element that holds it
_SPACES: Final = {
    "TopMargin": Place.HEAD,
    "BottomMargin": Place.FOOT,
    "LeftMargin": Place.MARGIN,
    "RightMargin": Place.MARGIN,
}
#: values of FONTSTYLE and STYLE
_STYLES: Final = {
    "bold": Style.BOLD,
    "italics": Style.ITALIC,
    "subscript": Style.SUBSCRIPT,
    "superscript": Style.SUPERSCRIPT,
    "smallcaps": Style.SMALL_CAPS,
    "underline": Style.UNDERLINE,
}
Styles = frozenset[Style]


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read an ALTO file; its XML says what it is encoded in.

    Words stand as printed: of a word parted at a line's end, both parts and the
    hyphen, never the whole that SUBS_CONTENT gives. Glyphs are not looked at.
    Raises `ReadError` where the file is damaged, too deep, no ALTO or without text.
    """
    del encoding
    root = parsed(data, uri, "alto")
    image = _image(root)
    reading = _Reading(_styles(root), _centred(root))
    layout = first(root, "Layout")
    pages = [] if layout is None else children(layout, "Page")
    made = [reading.page(page, n, image) for n, page in enumerate(pages, 1)]
    return recognized_source(made, data, uri, reader="alto")


def _image(root: etree._Element) -> str:
    """Give the name of the page image; stated for one of several pages, for none."""
    found = [e.text or "" for e in root.iter() if local(e) == "fileName"]
    return found[0].strip() if found else ""


def _styles(root: etree._Element) -> dict[str, Styles]:
    """Give the styles that the file defines, by id."""
    return {
        element.get("ID", ""): _named(element.get("FONTSTYLE"))
        for element in root.iter()
        if local(element) == "TextStyle"
    }


def _centred(root: etree._Element) -> frozenset[str]:
    return frozenset(
        element.get("ID", "")
        for element in root.iter()
        if local(element) == "ParagraphStyle" and element.get("ALIGN") == "Center"
    )


def _named(words: str | None) -> Styles:
    return frozenset(_STYLES[w] for w in (words or "").split() if w in _STYLES)


class _Reading:
    """Reads the pages of one file, whose styles are known."""

    def __init__(self, styles: dict[str, Styles], centred: frozenset[str]) -> None:
        self._styles = styles
        self._centred_ids = centred

    def page(self, page: etree._Element, ordinal: int, image: str) -> RecognizedPage:
        label = page.get("PRINTED_IMG_NR") or str(ordinal)
        made = RecognizedPage(
            label.strip() or str(ordinal),
            number(page.get("WIDTH")) or 0.0,
            number(page.get("HEIGHT")) or 0.0,
            image if ordinal == 1 else "",
        )
        for space in page:
            place = _SPACES.get(local(space), Place.TEXT)
            made.blocks += self._blocks(space, place)
        return made

    def _blocks(self, space: etree._Element, place: Place) -> Iterator[RecognizedBlock]:
        for block in space.iter():
            if local(block) == "TextBlock":
                given = self._of(block, frozenset())
                lines = tuple(
                    made
                    for line in children(block, "TextLine")
                    if (made := self._line(line, given))
                )
                if lines:
                    refs = block.get("STYLEREFS", "").split()
                    centred = not self._centred_ids.isdisjoint(refs)
                    yield RecognizedBlock(lines, place, centred)

    def _line(self, line: etree._Element, given: Styles) -> Line | None:
        styles, words = self._of(line, given), list[RecognizedWord]()
        for element in line:
            if local(element) == "String":
                words.append(self._word(element, styles))
            elif local(element) == "HYP" and words:
                words[-1] = _hyphenated(words[-1], element)
        return recognized_line(words, _box(line))

    def _word(self, string: etree._Element, given: Styles) -> RecognizedWord:
        return RecognizedWord(
            string.get("CONTENT", "").strip(),
            _box(string),
            share(string.get("WC")),
            self._of(string, given),
        )

    def _of(self, element: etree._Element, given: Styles) -> Styles:
        """Give the styles of an element, from those around it."""
        named = [self._styles[r] for r in element.get("STYLEREFS", "").split()
                 if r in self._styles]  # fmt: skip
        own = frozenset[Style]().union(*named) if named else given
        return own | _named(element.get("STYLE"))


def _hyphenated(word: RecognizedWord, hyphen: etree._Element) -> RecognizedWord:
    """Put the hyphen after the word, unless that has it already."""
    mark = hyphen.get("CONTENT") or "-"
    text = word.text if word.text.endswith(mark) else word.text + mark
    return RecognizedWord(text, word.box, word.confidence, word.styles)


def _box(element: etree._Element) -> Box | None:
    left, top = number(element.get("HPOS")), number(element.get("VPOS"))
    width, height = number(element.get("WIDTH")), number(element.get("HEIGHT"))
    if left is None or top is None or width is None or height is None:
        return None
    return Box(left, top, left + max(width, 0), top + max(height, 0))
