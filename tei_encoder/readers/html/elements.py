"""What single elements of HTML mean for the reading text."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from tei_encoder.model.layout import Figure, ItemList, Link, Table
from tei_encoder.model.span import Span
from tei_encoder.readers.html.dialogue import Dialogue, is_dialogue
from tei_encoder.readers.html.frame import Frame, Grid
from tei_encoder.readers.html.lists import begin_list
from tei_encoder.readers.html.tables import is_data, is_header
from tei_encoder.readers.html.tree import local
from tei_encoder.readers.reading_text import CELL, LINE

if TYPE_CHECKING:
    from tei_encoder.readers.html.walk import Walk

Handler = Callable[["Walk", Any, Frame], None]

#: addresses that lead nowhere outside the page
_INSIDE: Final = ("#", "javascript:", "data:", "about:")
_OF_TABLES: Final = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th"})
#: pictures up to this width or height count visitors
_TINY: Final = frozenset({"0", "1"})


def separator(walk: "Walk", element: etree._Element) -> str:
    """Give what parts a block from its neighbours."""
    name = local(element)
    if name in _OF_TABLES and walk.grids and walk.grids[-1]:
        return LINE
    if name in {"ul", "ol"} and walk.lists:
        return LINE
    return LINE if name == "li" else walk.paragraphs.separator


def start(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    """Begin an element; what is to be done at its end goes into its frame."""
    handler = _HANDLERS.get(local(element))
    if handler:
        handler(walk, element, frame)


def _link(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    target = element.get("href", "").strip()
    if not target or target.lower().startswith(_INSIDE):
        return

    def end(span: Span) -> None:
        if span:
            walk.text.remember(Link(span, target))

    frame.at_end(walk.text, end)


def _line_break(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    del element, frame
    walk.paragraphs.line_break()


def _quotation(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    """Print the marks that browsers print (HTML, 4.5.7)."""
    del element
    walk.paragraphs.words("“", frame.look)
    frame.closing = "”"


def _picture(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    """Write what stands for a picture (HTML, 4.8.4.4)."""
    words = element.get("alt", "").strip()
    begun = walk.text.open()
    if words:
        walk.paragraphs.words(words, frame.look)
    span = walk.text.close(begun)
    target = _address(element)
    tiny = {element.get("width"), element.get("height")} & _TINY
    if (span or target) and not (walk.in_aside or tiny or _in_figure(element)):
        walk.text.remember(Figure(span, target))


def _figure(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    picture = element.find(".//img")
    if picture is None or walk.in_aside:
        return
    target = _address(picture)
    frame.at_end(walk.text, lambda span: walk.text.remember(Figure(span, target)))


def _address(picture: etree._Element) -> str:
    target = picture.get("src", "").strip()
    return "" if target.lower().startswith(_INSIDE) else target


def _in_figure(element: etree._Element) -> bool:
    return any(local(outer) == "figure" for outer in element.iterancestors())


def _list(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    state = begin_list(element)
    walk.lists.append(state)

    def end(span: Span) -> None:
        walk.lists.pop()
        holds_notes = any(child in walk.notes.bodies for child in element)
        if state.items and not (walk.in_aside or holds_notes):
            items = tuple(state.items)
            walk.text.remember(ItemList(span, items, ordered=state.ordered))

    frame.at_end(walk.text, end)


def _item(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    parent = element.getparent()
    if not walk.lists or walk.lists[-1].element is not parent:
        return
    state = walk.lists[-1]
    if not walk.in_aside:
        walk.paragraphs.marker(state.marker(element))

    def end(span: Span) -> None:
        walk.paragraphs.forget_marker()
        if span:
            state.items.append(span)

    frame.at_end(walk.text, end)


def _table(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    grid = Grid() if is_data(element) and not walk.in_grid else None
    walk.grids.append(grid)

    def after() -> None:
        walk.grids.pop()
        rows = [tuple(row) for row in grid.rows if row] if grid else []
        if grid and rows and not walk.in_aside:
            span = Span(rows[0][0].start, rows[-1][-1].end)
            walk.text.remember(Table(span, tuple(rows), grid.headers))

    frame.after = after


def _row(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    del frame
    grid = walk.grids[-1] if walk.grids else None
    if grid is None:
        return
    walk.text.start()
    if is_header(element) and len(grid.rows) == grid.headers:
        grid.headers += 1
    grid.rows.append([])


def _cell(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    del element
    grid = walk.grids[-1] if walk.grids else None
    if grid is None or not grid.rows:
        return
    row = grid.rows[-1]
    walk.text.unpart()
    if row:
        walk.text.add(CELL)
    outer = walk.paragraphs.separator
    walk.paragraphs.separator, walk.paragraphs.floor = LINE, len(walk.text)

    def after() -> None:
        walk.text.unpart()
        walk.paragraphs.separator, walk.paragraphs.floor = outer, 0

    frame.at_end(walk.text, row.append)
    frame.after = after


def _definitions(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    walk.dialogues.append(Dialogue() if is_dialogue(element) else None)

    def after() -> None:
        found = walk.dialogues.pop()
        if found and not walk.in_aside:
            walk.finished_dialogues.append(found)

    frame.after = after


def _definition(walk: "Walk", element: etree._Element, frame: Frame) -> None:
    if walk.dialogues and (found := walk.dialogues[-1]):
        frame.at_end(walk.text, lambda span: found.add(element, span))


_HANDLERS: Final[Mapping[str, Handler]] = {
    "a": _link,
    "br": _line_break,
    "dd": _definition,
    "dl": _definitions,
    "dt": _definition,
    "figure": _figure,
    "img": _picture,
    "li": _item,
    "ol": _list,
    "q": _quotation,
    "table": _table,
    "td": _cell,
    "th": _cell,
    "tr": _row,
    "ul": _list,
}
