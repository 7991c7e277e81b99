"""Styles: what a paragraph or run looks like, by inheritance (ECMA-376, 17.7)."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Style
from tei_encoder.readers.docx.names import W
from tei_encoder.readers.docx.properties import (
    Properties,
    paragraph_properties,
    run_properties,
    value_of,
)

#: properties that a character style toggles where its paragraph has them (17.7.3)
_TOGGLES: Final = ("b", "i", "smallCaps", "strike", "dstrike", "vanish")
_STYLES: Final = (
    ("b", Style.BOLD),
    ("i", Style.ITALIC),
    ("u", Style.UNDERLINE),
    ("strike", Style.STRIKE),
    ("dstrike", Style.STRIKE),
    ("smallCaps", Style.SMALL_CAPS),
)
_RAISED: Final = {"superscript": Style.SUPERSCRIPT, "subscript": Style.SUBSCRIPT}


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A style: its printed name, and its properties with those it inherits."""

    name: str = ""
    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks; `font` is that of its symbols."""

    styles: tuple[Style, ...] = ()
    hidden: bool = False
    font: str = ""


_PLAIN: Final = StyleSheet()


@dataclass(slots=True)
class Styles:
    """The styles of a file, by id; `usual` is what a paragraph has without any."""

    sheets: dict[str, StyleSheet]
    defaults: StyleSheet
    usual: str
    _looks: dict[tuple[str, tuple[tuple[str, str], ...]], RunLook] = field(
        default_factory=dict
    )

    def sheet(self, style: str) -> StyleSheet:
        """Give a style by its id; an empty one where the file lacks it."""
        return self.sheets.get(style, _PLAIN)

    def paragraph(self, direct: Properties) -> Properties:
        """Give all properties of a paragraph that states some itself."""
        sheet = self.sheet(direct.get("pStyle", self.usual))
        return self.defaults.paragraph | sheet.paragraph | direct

    def look(self, paragraph: str, direct: Properties) -> RunLook:
        """Give the look of a run in a paragraph of some style."""
        key = paragraph, tuple(direct.items())
        if key not in self._looks:
            self._looks[key] = self._look(paragraph, direct)
        return self._looks[key]

    def _look(self, paragraph: str, direct: Properties) -> RunLook:
        outer = self.sheet(paragraph).run
        inner = self.sheet(direct.get("rStyle", "")).run
        found = self.defaults.run | outer | inner | direct
        for name in _TOGGLES:
            if name not in direct and outer.get(name) and inner.get(name):
                found[name] = ""
        styles = dict.fromkeys(style for name, style in _STYLES if found.get(name))
        if raised := _RAISED.get(found.get("vertAlign", "")):
            styles[raised] = None
        return RunLook(tuple(styles), bool(found.get("vanish")), found.get("font", ""))


def read_styles(root: etree._Element | None) -> Styles:
    """Read `w:styles`; a file without them has no named style."""
    if root is None:
        return Styles({}, _PLAIN, "")
    found = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    sheets: dict[str, StyleSheet] = {}
    for style in found:
        _resolve(style, found, sheets)
    return Styles(sheets, _defaults(root), _usual(found))


def _resolve(
    style: str, found: dict[str, etree._Element], sheets: dict[str, StyleSheet]
) -> None:
    """Read a style after those that it is based on; a circle ends where it closes."""
    chain: list[str] = []
    while style in found and style not in sheets and style not in chain:
        chain.append(style)
        style = value_of(found[style], "basedOn")
    for name in reversed(chain):
        sheets[name] = _sheet(name, found[name], sheets)


def _sheet(
    style: str, element: etree._Element, sheets: dict[str, StyleSheet]
) -> StyleSheet:
    based = sheets.get(value_of(element, "basedOn"), _PLAIN)
    paragraph = paragraph_properties(element.find(f"{W}pPr"))
    if "numId" in paragraph:
        paragraph["numbered by"] = style
    return StyleSheet(
        value_of(element, "name", style),
        based.run | run_properties(element.find(f"{W}rPr")),
        based.paragraph | paragraph,
    )


def _defaults(root: etree._Element) -> StyleSheet:
    return StyleSheet(
        "",
        run_properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")),
        paragraph_properties(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")),
    )


def _usual(found: dict[str, etree._Element]) -> str:
    """Give the id of the default paragraph style."""
    for style, element in found.items():
        is_paragraph = element.get(f"{W}type") == "paragraph"
        if is_paragraph and element.get(f"{W}default") in {"1", "true", "on"}:
            return style
    return ""
