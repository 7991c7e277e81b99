"""Joins notes with their references, once the whole text is written."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from tei_encoder.model.layout import AnchoredNote, Aside
from tei_encoder.model.span import Span
from tei_encoder.readers.html.notes import Notes, kind_of


def anchored(
    notes: Notes, spans: Mapping[etree._Element, Span], text: str
) -> Iterator[AnchoredNote | Aside]:
    """Give the notes; a link back that is no mark is set aside as navigation."""
    for element, reference in notes.bodies.items():
        body, anchor = spans.get(element), spans.get(reference)
        if not body or anchor is None:
            continue
        backs = [b for b, note in notes.backs.items() if note is element]
        mark = _mark(body, anchor.of(text), text)
        for back in backs:
            span = spans.get(back)
            if span and not (mark and span.overlaps(mark)):
                if span.end == body.end:
                    body = Span(body.start, span.start).trimmed(text)
                elif span.start == body.start:
                    body = Span(span.end, body.end).trimmed(text)
                else:
                    continue
                yield Aside(span, "navigation")
        if body:
            kind = kind_of(element)
            yield AnchoredNote(
                anchor, body, kind, mark or _mark(body, anchor.of(text), text)
            )


def _mark(body: Span, printed: str, text: str) -> Span | None:
    """Find the mark of the reference, as it opens the note."""
    core = re.sub(r"^[\[(]|[\])]$", "", printed.strip())
    if not core:
        return None
    found = re.match(rf"[\[(]?{re.escape(core)}[\])]?[.:]?(?!\w)", body.of(text))
    return Span(body.start, body.start + found.end()) if found else None
