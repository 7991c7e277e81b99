"""The numbers and bullets that browsers print before the items of a list."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.span import Span
from tei_encoder.readers.html.appearance import declarations
from tei_encoder.readers.html.tree import local

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS: Final = 26
#: the highest number that Roman numerals are written for
_ROMAN_END: Final = 4000
_BULLET: Final = "• "


@dataclass(slots=True)
class ListState:
    """A list that is being written: its next number and the spans of its items."""

    element: etree._Element
    number: int = 1
    step: int = 1
    items: list[Span] = field(default_factory=list)

    @property
    def ordered(self) -> bool:
        """Tell whether the items are numbered."""
        return local(self.element) == "ol"

    def marker(self, item: etree._Element) -> str:
        """Give what is printed before an item, its blank included; count it."""
        value = _number(item.get("value"), self.number)
        self.number = value + self.step
        if "list-style:none" in css(self.element) + css(item):
            return ""
        if not self.ordered:
            return _BULLET
        kind = item.get("type") or self.element.get("type") or "1"
        return f"{numeral(value, kind)}. "


def begin_list(element: etree._Element) -> ListState:
    """Begin a list at its first number (HTML, 4.4.5)."""
    backward = element.get("reversed") is not None
    first = len(element.findall("li")) if backward else 1
    start = _number(element.get("start"), first)
    return ListState(element, start, -1 if backward else 1)


def css(element: etree._Element) -> str:
    """Give the style attribute, its two ways to ask for no bullet made one."""
    return declarations(element).replace("list-style-type:", "list-style:")


def numeral(value: int, kind: str) -> str:
    """Give a number in the numerals that the type attribute names."""
    match kind:
        case "a" | "A" if value > 0:
            digits = _lettered(value)
        case "i" | "I" if 0 < value < _ROMAN_END:
            digits = _roman(value)
        case _:
            return str(value)
    return digits.upper() if kind.isupper() else digits


def _lettered(value: int) -> str:
    digits = ""
    while value:
        value, rest = divmod(value - 1, _LETTERS)
        digits = chr(ord("a") + rest) + digits
    return digits


def _roman(value: int) -> str:
    digits = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        digits += sign * count
    return digits


def _number(stated: str | None, default: int) -> int:
    try:
        number = int(stated) if stated else default
    except ValueError:
        return default
    return number if abs(number) < 1_000_000_000 else default  # noqa: PLR2004 - any
