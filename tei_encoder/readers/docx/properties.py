"""Reads properties of runs and paragraphs: names to values, as the file has them."""

from typing import Final

from lxml import etree

from tei_encoder.readers.docx.names import W

Properties = dict[str, str]

VAL: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off", "none"})
#: properties that are on or off, and those that have a value
_SWITCHES: Final = {
    f"{W}{name}": name
    for name in (
        *("b", "i", "smallCaps", "strike", "dstrike", "vanish", "u"),
        *("pageBreakBefore",),
    )
}
_VALUES: Final = {
    f"{W}{name}": name for name in ("vertAlign", "rStyle", "outlineLvl", "jc", "pStyle")
}
_SIDES: Final = (f"{W}left", f"{W}start")


def run_properties(element: etree._Element | None) -> Properties:
    """Read `w:rPr`; what is on is `1`, what is off is empty."""
    found: Properties = {}
    for child in element if element is not None else ():
        _simple(child, found)
        if child.tag == f"{W}rFonts":
            found["font"] = child.get(f"{W}ascii") or child.get(f"{W}hAnsi") or ""
    return found


def paragraph_properties(element: etree._Element | None) -> Properties:
    """Read `w:pPr`: alignment, outline level, left indent in points, numbering."""
    found: Properties = {}
    for child in element if element is not None else ():
        _simple(child, found)
        if child.tag == f"{W}ind":
            side = next((s for s in map(child.get, _SIDES) if s), None)
            found |= {} if side is None else {"left": side}
        elif child.tag == f"{W}numPr":
            found |= _numbering(child)
    return found


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a property is on: it is there, and does not say that it is off."""
    return element is not None and element.get(VAL) not in _OFF


def value_of(element: etree._Element | None, path: str, default: str = "") -> str:
    """Give the `w:val` of what lies at a path of local names."""
    if element is None:
        return default
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return default if found is None else found.get(VAL, default)


def _simple(element: etree._Element, found: Properties) -> None:
    tag = str(element.tag)
    if name := _SWITCHES.get(tag):
        found[name] = "1" if is_on(element) else ""
    elif name := _VALUES.get(tag):
        found[name] = element.get(VAL, "")


def _numbering(element: etree._Element) -> Properties:
    found = {}
    for child in element:
        if child.tag in {f"{W}numId", f"{W}ilvl"}:
            found[str(child.tag).removeprefix(W)] = child.get(VAL, "")
    return found
