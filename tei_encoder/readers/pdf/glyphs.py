"""What pdfium tells of single characters of a page.

The only module that calls pdfium's text functions; nothing of it leaves this file
but numbers and words. pdfium's coordinates grow upwards, ours downwards.
"""

import math
import re
from ctypes import addressof, c_int, c_void_p, cast, create_string_buffer
from sys import maxunicode
from typing import Any, Final, NamedTuple

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.sheet import Box
from tei_encoder.readers.pdf.calls import call

_BOLD: Final = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_ITALIC: Final = re.compile("italic|oblique|kursiv", re.IGNORECASE)
#: flags of a font descriptor (ISO 32000-1, table 123)
_ITALIC_FLAG: Final = 1 << 6
_BOLD_FLAG: Final = 1 << 18
#: text rendering modes without ink (ISO 32000-1, table 106)
_INKLESS: Final = frozenset({3, 7})
#: how far from a quarter turn the writing may slope (radians)
_SLOPE: Final = 0.17
#: bytes of a font's name that are looked at
_NAME: Final = 256


class Look(NamedTuple):
    """How characters look.

    `size` is in points; `turn` counts quarter turns to the left, None for a slope;
    `inked` is False for text that is written without being seen.
    """

    size: float
    styles: frozenset[Style]
    turn: int | None
    inked: bool


class Print(NamedTuple):
    """A look, and a point on the baseline, in pdfium's coordinates."""

    look: Look
    origin: tuple[float, float]

    def level(self) -> float:
        """Give where the baseline lies: across the direction of writing."""
        x, y = self.origin
        return x if self.look.turn in {1, 3} else y


class Glyphs:
    """The characters of one page; an index counts them from 0."""

    def __init__(self, raw: Any, textpage: Any) -> None:  # noqa: ANN401 - an optional library
        """Ask pdfium (`raw`) about a text page that stays open meanwhile."""
        self._raw = raw
        self._textpage = textpage
        self._page = cast(textpage.raw, c_void_p).value
        self._name = create_string_buffer(_NAME)
        self._flags = c_int()
        self._rectangle = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._places = [
            addressof(kept)
            for kept in (self._name, self._flags, self._rectangle, self._matrix)
        ]
        self._ask_object = call(raw, "FPDFText_GetTextObject")
        self._ask_box = call(raw, "FPDFText_GetLooseCharBox")
        self._ask_matrix = call(raw, "FPDFText_GetMatrix")
        self._ask_size = call(raw, "FPDFText_GetFontSize")
        self._ask_font = call(raw, "FPDFTextObj_GetFont")
        self._ask_mode = call(raw, "FPDFTextObj_GetTextRenderMode")
        self._looks: dict[tuple[float | None, ...], Look] = {}
        self._by_object: dict[int, Print] = {}
        self._by_index: dict[int, Print] = {}
        self.unmapped = 0

    def text(self) -> str:
        """Give the characters of the page, one each; U+FFFD for one that is unknown.

        pdfium leaves out of its text what has no character: then each is asked for.
        """
        count = self._raw.FPDFText_CountChars(self._textpage)
        text: str = self._textpage.get_text_range() if count > 0 else ""
        if len(text) != count:
            ask = self._raw.FPDFText_GetUnicode
            text = "".join(_character(ask(self._textpage, i)) for i in range(count))
        unknown, page = call(self._raw, "FPDFText_HasUnicodeMapError"), self._page
        lost = [i for i in range(count) if unknown(page, i) == 1]
        self.unmapped = len(lost)
        if lost:
            characters = list(text)
            for index in lost:
                characters[index] = "\ufffd"
            text = "".join(characters)
        return text

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Give left, bottom, right and top of a character with its spacing."""
        area = self._rectangle
        self._ask_box(self._page, index, self._places[2])
        return area.left, area.bottom, area.right, area.top

    def print(self, index: int) -> Print:
        """Give how a character was printed: asked once for all of a text object."""
        found = self._by_index.get(index)
        if found is None:
            owner = self._ask_object(self._page, index)
            found = self._by_object.get(owner) if owner else None
            if found is None:
                found = self._by_object[owner] = self._asked(index, owner)
            self._by_index[index] = found
        return found

    def _asked(self, index: int, owner: int | None) -> Print:
        matrix = self._matrix
        self._ask_matrix(self._page, index, self._places[3])
        origin = (matrix.e, matrix.f)
        size = self._ask_size(self._page, index)
        mode = self._ask_mode(owner) if owner else 0
        font = self._ask_font(owner) if owner else None
        key = (font, size, mode, matrix.a, matrix.b, matrix.c, matrix.d)
        look = self._looks.get(key) if font else None
        if look is None:
            look = self._looks[key] = self._look(index, size, mode)
        return Print(look, origin)

    def _look(self, index: int, size: float, mode: int) -> Look:
        """Give a look; the name of the font is asked for once on a page."""
        matrix, (name, flags, *_) = self._matrix, self._places
        ask = call(self._raw, "FPDFText_GetFontInfo")
        ask(self._page, index, name, _NAME, flags)
        return Look(
            round(abs(size) * math.hypot(matrix.c, matrix.d), 2),
            _styles(self._name.value, self._flags.value),
            _turn(matrix.a, matrix.b),
            mode not in _INKLESS,
        )


def _character(code: int) -> str:
    """Give a character; U+0000 is what pdfium does not know."""
    return chr(code) if 0 < code <= maxunicode else "\ufffd"


def _styles(name: bytes, flags: int) -> frozenset[Style]:
    """Tell bold and italic by the name of the font and the flags of its descriptor."""
    words = name.decode("utf-8", "replace").rpartition("+")[2]
    bold = _BOLD.search(words) or flags & _BOLD_FLAG
    italic = _ITALIC.search(words) or flags & _ITALIC_FLAG
    found = ((Style.BOLD, bold), (Style.ITALIC, italic))
    return frozenset(style for style, told in found if told)


def _turn(a: float, b: float) -> int | None:
    if b == 0 and a > 0:
        return 0
    angle = math.atan2(b, a)
    quarters = round(angle / (math.pi / 2))
    sloped = abs(angle - quarters * math.pi / 2) > _SLOPE
    return None if sloped else quarters % 4


def placed(area: tuple[float, float, float, float], turn: int) -> Box:
    """Give an area of pdfium's as a box whose lines run to the right."""
    left, bottom, right, top = area
    match turn:
        case 1:
            return Box(bottom, left, top, right)
        case 2:
            return Box(-right, bottom, -left, top)
        case 3:
            return Box(-top, -right, -bottom, -left)
        case _:
            return Box(left, -top, right, -bottom)


def level(point: tuple[float, float], turn: int) -> float:
    """Give how far down a point stands on a page so turned."""
    x, y = point
    return (-y, x, y, -x)[turn]
