"""Headers and footers of the page styles in use: each once, after everything else."""

from typing import Final

from lxml import etree

from tei_encoder.readers.odt.names import STYLE
from tei_encoder.readers.odt.styles import Styles
from tei_encoder.readers.odt.walk import Walk
from tei_encoder.readers.office.xml import plain

_FIRST: Final = "Standard"
_MARGINS: Final = (
    ("header", "running-head"),
    ("header-first", "running-head"),
    ("header-left", "running-head"),
    ("footer", "running-foot"),
    ("footer-first", "running-foot"),
    ("footer-left", "running-foot"),
)


def write_margins(walk: Walk, root: etree._Element | None) -> None:
    """Write headers, then footers, as asides; what no page shows is counted."""
    if root is None:
        return
    pages = _used(root, walk.styles)
    seen: set[tuple[str, str]] = set()
    for name, reason in _MARGINS:
        for page in pages:
            margin = page.find(f"{STYLE}{name}")
            words = "" if margin is None else plain(margin)
            if margin is None or (reason, words) in seen:
                continue
            seen.add((reason, words))
            if margin.get(f"{STYLE}display") == "false":
                with walk.hidden():
                    walk.through(margin)
            else:
                with walk.flow.aside(reason), walk.story():
                    walk.through(margin)


def _used(root: etree._Element, styles: Styles) -> list[etree._Element]:
    """Give the page styles that paragraphs ask for, the first, and what follows."""
    pages = {e.get(f"{STYLE}name", ""): e for e in root.iter(f"{STYLE}master-page")}
    asked = [sheet.master for sheet in styles.sheets.values() if sheet.master]
    used: dict[str, etree._Element] = {}
    for name in (_FIRST, *asked):
        following = name
        while following in pages and following not in used:
            used[following] = pages[following]
            following = pages[following].get(f"{STYLE}next-style-name", "")
    return list(used.values())
