"""Tables, lists and pictures with words (Guidelines 3.8, 14): as the file has them.

One that is not well formed - cells out of order, words between them - is text.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_encoder.encode.addresses import address
from tei_encoder.encode.characters import FORBIDDEN, write
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.dress import dress
from tei_encoder.encode.inline import Holds, Writer, fill
from tei_encoder.encode.page_lines import is_paged, write_page_lines
from tei_encoder.model.layout import Figure, ItemList, Table
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

Structure = Table | ItemList | Figure
_WHITE = " \t\r\n"


def write_words(
    draft: Draft, element: etree._Element, span: Span, holds: Holds = Holds.ALL
) -> None:
    """Write words, with the tables, lists and pictures among them."""
    done, writer = span.start, _writer(draft)
    if holds is Holds.ALL:
        for place, structure in _within(draft, span, whole=True):
            fill(draft, element, Span(done, place.start), holds, writer)
            made = child(element, name_of(structure))
            write_structure(draft, made, structure, place)
            done = place.end
    fill(draft, element, Span(done, span.end), holds, writer)


def _writer(draft: Draft) -> Writer:
    return write_page_lines if is_paged(draft.source) else write


def whole_structure(draft: Draft, span: Span) -> Table | ItemList | None:
    """Give the table or list that a passage is, if it is one."""
    for place, structure in _within(draft, span, whole=True):
        if place == span and not isinstance(structure, Figure):
            return structure
    return None


def name_of(structure: Structure) -> str:
    """Give the name of its element."""
    match structure:
        case Table():
            return "table"
        case ItemList():
            return "list"
        case Figure():
            return "figure"


def write_structure(
    draft: Draft, element: etree._Element, structure: Structure, place: Span
) -> None:
    """Write what stands in `place` into the element of a structure."""
    match structure:
        case Table() as table:
            _write_table(draft, element, table, place)
        case ItemList() as listed:
            _write_list(draft, element, listed, place)
        case Figure() as figure:
            _write_figure(draft, element, figure, place)


def _within(
    draft: Draft, span: Span, *, whole: bool
) -> Iterator[tuple[Span, Structure]]:
    """Give the outermost structures within a stretch, in order.

    `whole`: one that fills the stretch counts, too.
    """
    text, reached = draft.source.text, span.start
    for structure in draft.structures_from(span):
        place = structure.span.trimmed(text)
        inner = place in span and place.start >= reached and len(place) > 0
        if inner and (whole or place != span) and _is_sound(structure, place, text):
            reached = place.end
            yield place, structure


def _is_sound(structure: Structure, place: Span, text: str) -> bool:
    match structure:
        case Table(rows=rows):
            cells = [cell for row in rows for cell in row]
            return all(rows) and _are_apart(cells, place, text)
        case ItemList() as listed:
            return _are_apart(_items(listed, place, text), place, text)
        case Figure():
            return True


def _are_apart(spans: Sequence[Span], place: Span, text: str) -> bool:
    """Tell whether stretches follow each other with nothing but white space between."""
    reached = place.start
    for span in (_clipped(span, place) for span in spans):
        if span.start < reached or text[reached : span.start].strip(_WHITE):
            return False
        reached = span.end
    return bool(spans) and not text[reached : place.end].strip(_WHITE)


def _clipped(span: Span, place: Span) -> Span:
    """Give a cell as far as it lies in its table: white space at its end does not."""
    start = min(max(span.start, place.start), place.end)
    return Span(start, max(start, min(span.end, place.end)))


def _items(listed: ItemList, place: Span, text: str) -> list[Span]:
    """Give the items of a list that hold words."""
    items = (_clipped(item, place) for item in listed.items)
    return [item for item in items if item.of(text).strip()]


def _write_table(
    draft: Draft, element: etree._Element, table: Table, place: Span
) -> None:
    element.set("rows", str(len(table.rows)))
    element.set("cols", str(max(map(len, table.rows))))
    done = place.start
    for number, row in enumerate(table.rows):
        cells = [_clipped(cell, place) for cell in row]
        fill(draft, element, Span(done, cells[0].start), Holds.ALL)
        role = "label" if number < table.header_rows else None
        made = child(element, "row", role=role)
        done = cells[0].start
        for cell in cells:
            write(draft, made, draft.source.text[done : cell.start])
            _write_inner(draft, child(made, "cell"), cell, place)
            done = cell.end
    fill(draft, element, Span(done, place.end), Holds.ALL)


def _write_list(
    draft: Draft, element: etree._Element, listed: ItemList, place: Span
) -> None:
    if listed.ordered:
        element.set("rend", "numbered")
    done = place.start
    for item in _items(listed, place, draft.source.text):
        fill(draft, element, Span(done, item.start), Holds.ALL)
        _write_inner(draft, child(element, "item"), item, place)
        done = item.end
    fill(draft, element, Span(done, place.end), Holds.ALL)


def _write_inner(
    draft: Draft, element: etree._Element, span: Span, place: Span
) -> None:
    """Write a cell or item, with the structures in it that are smaller than all."""
    dress(draft, element, (span,))
    if span == place:
        fill(draft, element, span, writer=_writer(draft))
    else:
        write_words(draft, element, span)


def _write_figure(
    draft: Draft, element: etree._Element, figure: Figure, place: Span
) -> None:
    """Write a picture and the words that stand for it or below it."""
    if figure.target:
        child(element, "graphic", url=address(figure.target))
    if FORBIDDEN.search(place.of(draft.source.text)):
        fill(draft, child(element, "p"), place)
    else:
        fill(draft, child(element, "figDesc"), place, Holds.LIMITED)
