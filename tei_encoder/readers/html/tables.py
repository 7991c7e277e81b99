"""Tells tables of data from tables that only place things on the page."""

from collections.abc import Iterator

from lxml import etree

from tei_encoder.readers.html.appearance import BLOCKS
from tei_encoder.readers.html.tree import local

#: blocks that a cell of data may hold, one of them at most
_PLAIN = frozenset({"p", "div", "center"})


def is_data(table: etree._Element) -> bool:
    """Tell a table of data (HTML, 4.9.1): it says so, or its cells hold words alone."""
    if table.get("role") in {"presentation", "none"}:
        return False
    if table.find(".//table") is not None:
        return False
    if table.find(".//th") is not None or table.find(".//caption") is not None:
        return True
    rows = [list(cells(row)) for row in table.iter("tr")]
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:  # noqa: PLR2004 - a grid
        return False
    return all(_is_plain(cell) for row in rows for cell in row)


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Give the cells of a row."""
    yield from (child for child in row if local(child) in {"td", "th"})


def is_header(row: etree._Element) -> bool:
    """Tell a row of headings."""
    parent = row.getparent()
    if parent is not None and local(parent) == "thead":
        return True
    found = list(cells(row))
    return bool(found) and all(local(cell) == "th" for cell in found)


def _is_plain(cell: etree._Element) -> bool:
    blocks = [e for e in cell.iterdescendants() if local(e) in BLOCKS]
    return len(blocks) <= 1 and all(local(block) in _PLAIN for block in blocks)
