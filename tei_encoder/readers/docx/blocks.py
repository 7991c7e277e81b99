"""Paragraphs and tables."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from lxml import etree

from tei_encoder.model.layout import ChangeKind
from tei_encoder.readers.docx.names import W
from tei_encoder.readers.docx.numbering import Number
from tei_encoder.readers.docx.properties import (
    Properties,
    is_on,
    paragraph_properties,
)
from tei_encoder.readers.docx.walk import Handler, Walk
from tei_encoder.readers.office.flow import ParagraphLook
from tei_encoder.readers.office.item_lists import Item
from tei_encoder.readers.office.measures import points, whole
from tei_encoder.readers.office.rules import IMPORTED_CHUNK, NUMBER_FORMAT

#: outline levels of headings count from 0; 9 is body text (ECMA-376, 17.3.1.20)
_HEADINGS: Final = range(9)
_CHANGES: Final = (
    ("ins", ChangeKind.INSERTED),
    ("del", ChangeKind.DELETED),
    ("cellIns", ChangeKind.INSERTED),
    ("cellDel", ChangeKind.DELETED),
)


def _paragraph(walk: Walk, element: etree._Element) -> None:
    properties = element.find(f"{W}pPr")
    direct = paragraph_properties(properties)
    found = walk.styles.paragraph(direct)
    outer = walk.style
    walk.style = direct.get("pStyle", walk.styles.usual)
    number, look = _numbered(walk, found)
    if direct.get("pageBreakBefore"):
        walk.flow.page()
    with walk.flow.paragraph(look):
        if number:
            _write_number(walk, number, properties)
        walk.through(element)
    walk.style = outer
    if properties is not None and properties.find(f"{W}sectPr") is not None:
        walk.section += 1


def _numbered(walk: Walk, found: Properties) -> tuple[Number | None, ParagraphLook]:
    """Give what is printed before a paragraph, and how the paragraph looks."""
    numbering = found.get("numId", "0")
    at = whole(found.get("ilvl"))
    if "ilvl" not in found and "numbered by" in found:
        at = walk.numbering.level_of_style(numbering, found["numbered by"])
    level = walk.numbering.level(numbering, at)
    if level is None or walk.fields.in_code:
        return None, _look(walk, found)
    number = walk.numbering.count(numbering, at)
    item = Item(at, numbering, ordered=number.ordered) if number else None
    return number, _look(walk, level.paragraph | found, item)


def _look(walk: Walk, found: Properties, item: Item | None = None) -> ParagraphLook:
    outline = whole(found.get("outlineLvl"), -1)
    level = outline + 1 if outline in _HEADINGS else None
    return ParagraphLook(
        style=walk.styles.sheet(walk.style).name,
        level=level,
        indent=points(found.get("left", "")),
        centred=found.get("jc") == "center",
        item=None if level else item,
    )


def _write_number(
    walk: Walk, number: Number, properties: etree._Element | None
) -> None:
    """Write a number, unless it is hidden with the paragraph's end."""
    if not number.is_known:
        walk.flow.losses.count(NUMBER_FORMAT)
    mark = None if properties is None else properties.find(f"{W}rPr")
    if mark is not None and is_on(mark.find(f"{W}vanish")):
        return
    walk.flow.words(number.words)


def _table(walk: Walk, element: etree._Element) -> None:
    rows = list(_within(element, "tr"))
    if len(rows) == 1 and len(list(_within(rows[0], "tc"))) == 1:
        walk.through(element)
        return
    with walk.flow.table(_header_rows(rows)) as written:
        for row in rows:
            with walk.flow.row(written) as cells, _changed(walk, row, "trPr"):
                for cell in _within(row, "tc"):
                    with walk.flow.cell(cells), _changed(walk, cell, "tcPr"):
                        walk.through(cell)


def _within(element: etree._Element, name: str) -> list[etree._Element]:
    """Give the rows of a table or the cells of a row, through wrappers."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag not in {f"{W}tbl", f"{W}tc"}:
            found.extend(_within(child, name))
    return found


def _header_rows(rows: list[etree._Element]) -> int:
    """Count the rows that are printed again on each page (17.4.49)."""
    for number, row in enumerate(rows):
        if not is_on(row.find(f"{W}trPr/{W}tblHeader")):
            return number
    return 0


def _changed(walk: Walk, element: etree._Element, name: str) -> ExitStack:
    """Mark a whole row or cell that was inserted or deleted."""
    stack = ExitStack()
    for path, kind in _CHANGES:
        change = element.find(f"{W}{name}/{W}{path}")
        if change is not None:
            stack.enter_context(walk.change(change, kind))
    return stack


def _chunk(walk: Walk, element: etree._Element) -> None:
    del element
    walk.flow.losses.count(IMPORTED_CHUNK)


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{W}p": _paragraph,
    f"{W}tbl": _table,
    f"{W}altChunk": _chunk,
}
