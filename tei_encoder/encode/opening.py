"""The beginning of a record: title, date and place (Guidelines 4.2)."""

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from tei_encoder.encode.asides import write_passage
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import Holds
from tei_encoder.encode.passages import Held, kind_of, passages_of, transcribe
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Utterance
from tei_encoder.tei.elements import child

_DATELINE = frozenset({Kind.DATE, Kind.PLACE})
_ANCHORS = _DATELINE | {Kind.TITLE}
#: what may stand among them: TEI lets these mix with head and opener
_AMONG = _ANCHORS | {Kind.HEADING, Kind.NOTE, Kind.FOOTNOTE, Kind.PAGE_MARKER}


def opening_of(parts: Sequence[Utterance | Held], text: str) -> int:
    """Tell how many parts belong to the opening: titles, dates and places come first.

    Headings, notes and page markers may stand among them; a heading that goes on with
    the title, in small letters, may end them.
    """
    last = 0
    for number, part in enumerate(parts, start=1):
        if kind_of(part) not in _AMONG:
            break
        if kind_of(part) in _ANCHORS or _goes_on(part, text):
            last = number
    return last


def _goes_on(part: Utterance | Held, text: str) -> bool:
    """Tell whether a heading begins with a small letter."""
    if isinstance(part, Utterance) or part.kind is not Kind.HEADING:
        return False
    return text[part.passage.spans[0].start].islower()


def write_opening(
    draft: Draft, div: etree._Element, parts: Sequence[Utterance | Held]
) -> None:
    """Write heads, and datelines in an opener, in the order of the page."""
    for dated, group in groupby(
        passages_of(parts), key=lambda held: held.kind in _DATELINE
    ):
        opener = child(div, "opener") if dated else None
        for held in group:
            if opener is not None:
                write_dateline(draft, opener, held)
            elif held.kind is Kind.TITLE:
                write_head(draft, div, held)
            elif held.kind is Kind.HEADING:
                write_head(draft, div, held, type_="heading")
            else:
                write_passage(draft, div, held)


def write_dateline(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write a line that dates or places the record."""
    transcribe(
        draft,
        child(parent, "dateline", xml_id=draft.ids.number("dateline")),
        held,
        holds=Holds.PHRASE,
    )


def write_head(
    draft: Draft, div: etree._Element, held: Held, type_: str | None = None
) -> None:
    """Write a title or heading."""
    transcribe(
        draft, child(div, "head", type=type_, xml_id=draft.ids.number("head")), held
    )
