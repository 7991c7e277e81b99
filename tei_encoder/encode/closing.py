"""The end of a record: who took, deciphered and typed it, and when (Guidelines 4.2)."""

from collections.abc import Iterator, Sequence

from lxml import etree

from tei_encoder.encode.asides import write_passage
from tei_encoder.encode.characters import write_lines
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import Holds, fill
from tei_encoder.encode.opening import write_dateline
from tei_encoder.encode.passages import Held, kind_of, passages_of, transcribe
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.record import Utterance
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

_ANCHORS = frozenset({Kind.COLOPHON, Kind.DATE, Kind.PLACE})
#: what may stand among them: TEI lets these be anywhere
_AMONG = _ANCHORS | {Kind.NOTE, Kind.FOOTNOTE, Kind.PAGE_MARKER}
#: what is no block of text: after these alone TEI allows no closer
_NO_BLOCK = frozenset(
    {Kind.NOTE, Kind.FOOTNOTE, Kind.PAGE_MARKER, Kind.SETTING, Kind.STAGE}
)
_SIGNED = frozenset({Field.SIGNATURE, Field.STENOGRAPHER})


def closing_of(parts: Sequence[Utterance | Held], top: int) -> int:
    """Tell where the closing begins: from there on only colophons, dates and places.

    Notes and page markers may stand among them. There is no closing where nothing
    but notes and events stands before it.
    """
    first = len(parts)
    for number in range(len(parts) - 1, top - 1, -1):
        kind = kind_of(parts[number])
        if kind not in _AMONG:
            break
        if kind in _ANCHORS:
            first = number
    middle = parts[top:first]
    if middle and all(kind_of(part) in _NO_BLOCK for part in middle):
        return len(parts)
    return first


def write_closing(
    draft: Draft, div: etree._Element, parts: Sequence[Utterance | Held]
) -> None:
    """Write the closer; what TEI has no element for is a `seg` with a type."""
    if not parts:
        return
    closer = child(div, "closer")
    for held, span in _signatures_joined(passages_of(parts), draft.source.text):
        field = held.passage.field
        if span is not None:
            _write_signed(draft, closer, span)
        elif held.kind not in _ANCHORS:
            write_passage(draft, closer, held)
        elif held.kind is not Kind.COLOPHON or field is Field.COLOPHON_DATE:
            write_dateline(draft, closer, held)
        else:
            identifier = draft.ids.number("colophon")
            made = child(closer, "seg", type=field or "colophon", xml_id=identifier)
            transcribe(draft, made, held)


def _signatures_joined(
    passages: Sequence[Held], text: str
) -> Iterator[tuple[Held, Span | None]]:
    """Give each passage; several that sign together come as one, with their span."""
    held: Held | None = None
    span: Span | None = None
    for following in passages:
        its = _signature(following)
        if held and span and its and not text[span.end : its.start].strip():
            span = Span(span.start, its.end)
            continue
        if held:
            yield held, span
        held, span = following, its
    if held:
        yield held, span


def _signature(held: Held) -> Span | None:
    passage = held.passage
    signs = held.kind is Kind.COLOPHON and passage.field in _SIGNED
    return passage.spans[0] if signs and len(passage.spans) == 1 else None


def _write_signed(draft: Draft, closer: etree._Element, span: Span) -> None:
    made = child(closer, "signed", xml_id=draft.ids.number("signed"))
    draft.own(made, (span,))
    fill(draft, made, span, Holds.ALL, write_lines)
