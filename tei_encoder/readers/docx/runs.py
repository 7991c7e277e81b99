"""Runs and what stands in them: words, tabs, breaks, symbols, fields, changes."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_encoder.model.layout import ChangeKind, Style
from tei_encoder.readers.docx.fields import hyperlink
from tei_encoder.readers.docx.names import MC, M, R, W
from tei_encoder.readers.docx.properties import run_properties
from tei_encoder.readers.docx.styles import RunLook
from tei_encoder.readers.docx.walk import Handler, Walk
from tei_encoder.readers.office.rules import EQUATION
from tei_encoder.readers.office.symbol_fonts import symbol

_CHARACTERS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}


def _run(walk: Walk, element: etree._Element) -> None:
    properties = element.find(f"{W}rPr")
    direct = {} if properties is None else run_properties(properties)
    walk.look = walk.styles.look(walk.style, direct)
    walk.through(element)
    walk.notes.end_own_mark(len(walk.flow.text))
    walk.look = RunLook()


def _text(walk: Walk, element: etree._Element) -> None:
    if element.text:
        walk.words(element.text)


def _character(walk: Walk, element: etree._Element) -> None:
    walk.words(_CHARACTERS[str(element.tag).removeprefix(W)])


def _break(walk: Walk, element: etree._Element) -> None:
    """Break the line; a page break is a place, not text (17.3.3.1)."""
    if element.get(f"{W}type") == "page":
        walk.flow.page()
    else:
        walk.words("\n")


def _page(walk: Walk, element: etree._Element) -> None:
    """Begin a page where Word last began one (17.3.3.13)."""
    del element
    walk.flow.page()


def _symbol(walk: Walk, element: etree._Element) -> None:
    try:
        code = int(element.get(f"{W}char", ""), 16)
        words = symbol(code, element.get(f"{W}font", ""))
    except (ValueError, OverflowError):
        return
    walk.words(words)


def _field_character(walk: Walk, element: etree._Element) -> None:
    walk.fields.character(element)


def _field_code(walk: Walk, element: etree._Element) -> None:
    walk.fields.code(element.text or "")


def _simple_field(walk: Walk, element: etree._Element) -> None:
    code = element.get(f"{W}instr", "")
    if walk.fields.in_code or walk.fields.is_computed(code):
        return
    with walk.flow.link(hyperlink(code)):
        walk.through(element)


def _hyperlink(walk: Walk, element: etree._Element) -> None:
    found = walk.part.relations.get(element.get(f"{R}id", ""))
    anchor = element.get(f"{W}anchor", "")
    target = (found.target if found else "") + (f"#{anchor}" if anchor else "")
    with walk.flow.link(target):
        walk.through(element)


def _inserted(walk: Walk, element: etree._Element) -> None:
    with walk.change(element, ChangeKind.INSERTED):
        walk.through(element)


def _deleted(walk: Walk, element: etree._Element) -> None:
    with walk.change(element, ChangeKind.DELETED):
        walk.through(element)


def _one_branch(walk: Walk, element: etree._Element) -> None:
    """Take the first choice, else the fallback: both show the same (part 3, 9.3)."""
    branch = element.find(f"{MC}Choice")
    if branch is None:
        branch = element.find(f"{MC}Fallback")
    if branch is not None:
        walk.through(branch)


def _equation(walk: Walk, element: etree._Element) -> None:
    walk.flow.losses.count(EQUATION)
    walk.through(element)


def _ruby(walk: Walk, element: etree._Element) -> None:
    """Write the words, then the small ones above them (17.3.3.25)."""
    for name in ("rubyBase", "rt"):
        base = element.find(f"{W}{name}")
        if base is not None:
            with walk.flow.text.spanning() as spans:
                walk.through(base)
            if name == "rt":
                walk.flow.text.styled(spans[0], (Style.SUPERSCRIPT,))


def _nothing(walk: Walk, element: etree._Element) -> None:
    """Show nothing: properties, codes, bookkeeping."""
    del walk, element


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{W}r": _run,
    f"{W}t": _text,
    f"{W}delText": _text,
    f"{M}t": _text,
    **{f"{W}{name}": _character for name in _CHARACTERS},
    f"{W}br": _break,
    f"{W}lastRenderedPageBreak": _page,
    f"{W}sym": _symbol,
    f"{W}fldChar": _field_character,
    f"{W}instrText": _field_code,
    f"{W}delInstrText": _field_code,
    f"{W}fldSimple": _simple_field,
    f"{W}hyperlink": _hyperlink,
    f"{W}ins": _inserted,
    f"{W}moveTo": _inserted,
    f"{W}del": _deleted,
    f"{W}moveFrom": _deleted,
    f"{MC}AlternateContent": _one_branch,
    f"{M}oMath": _equation,
    f"{W}ruby": _ruby,
    **{
        f"{W}{name}": _nothing
        for name in (
            *("rPr", "pPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr"),
            *("sectPr", "customXmlPr", "smartTagPr", "rubyPr", "tblPrEx", "ffData"),
        )
    },
}
