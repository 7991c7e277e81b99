"""Paragraphs, headings, lists, tables and sections."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from tei_encoder.readers.odt.names import TABLE, TEXT, XLINK
from tei_encoder.readers.odt.numbering import Count, list_name
from tei_encoder.readers.odt.walk import Handler, ListPlace, Walk
from tei_encoder.readers.office.flow import ParagraphLook
from tei_encoder.readers.office.item_lists import Item
from tei_encoder.readers.office.measures import whole
from tei_encoder.readers.office.rules import NUMBER_FORMAT, OUTSIDE_LINK

_ROW: Final = f"{TABLE}table-row"
_PARAGRAPHS: Final = (f"{TEXT}p", f"{TEXT}h")
_CELL: Final = f"{TABLE}table-cell"
_COVERED: Final = f"{TABLE}covered-table-cell"
_HEADER: Final = f"{TABLE}table-header-rows"


def _paragraph(walk: Walk, element: etree._Element) -> None:
    style = element.get(f"{TEXT}style-name", "")
    if walk.paragraph is not None:
        # a paragraph within a paragraph, as in a damaged file: words are words
        walk.through(element)
        return
    if walk.styles.sheet("paragraph", style).page:
        walk.flow.page()
    number, look = _begun(walk, element, style)
    with walk.flow.paragraph(look), walk.in_paragraph(style):
        if number and not walk.hiding:
            walk.flow.words(number)
        walk.begin_note()
        walk.through(element)


def _begun(
    walk: Walk, element: etree._Element, style: str
) -> tuple[str, ParagraphLook]:
    """Give what is printed before a paragraph, and how the paragraph looks."""
    is_heading = element.tag == f"{TEXT}h"
    level = whole(element.get(f"{TEXT}outline-level"), 1) if is_heading else None
    number, item = "", None
    if walk.lists:
        place = walk.lists[-1]
        number, place.number = place.number, ""
        item, begun = place.item, place.item
        if begun:
            place.item = Item(begun.level, begun.key, begun.ordered, begins=False)
    elif level and element.get(f"{TEXT}is-list-header") != "true":
        number = _outline_number(walk, element, level - 1)
    look = ParagraphLook(
        style=walk.styles.sheet("paragraph", style).name,
        level=level,
        indent=walk.styles.indent(style),
        centred=walk.styles.centred(style),
        item=None if level else item,
    )
    return number, look


def _outline_number(walk: Walk, element: etree._Element, at: int) -> str:
    """Give the number of a heading outside of lists (ODF 1.3, part 3, 16.34)."""
    level = walk.numbering.outline.get(at)
    if level is None or not level.format or at not in range(10):
        return ""
    given = whole(element.get(f"{TEXT}start-value"))
    walk.outline.step(at, level.start, given or None)
    number = walk.numbering.printed(walk.numbering.outline, walk.outline, at)
    walk.flow.losses.count(NUMBER_FORMAT, 0 if number.is_known else 1)
    return number.words


def _list(walk: Walk, element: etree._Element) -> None:
    own = element.get(f"{TEXT}style-name")
    if walk.lists:
        outer = walk.lists[-1]
        style, level, count = own or outer.style, outer.level + 1, outer.count
    else:
        style, level, count = own or "", 0, _count(walk, element, own or "")
    key = f"{len(walk.flow.text)}.{level}"
    walk.lists.append(ListPlace(style, level, count, key))
    walk.through(element)
    walk.lists.pop()


def _count(walk: Walk, element: etree._Element, style: str) -> Count:
    """Give the count of an outermost list: a new one, or that which it continues."""
    continued = walk.counts.get(element.get(f"{TEXT}continue-list", ""))
    if continued is None and element.get(f"{TEXT}continue-numbering") == "true":
        continued = walk.counts.get(f"style {style}")
    count = continued or Count(style)
    walk.counts[f"style {style}"] = count
    if name := list_name(element):
        walk.counts[name] = count
    return count


def _item(walk: Walk, element: etree._Element) -> None:
    if not walk.lists:
        walk.through(element)
        return
    place = walk.lists[-1]
    level = walk.numbering.level(place.style, place.level)
    if any(child.tag in _PARAGRAPHS for child in element):
        given = whole(element.get(f"{TEXT}start-value"))
        place.count.step(place.level, level.start, given or None)
        levels = walk.numbering.styles.get(place.style, {})
        number = walk.numbering.printed(levels, place.count, place.level)
        walk.flow.losses.count(NUMBER_FORMAT, 0 if number.is_known else 1)
        place.number = number.words
    place.item = Item(place.level, place.key, level.ordered)
    walk.through(element)
    place.number, place.item = "", None


def _list_header(walk: Walk, element: etree._Element) -> None:
    """Write what stands in a list without a number."""
    if walk.lists:
        walk.lists[-1].number, walk.lists[-1].item = "", None
    walk.through(element)


def _table(walk: Walk, element: etree._Element) -> None:
    rows = list(_rows(element))
    if len(rows) == 1 and len(list(rows[0].iterchildren(_CELL))) == 1:
        walk.through(element)
        return
    headers = element.find(_HEADER)
    count = 0 if headers is None else len(list(_rows(headers)))
    with walk.story(), walk.flow.table(count) as written:
        for row in rows:
            with walk.flow.row(written) as cells:
                for cell in _cells(row):
                    with walk.flow.cell(cells), walk.story():
                        walk.through(cell)


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    """Give the rows of a table, through groups of rows."""
    for child in element:
        if child.tag == _ROW:
            yield child
        elif child.tag not in {_CELL, f"{TABLE}table"}:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """Give the cells of a row; one that a cell above covers counts, and is empty."""
    covered = 0
    for child in row:
        if child.tag == _CELL:
            covered = whole(child.get(f"{TABLE}number-columns-spanned"), 1) - 1
            yield child
        elif child.tag == _COVERED and covered > 0:
            covered -= 1
        elif child.tag == _COVERED:
            yield child


def _section(walk: Walk, element: etree._Element) -> None:
    source = element.find(f"{TEXT}section-source")
    if source is not None and source.get(f"{XLINK}href"):
        walk.flow.losses.count(OUTSIDE_LINK)
    if element.get(f"{TEXT}display") == "none":
        with walk.hidden():
            walk.through(element)
    else:
        walk.through(element)


HANDLERS: Final[Mapping[str, Handler]] = {
    **dict.fromkeys(_PARAGRAPHS, _paragraph),
    f"{TEXT}list": _list,
    f"{TEXT}list-item": _item,
    f"{TEXT}list-header": _list_header,
    f"{TABLE}table": _table,
    f"{TEXT}section": _section,
}
