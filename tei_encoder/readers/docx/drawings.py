"""Pictures, text boxes and the objects of other programs."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_encoder.readers.docx.names import DGM, WP, A, C, O, R, V, W
from tei_encoder.readers.docx.walk import Handler, Walk
from tei_encoder.readers.office.flow import ParagraphLook
from tei_encoder.readers.office.rules import EMBEDDED_OBJECT, HIDDEN_TEXT, OUTSIDE_LINK

_PICTURES: Final = (f"{A}blip", f"{V}imagedata")
_OBJECTS: Final = (f"{C}chart", f"{DGM}relIds")
_BOX: Final = f"{W}txbxContent"
_REFERENCES: Final = (f"{R}embed", f"{R}id", f"{R}link")


def _drawing(walk: Walk, element: etree._Element) -> None:
    """Write the pictures of a drawing, and its text boxes after the paragraph."""
    if _is_left_out(walk, element):
        return
    for inner in element.iter(*_OBJECTS):
        del inner
        walk.flow.losses.count(EMBEDDED_OBJECT)
    pictures = [p for p in element.iter(*_PICTURES) if _is_shown(element, p)]
    words = _description(element)
    for number, picture in enumerate(pictures):
        walk.flow.figure(words if number == 0 else "", _address(walk, picture))
    if words and not pictures and next(element.iter(_BOX), None) is None:
        walk.flow.figure(words, "")
    walk.through(element)


def _is_shown(element: etree._Element, picture: etree._Element) -> bool:
    """Leave out pictures of a text box: they come with its words."""
    while (parent := picture.getparent()) is not None and parent is not element:
        if parent.tag == _BOX:
            return False
        picture = parent
    return True


def _description(element: etree._Element) -> str:
    """Give the alternative text of a drawing (20.4.2.5), or of a VML shape."""
    for found in element.iter(f"{WP}docPr"):
        return found.get("descr") or found.get("title") or ""
    for shape in element.iter(f"{V}shape"):
        return shape.get("alt") or ""
    return ""


def _address(walk: Walk, picture: etree._Element) -> str:
    """Give the member that holds a picture, or the address outside it links to."""
    for name in _REFERENCES:
        found = walk.part.relations.get(picture.get(name, ""))
        if found:
            if found.outside:
                walk.flow.losses.count(OUTSIDE_LINK)
            return found.target
    return ""


def _box(walk: Walk, element: etree._Element) -> None:
    if _is_left_out(walk, element):
        return
    part = walk.part

    def write() -> None:
        with walk.story(element, part):
            walk.through(element)

    walk.flow.after(write)


def _is_left_out(walk: Walk, element: etree._Element) -> bool:
    """Tell whether a drawing stands in hidden text or in the code of a field."""
    if walk.look.hidden:
        hidden = sum(len(text.text or "") for text in element.iter(f"{W}t"))
        walk.flow.losses.count(HIDDEN_TEXT, hidden or 1)
    return walk.look.hidden or walk.fields.in_code


def _word_art(walk: Walk, element: etree._Element) -> None:
    """Write the words of WordArt, which VML keeps in an attribute."""
    words = element.get("string") or ""

    def write() -> None:
        with walk.flow.paragraph(ParagraphLook()):
            walk.flow.words(words)

    walk.flow.after(write)


def _object(walk: Walk, element: etree._Element) -> None:
    """Count an object of another program; its picture stands for it."""
    for found in element.iter(f"{O}OLEObject"):
        linked = found.get("Type") == "Link"
        walk.flow.losses.count(OUTSIDE_LINK if linked else EMBEDDED_OBJECT)
    _drawing(walk, element)


def _sub_document(walk: Walk, element: etree._Element) -> None:
    del element
    walk.flow.losses.count(OUTSIDE_LINK)


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _object,
    f"{W}subDoc": _sub_document,
    f"{V}textpath": _word_art,
    _BOX: _box,
}
