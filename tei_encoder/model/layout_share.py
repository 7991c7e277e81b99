"""The layout of a part of a text, with the offsets of that part."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from tei_encoder.model.layout import AnchoredNote, Layout
from tei_encoder.model.source import Source, SourcePart
from tei_encoder.model.span import Span

#: where a span is in another text, or None where it is not in it
Move = Callable[[Span], Span | None]


def moved(layout: Layout, move: Move) -> Layout:
    """Give a layout with every span where `move` says; what is nowhere is left out.

    A note whose anchor is nowhere is anchored where it stands itself; a zone without
    its surface is left out.
    """
    if layout == Layout():
        return layout
    made = {f.name: _items(getattr(layout, f.name), move) for f in fields(layout)}
    left = [i for i, s in enumerate(layout.surfaces) if move(s.span) is not None]
    made["zones"] = tuple(
        replace(zone, surface=left.index(zone.surface))
        for zone in made["zones"]
        if zone.surface in left
    )
    return Layout(**made)


def _items(items: tuple[Any, ...], move: Move) -> tuple[Any, ...]:
    found = (_item(item, move) for item in items)
    return tuple(item for item in found if item is not None)


def share_of(source: Source, span: Span) -> Source:
    """Give a part of a source as a source of its own, its offsets from 0.

    What reaches beyond the part is cut there; what lies outside is left out.
    """

    def move(other: Span) -> Span | None:
        start, end = max(other.start, span.start), min(other.end, span.end)
        return Span(start - span.start, end - span.start) if start <= end else None

    parts = tuple(
        SourcePart(part.kind, part.name, place)
        for part in source.parts
        if part.span.overlaps(span) and (place := move(part.span)) is not None
    )
    layout = moved(source.layout, _whole(move))
    return replace(source, text=span.of(source.text), parts=parts, layout=layout)


def _whole(move: Move) -> Move:
    """Leave out what a cut has emptied: only what was empty stays empty."""

    def moved_whole(span: Span) -> Span | None:
        place = move(span)
        return None if place is None or (len(span) and not len(place)) else place

    return moved_whole


def _item(item: Any, move: Move) -> Any:  # noqa: ANN401 - any class of a layout
    """Move all spans of an item; None where one that it must have is nowhere."""
    values = {field.name: getattr(item, field.name) for field in fields(item)}
    given = {name: _value(value, move) for name, value in values.items()}
    if isinstance(item, AnchoredNote) and given["anchor"] is None and given["body"]:
        start = given["body"].start
        given["anchor"] = Span(start, start)
    lost = [n for n, value in values.items() if value is not None and given[n] is None]
    needed = [name for name in lost if name not in {"mark", "label"}]
    return None if needed else type(item)(**given)


def _value(value: Any, move: Move) -> Any:  # noqa: ANN401 - any field of these
    match value:
        case Span():
            return move(value)
        case tuple() if value and isinstance(value[0], int):
            return value
        case tuple():
            found = (_value(each, move) for each in value)
            return tuple(each for each in found if each is not None)
        case _:
            return value
