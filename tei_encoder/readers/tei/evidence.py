"""What the elements of a TEI file say beside the words that they hold."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lxml import etree

from tei_encoder.model import layout
from tei_encoder.model.layout import ChangeKind, Style
from tei_encoder.model.span import Span
from tei_encoder.readers.reading_text import Evidence
from tei_encoder.readers.tei.kinds import name_of
from tei_encoder.tei.text import is_element

Spans = Mapping[etree._Element, Span]  # noqa: SLF001 - lxml has no other name

#: words of `@rend`, `@rendition` and `@style`, and the style that they mean
_STYLES: Final = (
    (re.compile(r"\b(bold|strong|b|fett)\b"), Style.BOLD),
    (re.compile(r"\b(ital\w*|it|i|em|oblique)\b"), Style.ITALIC),
    (re.compile(r"underline|unterstr|\bu\b"), Style.UNDERLINE),
    (re.compile(r"strike|line-through"), Style.STRIKE),
    (re.compile(r"small-?_?\s?caps?|\bsc\b|kapit"), Style.SMALL_CAPS),
    (re.compile(r"\bsup\w*\b"), Style.SUPERSCRIPT),
    (re.compile(r"\bsub\w*\b"), Style.SUBSCRIPT),
)
_DIVISION: Final = re.compile(r"div[1-7]?\Z")
_RUNNING: Final = {"footer": "running-foot", "foot": "running-foot"}


def evidence(spans: Spans) -> Iterator[Evidence]:
    """Give styles, links, changes, headings, tables, lists, figures and asides."""
    for node, span in spans.items():
        make = _MAKERS.get(name_of(node))
        if make and (span or name_of(node) == "figure"):
            yield from make(node, span, spans)


def _styled(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    told = " ".join(node.get(key, "") for key in ("rend", "rendition", "style")).lower()
    found = [style for form, style in _STYLES if form.search(told)]
    if not found and name_of(node) == "emph":
        found = [Style.ITALIC]
    yield from (layout.StyledRun(span, style) for style in found)


def _link(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    if node.get("target"):
        yield layout.Link(span, node.get("target", ""))


def _changed(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    deleted = name_of(node) == "del"
    kind = ChangeKind.DELETED if deleted else ChangeKind.INSERTED
    yield layout.TrackedChange(span, kind)


def _heading(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    above = sum(bool(_DIVISION.match(name_of(a))) for a in node.iterancestors())
    yield layout.Paragraph(span, style="Heading", level=max(1, above))


def _paragraph(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    centred = "center" in node.get("rend", "") or "centre" in node.get("rend", "")
    yield layout.Paragraph(span, centred=centred)


def _table(node: etree._Element, span: Span, spans: Spans) -> Iterator[Evidence]:
    rows = [row for row in _children(node, "row") if row in spans]
    cells = tuple(tuple(_cells(row, spans)) for row in rows)
    heads = [row.get("role") == "label" for row in rows]
    first = heads.index(False) if False in heads else len(heads)
    words = [cell for row in cells for cell in row if cell]
    if words:
        whole = Span(spans[rows[0]].start, span.end)
        yield layout.Table(whole, cells, first)


def _cells(row: etree._Element, spans: Spans) -> Iterator[Span]:
    """Give the cells of a row; an empty one stands behind the one before it."""
    end = spans[row].start
    for cell in _children(row, "cell"):
        span = spans.get(cell, Span(end, end))
        yield span
        end = span.end


def _list(node: etree._Element, _: Span, spans: Spans) -> Iterator[Evidence]:
    items = tuple(spans[i] for i in _children(node, "item") if spans.get(i))
    if items:
        told = f"{node.get('type', '')} {node.get('rend', '')}"
        ordered = bool(re.search(r"\bordered|number", told))
        yield layout.ItemList(Span(items[0].start, items[-1].end), items, ordered)


def _figure(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    graphic = next((g for g in node.iter("{*}graphic", "{*}media")), None)
    if graphic is not None or span:
        target = graphic.get("url", "") if graphic is not None else ""
        yield layout.Figure(span, target)


def _running(node: etree._Element, span: Span, _: Spans) -> Iterator[Evidence]:
    yield layout.Aside(span, _RUNNING.get(node.get("type", ""), "running-head"))


def _children(node: etree._Element, name: str) -> list[etree._Element]:
    return [c for c in node if is_element(c) and name_of(c) == name]


_Maker = Callable[
    [etree._Element, Span, Spans],  # noqa: SLF001 - as above
    Iterator[Evidence],
]
_MAKERS: Final[Mapping[str, _Maker]] = {
    "add": _changed,
    "del": _changed,
    "emph": _styled,
    "figure": _figure,
    "fw": _running,
    "head": _heading,
    "hi": _styled,
    "list": _list,
    "p": _paragraph,
    "ref": _link,
    "table": _table,
    "title": _styled,
}
