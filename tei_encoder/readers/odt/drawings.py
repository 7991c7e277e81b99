"""Pictures, text boxes, shapes and the objects of other programs."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_encoder.readers.odt.names import DRAW, MATH, SVG, XLINK
from tei_encoder.readers.odt.walk import Handler, Walk
from tei_encoder.readers.office.rules import EMBEDDED_OBJECT, EQUATION, OUTSIDE_LINK

_SHAPES: Final = (
    *("custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon"),
    *("path", "connector", "caption", "measure", "regular-polygon"),
)
_OBJECTS: Final = (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin")
_ANNOTATIONS: Final = (f"{MATH}annotation", f"{MATH}annotation-xml")


def _frame(walk: Walk, element: etree._Element) -> None:
    """Write what a frame shows; its other forms (`draw:image` of an object) do not."""
    if walk.hiding:
        return
    words = element.findtext(f"{SVG}desc") or element.findtext(f"{SVG}title") or ""
    box = element.find(f"{DRAW}text-box")
    item = next(element.iterchildren(*_OBJECTS), None)
    image = element.find(f"{DRAW}image")
    if box is not None:
        _hang(walk, box)
    elif item is not None and (equation := _equation(walk, item)):
        walk.flow.losses.count(EQUATION)
        walk.words(equation)
    elif item is not None:
        walk.flow.losses.count(EMBEDDED_OBJECT)
        walk.flow.figure(words, "" if image is None else _address(walk, image))
    elif image is not None or words:
        walk.flow.figure(words, "" if image is None else _address(walk, image))


def _shape(walk: Walk, element: etree._Element) -> None:
    if not walk.hiding:
        _hang(walk, element)


def _hang(walk: Walk, element: etree._Element) -> None:
    """Write the paragraphs of a box once the paragraph that it hangs on has ended."""

    def write() -> None:
        with walk.story():
            walk.through(element)

    if walk.paragraph is None:
        write()
    else:
        walk.flow.after(write)


def _equation(walk: Walk, element: etree._Element) -> str:
    """Give the characters of an equation; nothing for another object."""
    name = element.get(f"{XLINK}href", "").removeprefix("./").strip("/")
    root = element.find(f"{MATH}math")
    if root is None:
        root = walk.package.part(f"{name}/content.xml")
    if root is None or root.tag != f"{MATH}math":
        return ""
    left_out = {a for kind in _ANNOTATIONS for a in root.iter(kind)}
    tokens = (e.text or "" for e in root.iter() if e not in left_out and not len(e))
    return "".join(token.strip() for token in tokens)


def _address(walk: Walk, image: etree._Element) -> str:
    """Give the member that holds a picture, or the address outside it links to."""
    address: str = image.get(f"{XLINK}href", "")
    is_member = not walk.package.members or address in walk.package.members
    if address and not is_member and (":" in address or address.startswith("..")):
        walk.flow.losses.count(OUTSIDE_LINK)
    return address


def _nothing(walk: Walk, element: etree._Element) -> None:
    """Show nothing: names of shapes, controls of forms."""
    del walk, element


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{DRAW}frame": _frame,
    **{f"{DRAW}{name}": _shape for name in _SHAPES},
    **{f"{SVG}{name}": _nothing for name in ("title", "desc")},
    f"{DRAW}control": _nothing,
}
