"""Numbers and bullets that Word generates before paragraphs (ECMA-376, 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.readers.docx.names import W
from tei_encoder.readers.docx.properties import (
    Properties,
    is_on,
    paragraph_properties,
    run_properties,
    value_of,
)
from tei_encoder.readers.office.measures import whole
from tei_encoder.readers.office.numerals import numeral
from tei_encoder.readers.office.symbol_fonts import spelled_out

_PLACE: Final = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering, from 0; `restart` is the level (from 1) that resets it.

    `text` is the pattern of the printed number: `%1.%2` shows two levels.
    """

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    suffix: str = " "
    digits_only: bool = False
    font: str = ""
    style: str = ""
    paragraph: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """What is printed before a paragraph, its suffix included."""

    words: str
    ordered: bool
    is_known: bool = True


@dataclass(slots=True)
class Numbering:
    """The numberings of a file by id, and how far each has counted.

    Numberings of one pattern (`w:abstractNum`) count on together, unless one of them
    starts anew (`w:startOverride`).
    """

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level(self, numbering: str, level: int) -> Level | None:
        """Give a level of a numbering; None where the file has none."""
        return self.levels.get(numbering, {}).get(level)

    def level_of_style(self, numbering: str, style: str) -> int:
        """Give the level that is tied to a paragraph style; else the first."""
        levels = self.levels.get(numbering, {})
        return next((n for n, level in levels.items() if level.style == style), 0)

    def count(self, numbering: str, at: int) -> Number | None:
        """Count one paragraph more, and give what is printed before it."""
        level = self.level(numbering, at)
        if level is None:
            return None
        self._step(numbering, at, level)
        if level.format == "bullet":
            bullet = spelled_out(level.text, level.font)
            return Number(bullet + level.suffix if bullet else "", ordered=False)
        return self._printed(numbering, level)

    def _step(self, numbering: str, at: int, level: Level) -> None:
        counts = self._counts.setdefault(self.patterns.get(numbering, ""), {})
        anew = self.starts.get(numbering, {}).get(at)
        if anew is not None and (numbering, at) not in self._begun:
            counts[at] = anew
        else:
            counts[at] = counts.get(at, level.start - 1) + 1
        self._begun.add((numbering, at))
        for deeper in [n for n in counts if n > at]:
            below = self.level(numbering, deeper)
            restart = deeper if not below or below.restart is None else below.restart
            if at < restart:
                del counts[deeper]

    def _printed(self, numbering: str, level: Level) -> Number:
        counts = self._counts[self.patterns.get(numbering, "")]
        unknown: list[str] = []

        def shown(place: re.Match[str]) -> str:
            other = self.level(numbering, int(place[1]) - 1) or Level()
            number = counts.get(int(place[1]) - 1, other.start)
            written = numeral(number, "decimal" if level.digits_only else other.format)
            if written is None:
                unknown.append(other.format)
            return str(number) if written is None else written

        words = spelled_out(_PLACE.sub(shown, level.text), level.font)
        return Number(words + level.suffix if words else "", True, not unknown)  # noqa: FBT003 - named in the class


def read_numbering(root: etree._Element | None) -> Numbering:
    """Read `w:numbering`."""
    if root is None:
        return Numbering()
    patterns = {
        element.get(f"{W}abstractNumId", ""): element
        for element in root.iter(f"{W}abstractNum")
    }
    by_style = {
        style: element
        for element in patterns.values()
        if (style := value_of(element, "styleLink"))
    }
    numbers = {e.get(f"{W}numId", ""): e for e in root.iter(f"{W}num")}
    used = {n: value_of(e, "abstractNumId") for n, e in numbers.items()}
    levels = {}
    for name, element in numbers.items():
        pattern = patterns.get(used[name])
        pattern = by_style.get(value_of(pattern, "numStyleLink"), pattern)
        levels[name] = _levels(pattern) | _overrides(element)
    starts = {name: _starts(element) for name, element in numbers.items()}
    return Numbering(levels, used, starts)


def _levels(element: etree._Element | None) -> dict[int, Level]:
    found = element.iterchildren(f"{W}lvl") if element is not None else ()
    return {whole(level.get(f"{W}ilvl")): _level(level) for level in found}


def _overrides(number: etree._Element) -> dict[int, Level]:
    found = number.iterfind(f"{W}lvlOverride/{W}lvl")
    return {whole(level.get(f"{W}ilvl")): _level(level) for level in found}


def _starts(number: etree._Element) -> dict[int, int]:
    return {
        whole(override.get(f"{W}ilvl")): whole(value_of(override, "startOverride"))
        for override in number.iterchildren(f"{W}lvlOverride")
        if override.find(f"{W}startOverride") is not None
    }


def _level(element: etree._Element) -> Level:
    restart = value_of(element, "lvlRestart")
    return Level(
        format=value_of(element, "numFmt", "decimal"),
        text=value_of(element, "lvlText"),
        start=whole(value_of(element, "start", "1")),
        restart=whole(restart) if restart else None,
        suffix="" if value_of(element, "suff") == "nothing" else " ",
        digits_only=is_on(element.find(f"{W}isLgl")),
        font=run_properties(element.find(f"{W}rPr")).get("font", ""),
        style=value_of(element, "pStyle"),
        paragraph=paragraph_properties(element.find(f"{W}pPr")),
    )
