"""HOCR 1.2 (Breuel 2007, Baierer 2020): recognized text as classes of a web page."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.layout import Style
from tei_encoder.model.source import Source
from tei_encoder.readers.html.charset import decode_page
from tei_encoder.readers.html.tree import classes, local, parse_page
from tei_encoder.readers.ocr.findings import recognized_source
from tei_encoder.readers.ocr.markup import number, share
from tei_encoder.readers.ocr.recognized import (
    Place,
    RecognizedBlock,
    RecognizedPage,
    RecognizedWord,
    recognized_line,
)
from tei_encoder.readers.pages.sheet import Box, Line

_LINES: Final = frozenset(
    {
        "ocr_line",
        "ocrx_line",
        "ocr_header",
        "ocr_footer",
        "ocr_pageno",
        "ocr_caption",
        "ocr_textfloat",
        "ocr_footnote",
    }
)
_WORDS: Final = frozenset({"ocrx_word", "ocr_word"})
_PLACES: Final = {
    "ocr_header": Place.HEAD,
    "ocr_footer": Place.FOOT,
    "ocr_pageno": Place.PAGE_NUMBER,
    "ocr_footnote": Place.NOTE,
    "ocr_chapter": Place.HEADING,
    "ocr_section": Place.HEADING,
    "ocr_title": Place.HEADING,
}
_STYLES: Final = {
    "strong": Style.BOLD,
    "b": Style.BOLD,
    "em": Style.ITALIC,
    "i": Style.ITALIC,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "u": Style.UNDERLINE,
}
#: other readings of a word or letter, which are no part of it
_ALTERNATIVES: Final = "ocrx_cinfo"
_PROPERTY: Final = re.compile(r"""([\w-]+)\s+((?:"[^"]*"|'[^']*'|[^;"'])*)""")


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read hOCR; lines and paragraphs are those that the file states.

    Raises `ReadError` where the file has no `ocr_page`, nests too deep or has no text.
    """
    decoded = decode_page(data, uri, encoding=encoding)
    body = parse_page(decoded.text, uri)
    found = [e for e in body.iter() if local(e) and "ocr_page" in classes(e)]
    if not found:
        raise ReadError(
            "no element has the class ocr_page",
            place=uri,
            remedy="read it as a web page: --from html",
        )
    pages = [_page(element, n) for n, element in enumerate(found, 1)]
    return recognized_source(pages, data, uri, reader="hocr", encoding=decoded.encoding)


def _page(element: etree._Element, ordinal: int) -> RecognizedPage:
    told = _properties(element)
    box = _box(told.get("bbox", "")) or Box(0, 0, 0, 0)
    label = told.get("lpageno", "").strip("\"'") or str(ordinal)
    image = told.get("image", "").strip().strip("\"'")
    blocks = list(_blocks(element))
    return RecognizedPage(label, box.right, box.bottom, image, blocks)


def _blocks(page: etree._Element) -> Iterator[RecognizedBlock]:
    """Give lines that share a paragraph together; what stands alone is a block."""
    lines: list[Line] = []
    owner: etree._Element | None = None
    place = Place.TEXT
    for element in _line_elements(page):
        line = _line(element)
        if line is None:
            continue
        holder, where = _holder(element, page)
        if lines and (holder is not owner or where is not place):
            yield RecognizedBlock(tuple(lines), place)
            lines = []
        owner, place = holder, where
        lines.append(line)
    if lines:
        yield RecognizedBlock(tuple(lines), place)


def _line_elements(page: etree._Element) -> list[etree._Element]:
    """Give the outermost lines; words outside of any count as lines by their parent."""
    found: list[etree._Element] = []
    inside: set[etree._Element] = set()
    for element in page.iter():
        if not local(element):
            continue
        parent = element.getparent()
        if parent in inside:
            inside.add(element)
        elif not _LINES.isdisjoint(classes(element)):
            found.append(element)
            inside.add(element)
        elif parent is not None and not _WORDS.isdisjoint(classes(element)):
            found.append(parent)
            inside.add(parent)
            inside.add(element)
    return list(dict.fromkeys(found))


def _holder(
    line: etree._Element, page: etree._Element
) -> tuple[etree._Element | None, Place]:
    """Give the paragraph (or area) of a line, and what it is said to be."""
    area: etree._Element | None = None
    for element in (line, *line.iterancestors()):
        if element is page:
            break
        named = classes(element)
        place = next((_PLACES[name] for name in sorted(named & _PLACES.keys())), None)
        if place:
            return element, place
        if "ocr_par" in named or ("ocr_carea" in named and area is None):
            area = element
    return area, Place.TEXT


def _line(element: etree._Element) -> Line | None:
    box = _box(_properties(element).get("bbox", ""))
    found = [
        e for e in element.iter() if local(e) and not _WORDS.isdisjoint(classes(e))
    ]
    words = [_word(word) for word in found]
    if words:
        return recognized_line(words, box)
    return recognized_line([], box, " ".join(_text(element).split()))


def _word(element: etree._Element) -> RecognizedWord:
    told = _properties(element)
    text = " ".join(_text(element).split())
    styles = {_STYLES[local(e)] for e in element.iter() if local(e) in _STYLES}
    styles |= {_STYLES[local(e)] for e in _around(element) if local(e) in _STYLES}
    confidence = number(told.get("x_wconf"))
    return RecognizedWord(
        text,
        _box(told.get("bbox", "")),
        None if confidence is None else share(str(confidence / 100)),
        frozenset(styles),
    )


def _around(word: etree._Element) -> Iterator[etree._Element]:
    """Give the elements between a word and its line."""
    for element in word.iterancestors():
        if not _LINES.isdisjoint(classes(element)) or local(element) in {"p", "div"}:
            return
        yield element


def _text(element: etree._Element) -> str:
    """Give the text of an element without other readings, unless it has no other."""
    chosen = "".join(_texts(element))
    return chosen if chosen.strip() else "".join(map(str, element.itertext()))


def _texts(element: etree._Element) -> Iterator[str]:
    skipped = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment")):
        alternative = bool(local(node)) and _ALTERNATIVES in classes(node)
        if event == "start":
            skipped += alternative
            if not skipped:
                yield node.text or ""
            continue
        skipped -= alternative
        if node is not element and not skipped:
            yield node.tail or ""


def _properties(element: etree._Element) -> dict[str, str]:
    """Give the properties in a title: `bbox 1 2 3 4; x_wconf 90`."""
    return {
        found[1]: found[2].strip()
        for found in _PROPERTY.finditer(element.get("title", ""))
    }


def _box(words: str) -> Box | None:
    numbers = [number(word) for word in words.split()]
    if len(numbers) != 4 or None in numbers:  # noqa: PLR2004 - left, top, right, bottom
        return None
    left, top, right, bottom = (value or 0.0 for value in numbers)
    return Box(left, top, max(left, right), max(top, bottom))
