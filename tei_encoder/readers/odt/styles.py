"""Styles: how runs and paragraphs look, by inheritance (ODF 1.3, part 3, 16)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Style
from tei_encoder.readers.odt.names import FO, OFFICE, STYLE, TEXT
from tei_encoder.readers.office.measures import points

Properties = dict[str, str]

_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_NONE: Final = frozenset({None, "", "none"})
_PROPERTIES: Final = (
    f"{STYLE}text-properties",
    f"{STYLE}paragraph-properties",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style: its printed name, and all its properties, inherited ones included.

    `page` tells that a paragraph in it begins a page; `lists` names a list style.
    """

    name: str = ""
    properties: Properties = field(default_factory=dict)
    page: bool = False
    lists: str = ""
    master: str = ""


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks; `font` is that of its symbols."""

    styles: tuple[Style, ...] = ()
    hidden: bool = False
    font: str = ""


_PLAIN: Final = Sheet()


@dataclass(slots=True)
class Styles:
    """The styles of a file by family and name; `defaults` are those of families."""

    sheets: dict[tuple[str, str], Sheet]
    defaults: dict[str, Properties]
    _looks: dict[tuple[str, ...], RunLook] = field(default_factory=dict)

    def sheet(self, family: str, name: str) -> Sheet:
        """Give a style; an empty one where the file lacks it."""
        return self.sheets.get((family, name), _PLAIN)

    def look(self, paragraph: str, spans: tuple[str, ...]) -> RunLook:
        """Give the look of a run in a paragraph style and nested text styles."""
        key = paragraph, *spans
        if key not in self._looks:
            found = self.defaults.get("paragraph", {})
            found = found | self.sheet("paragraph", paragraph).properties
            for span in spans:
                found = found | self.sheet("text", span).properties
            self._looks[key] = _look(found)
        return self._looks[key]

    def indent(self, paragraph: str) -> float:
        """Give the left indent of a paragraph style in points."""
        found = self.sheet("paragraph", paragraph).properties
        return points(found.get(f"{FO}margin-left", ""))

    def centred(self, paragraph: str) -> bool:
        """Tell whether a paragraph style centres."""
        found = self.sheet("paragraph", paragraph).properties
        return found.get(f"{FO}text-align") == "center"


def read_styles(*roots: etree._Element | None) -> Styles:
    """Read the styles of parts; where they share a name, the first part's holds."""
    found: dict[tuple[str, str], etree._Element] = {}
    defaults: dict[str, Properties] = {}
    for root in roots:
        for element in root.iter(f"{STYLE}style") if root is not None else ():
            key = element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")
            found.setdefault(key, element)
        for element in root.iter(f"{STYLE}default-style") if root is not None else ():
            family = element.get(f"{STYLE}family", "")
            defaults.setdefault(family, _properties(element))
    sheets: dict[tuple[str, str], Sheet] = {}
    for key in found:
        _resolve(key, found, sheets)
    return Styles(sheets, defaults)


def _resolve(
    key: tuple[str, str],
    found: dict[tuple[str, str], etree._Element],
    sheets: dict[tuple[str, str], Sheet],
) -> None:
    """Read a style after those that it is based on; a circle ends where it closes."""
    chain: list[tuple[str, str]] = []
    while key in found and key not in sheets and key not in chain:
        chain.append(key)
        key = key[0], found[key].get(f"{STYLE}parent-style-name", "")
    for name in reversed(chain):
        parent = name[0], found[name].get(f"{STYLE}parent-style-name", "")
        sheets[name] = _sheet(found[name], sheets.get(parent, _PLAIN))


def _sheet(element: etree._Element, parent: Sheet) -> Sheet:
    """Read a style; an automatic one goes by the name of what it is based on."""
    name: str = element.get(f"{STYLE}display-name") or element.get(f"{STYLE}name") or ""
    own = _properties(element)
    above = element.getparent()
    if above is not None and above.tag == f"{OFFICE}automatic-styles":
        name = parent.name
    return Sheet(
        name=name,
        properties=parent.properties | own,
        page=_begins_page(element, own),
        lists=element.get(f"{STYLE}list-style-name", "") or parent.lists,
        master=element.get(f"{STYLE}master-page-name", ""),
    )


def _begins_page(element: etree._Element, own: Properties) -> bool:
    before = own.get(f"{FO}break-before") == "page"
    return before or bool(element.get(f"{STYLE}master-page-name"))


def _properties(element: etree._Element) -> Properties:
    return dict(_attributes(element))


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for child in element.iterchildren(*_PROPERTIES):
        for name, value in child.items():
            yield str(name), str(value)


def _look(found: Properties) -> RunLook:
    styles = [style for style, is_so in _styles(found) if is_so]
    hidden = found.get(f"{TEXT}display") == "none"
    font = found.get(f"{STYLE}font-name") or found.get(f"{FO}font-family") or ""
    return RunLook(tuple(styles), hidden, font.strip("'"))


def _styles(found: Properties) -> Iterator[tuple[Style, bool]]:
    underline = found.get(f"{STYLE}text-underline-style")
    through = found.get(f"{STYLE}text-line-through-style")
    through_type = found.get(f"{STYLE}text-line-through-type")
    position = found.get(f"{STYLE}text-position", "").split(maxsplit=1)[:1]
    yield Style.BOLD, found.get(f"{FO}font-weight") in _BOLD
    yield Style.ITALIC, found.get(f"{FO}font-style") in {"italic", "oblique"}
    yield Style.UNDERLINE, underline not in _NONE
    yield Style.STRIKE, through not in _NONE or through_type not in _NONE
    yield Style.SMALL_CAPS, found.get(f"{FO}font-variant") == "small-caps"
    yield Style.SUPERSCRIPT, bool(position) and _raised(position[0]) > 0
    yield Style.SUBSCRIPT, bool(position) and _raised(position[0]) < 0


def _raised(position: str) -> float:
    """Give how far letters are raised: `super`, `sub` or a percentage (20.385)."""
    try:
        return {"super": 1.0, "sub": -1.0}.get(position) or float(position.rstrip("%"))
    except ValueError:
        return 0.0
