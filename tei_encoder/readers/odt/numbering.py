"""Numbers and bullets that a word processor generates before list items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.readers.odt.names import FO, STYLE, TEXT, XML
from tei_encoder.readers.office.measures import whole
from tei_encoder.readers.office.numerals import numeral
from tei_encoder.readers.office.symbol_fonts import spelled_out

#: number formats of OpenDocument (ODF 1.3, part 3, 19.500) as WordprocessingML has them
_FORMATS: Final = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
    "I": "upperRoman", "": "none", "1st": "ordinal", "01": "decimalZero",
}  # fmt: skip
_NUMBER: Final = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_BULLET: Final = f"{TEXT}list-level-style-bullet"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list style; `shown` tells how many levels a number shows."""

    bullet: str = ""
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    ordered: bool = False
    space: str = " "


@dataclass(frozen=True, slots=True)
class Number:
    """What is printed before an item, with a space after it; `ordered` if it counts."""

    words: str
    is_known: bool = True


@dataclass(slots=True)
class Count:
    """How far a list has counted: numbers of its levels, from the first."""

    style: str
    numbers: list[int | None] = field(default_factory=list)

    def step(self, at: int, start: int, given: int | None) -> None:
        """Count one item more at a level (from 0); deeper levels begin anew."""
        del self.numbers[at + 1 :]
        self.numbers += [None] * (at + 1 - len(self.numbers))
        last = self.numbers[at]
        self.numbers[at] = given or (start if last is None else last + 1)


@dataclass(slots=True)
class Numbering:
    """List styles by name: their levels, from 0."""

    styles: Mapping[str, Mapping[int, Level]]
    outline: Mapping[int, Level]

    def level(self, style: str, at: int) -> Level:
        """Give a level of a list style; an unnumbered one where the file lacks it."""
        return self.styles.get(style, {}).get(at, Level())

    def printed(self, levels: Mapping[int, Level], count: Count, at: int) -> Number:
        """Give what is printed before an item at a level."""
        level = levels.get(at, Level())
        if not level.ordered:
            return Number(level.bullet + level.space if level.bullet else "")
        if not level.format:
            words = level.prefix + level.suffix
            return Number(words + level.space if words.strip() else "")
        known, parts = True, []
        for above in range(max(0, at + 1 - level.shown), at + 1):
            number = count.numbers[above] if above < len(count.numbers) else None
            other = levels.get(above, level)
            name = _FORMATS.get(other.format, "unknown")
            if name == "none":
                continue
            written = numeral(number or other.start, name)
            known = known and written is not None
            parts.append(written or str(number or other.start))
        words = level.prefix + ".".join(parts) + level.suffix
        return Number(words + level.space, known)


def read_numbering(*roots: etree._Element | None) -> Numbering:
    """Read the list styles of parts; where they share a name, the first's holds."""
    styles: dict[str, dict[int, Level]] = {}
    outline: dict[int, Level] = {}
    for root in roots:
        for element in root.iter(f"{TEXT}list-style") if root is not None else ():
            styles.setdefault(element.get(f"{STYLE}name", ""), _levels(element))
        for element in root.iter(f"{TEXT}outline-style") if root is not None else ():
            outline = outline or _levels(element)
    return Numbering(styles, outline)


def list_name(element: etree._Element) -> str:
    """Give the id by which another list may say that it continues this one."""
    return element.get(f"{XML}id", "")


def _levels(element: etree._Element) -> dict[int, Level]:
    return {whole(e.get(f"{TEXT}level"), 1) - 1: _level(e) for e in element}


def _level(element: etree._Element) -> Level:
    properties = element.find(f"{STYLE}text-properties")
    font = "" if properties is None else _font(properties)
    return Level(
        bullet=spelled_out(element.get(f"{TEXT}bullet-char", ""), font)
        if element.tag == _BULLET
        else "",
        format=element.get(f"{STYLE}num-format", ""),
        prefix=element.get(f"{STYLE}num-prefix", ""),
        suffix=element.get(f"{STYLE}num-suffix", ""),
        start=whole(element.get(f"{TEXT}start-value"), 1),
        shown=whole(element.get(f"{TEXT}display-levels"), 1),
        ordered=element.tag in _NUMBER,
        space="" if _followed_by(element) == "nothing" else " ",
    )


def _followed_by(element: etree._Element) -> str:
    path = f"{STYLE}list-level-properties/{STYLE}list-level-label-alignment"
    found = element.find(path)
    return "" if found is None else found.get(f"{TEXT}label-followed-by", "")


def _font(properties: etree._Element) -> str:
    found = properties.get(f"{STYLE}font-name") or properties.get(f"{FO}font-family")
    return (found or "").strip("'")
