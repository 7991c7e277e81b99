"""The body: opening, divisions by heading, closing; never empty, never reordered."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.asides import write_passage
from tei_encoder.encode.attendance import write_attendance
from tei_encoder.encode.claims import SOFTWARE
from tei_encoder.encode.closing import closing_of, write_closing
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import Holds
from tei_encoder.encode.opening import opening_of, write_head, write_opening
from tei_encoder.encode.passages import Held, gathered, transcribe
from tei_encoder.encode.speech import write_speech
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Utterance
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import tei

Parts = Sequence[Utterance | Held]

_HEADINGS = frozenset({Kind.HEADING, Kind.TITLE})
_LATE = frozenset({Kind.TITLE, Kind.DATE, Kind.PLACE, Kind.COLOPHON})
#: what makes a division in TEI; notes and breaks alone do not
_COMMON = frozenset(map(tei, ("div", "label", "list", "p", "sp", "stage", "u")))
_WRAPPABLE = frozenset(map(tei, ("note", "kinesic", "vocal", "incident", "fw")))
_TOP = frozenset(map(tei, ("head", "opener")))


def write_body(draft: Draft, body: etree._Element, genre: str | None) -> None:
    """Write the parts of the record; `genre` points to its category."""
    div = child(body, "div", type="record", ana=genre)
    parts = tuple(gathered(draft.record.parts))
    top = opening_of(parts)
    bottom = closing_of(parts, top)
    write_opening(draft, div, parts[:top])
    _write_middle(draft, div, parts[top:bottom])
    _settle(draft, div)
    write_closing(draft, div, parts[bottom:])


def _write_middle(draft: Draft, record: etree._Element, parts: Parts) -> None:
    """Write what is between; a heading begins a division for all that follows it."""
    div = record
    runs = list(_runs(parts))
    for number, run in enumerate(runs, start=1):
        first = run[0]
        if not isinstance(first, Utterance) and first.kind in _HEADINGS:
            if number < len(runs):
                _settle_nested(draft, div, record)
                div = child(record, "div", type="topic")
            _write_headings(draft, div, run, alone=number == len(runs))
        elif not isinstance(first, Utterance) and first.kind is Kind.PARTICIPANTS:
            write_attendance(draft, div, [h for h in run if isinstance(h, Held)])
        else:
            _write_run(draft, div, run)
    _settle_nested(draft, div, record)


def _runs(parts: Parts) -> Iterator[Parts]:
    """Cut the parts into runs of headings, of participants, and of anything else."""

    def sort(part: Utterance | Held) -> str:
        if isinstance(part, Utterance):
            return "rest"
        if part.kind in _HEADINGS:
            return "heading"
        return "participants" if part.kind is Kind.PARTICIPANTS else "rest"

    for _, run in groupby(parts, key=sort):
        yield tuple(run)


def _write_headings(
    draft: Draft, div: etree._Element, run: Parts, *, alone: bool
) -> None:
    """Write headings as `head`, or as `label` where nothing follows them."""
    for held in run:
        if isinstance(held, Utterance):
            continue
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


def _settle_nested(draft: Draft, div: etree._Element, record: etree._Element) -> None:
    if div is not record:
        _settle(draft, div)


def _settle(draft: Draft, div: etree._Element) -> None:
    """See to it that a division has content, by TEI's notion of it.

    A note that is all there is stands in a paragraph; a record of which nothing was
    read as text has a gap.
    """
    if any(part.tag in _COMMON for part in div):
        return
    note = _last_note(div)
    if note is not None:
        paragraph = child(div, "p")
        div.replace(note, paragraph)
        paragraph.append(note)
        return
    draft.report(rules.EMPTY_BODY, "no part was read as text", draft.record.span)
    gap = child(child(div, "p"), "gap", reason="absent")
    gap.set("resp", draft.agent(SOFTWARE))


def _last_note(div: etree._Element) -> etree._Element | None:
    """Give the last note or event after all heads and openers."""
    for part in reversed(div):
        if part.tag in _TOP:
            return None
        if part.tag in _WRAPPABLE:
            return part
    return None
