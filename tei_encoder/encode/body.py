"""The body: opening, divisions by heading, closing; never empty, never reordered."""

from collections.abc import Sequence
from itertools import groupby
from math import inf

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.asides import write_passage
from tei_encoder.encode.attendance import write_attendance
from tei_encoder.encode.claims import SOFTWARE
from tei_encoder.encode.closing import closing_of, write_closing
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import Holds
from tei_encoder.encode.inserted import write_between
from tei_encoder.encode.opening import opening_of, write_head, write_opening
from tei_encoder.encode.passages import (
    Held,
    gathered,
    kind_of,
    passages_of,
    transcribe,
)
from tei_encoder.encode.speech import write_speech
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Utterance
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import tei

Parts = Sequence[Utterance | Held]

_HEADINGS = frozenset({Kind.HEADING, Kind.TITLE})
_LATE = frozenset({Kind.TITLE, Kind.DATE, Kind.PLACE, Kind.COLOPHON})
#: what stands before the words of a record, or between them
_WORDLESS = frozenset(map(tei, ("head", "opener", "pb")))


def write_body(draft: Draft, body: etree._Element, *, genre: str | None) -> None:
    """Write the parts of the record; `genre` points to its category."""
    div = child(body, "div", type="record", ana=genre)
    parts = tuple(gathered(draft.insertions.rest(draft.record.parts)))
    top = opening_of(parts, draft.source.text)
    bottom = closing_of(parts, top)
    write_opening(draft, div, parts[:top])
    _write_middle(draft, div, parts[top:bottom])
    _settle(draft, div)
    write_closing(draft, div, parts[bottom:])
    write_between(draft, div, inf)


def _write_middle(draft: Draft, record: etree._Element, parts: Parts) -> None:
    """Write what is between; a heading begins a division for all that follows it."""
    div = record
    runs = [(sort, tuple(run)) for sort, run in groupby(parts, key=_sort)]
    for number, (sort, run) in enumerate(runs, start=1):
        if sort is Kind.HEADING:
            last = number == len(runs)
            div = div if last else _topic(draft, record)
            _write_headings(draft, div, passages_of(run), alone=last)
        elif sort is Kind.PARTICIPANTS:
            write_attendance(draft, div, passages_of(run))
        else:
            _write_run(draft, div, run)


def _topic(draft: Draft, record: etree._Element) -> etree._Element:
    return child(record, "div", type="topic", xml_id=draft.ids.number("div"))


def _sort(part: Utterance | Held) -> Kind:
    """Tell headings and lists of participants, which go together, from all else."""
    kind = kind_of(part)
    if kind in _HEADINGS:
        return Kind.HEADING
    return kind if kind is Kind.PARTICIPANTS else Kind.OTHER


def _write_headings(
    draft: Draft, div: etree._Element, headings: Sequence[Held], *, alone: bool
) -> None:
    """Write headings as `head`, or as `label` where nothing follows them."""
    for held in headings:
        _report_late(draft, held)
        if alone:
            transcribe(draft, child(div, "label"), held, holds=Holds.PHRASE)
        else:
            write_head(draft, div, held)


def _write_run(draft: Draft, div: etree._Element, run: Parts) -> None:
    for part in run:
        if isinstance(part, Utterance):
            write_speech(draft, div, part)
        else:
            _report_late(draft, part)
            write_passage(draft, div, part)


def _report_late(draft: Draft, held: Held) -> None:
    if held.kind in _LATE:
        message = f"a {held.kind} stands in the middle of the text"
        draft.report(rules.LATE_OPENING, message, held.passage.spans[0])


def _settle(draft: Draft, record: etree._Element) -> None:
    """See to it that the record has words, else a gap: no body may be empty."""
    if all(part.tag in _WORDLESS for part in record):
        draft.report(rules.EMPTY_BODY, "no part was read as text", draft.record.span)
        gap = child(child(record, "p"), "gap", reason="absent")
        gap.set("resp", draft.agent(SOFTWARE))
