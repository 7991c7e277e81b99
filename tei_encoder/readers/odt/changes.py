"""Tracked changes: what was deleted is put back, marked (ODF 1.3, part 3, 5.5)."""

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from lxml import etree

from tei_encoder.model.layout import ChangeKind
from tei_encoder.readers.odt.names import DC, OFFICE, TEXT, XML
from tei_encoder.readers.odt.walk import Handler, Walk

_BLOCKS: Final = (f"{TEXT}p", f"{TEXT}h")


def read_regions(body: etree._Element) -> dict[str, etree._Element]:
    """Give the changes of a text by id: `text:insertion`, `text:deletion` ..."""
    found = {}
    for region in body.iter(f"{TEXT}changed-region"):
        name = region.get(f"{TEXT}id") or region.get(f"{XML}id") or ""
        if len(region):
            found[name] = region[0]
    return found


def _deleted(walk: Walk, element: etree._Element) -> None:
    """Put a deletion back at its place; it may hold the end of a paragraph."""
    region = walk.regions.get(element.get(f"{TEXT}change-id", ""))
    if region is None or region.tag != f"{TEXT}deletion":
        return
    by, when = _stated(region)
    with walk.flow.change(ChangeKind.DELETED, by, when):
        if walk.paragraph is None:
            walk.through(region)
        else:
            _within_paragraph(walk, region)


def _within_paragraph(walk: Walk, region: etree._Element) -> None:
    blocks = [child for child in region if child.tag != f"{OFFICE}change-info"]
    for number, block in enumerate(blocks):
        if number:
            walk.flow.split()
        if block.tag in _BLOCKS:
            walk.through(block)
        else:
            _hang(walk, block)


def _hang(walk: Walk, block: etree._Element) -> None:
    """Write a deleted table or list after the paragraph."""
    info = block.getparent()
    by, when = ("", "") if info is None else _stated(info)

    def write() -> None:
        with walk.story(), walk.flow.change(ChangeKind.DELETED, by, when):
            walk.handle(block)

    walk.flow.after(write)


def _begins(walk: Walk, element: etree._Element) -> None:
    name = element.get(f"{TEXT}change-id", "")
    region = walk.regions.get(name)
    if region is not None and region.tag == f"{TEXT}insertion":
        stack = walk.insertions.setdefault(name, ExitStack())
        change = walk.flow.change(ChangeKind.INSERTED, *_stated(region))
        stack.enter_context(change)


def _ends(walk: Walk, element: etree._Element) -> None:
    if stack := walk.insertions.pop(element.get(f"{TEXT}change-id", ""), None):
        stack.close()


def close_insertions(walk: Walk) -> None:
    """End what a damaged file does not end."""
    for stack in walk.insertions.values():
        stack.close()
    walk.insertions.clear()


def _stated(region: etree._Element) -> tuple[str, str]:
    """Give who changed something, and when."""
    info = region.find(f"{OFFICE}change-info")
    if info is None:
        return "", ""
    return info.findtext(f"{DC}creator") or "", info.findtext(f"{DC}date") or ""


def _nothing(walk: Walk, element: etree._Element) -> None:
    del walk, element


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{TEXT}change": _deleted,
    f"{TEXT}change-start": _begins,
    f"{TEXT}change-end": _ends,
    f"{OFFICE}change-info": _nothing,
}
