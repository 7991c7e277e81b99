"""Writes what stands between the words: page breaks, notes, pictures, moments."""

from typing import Protocol

from lxml import etree

from tei_encoder.encode.addresses import address
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.insertions import Insertion, Moment, PageTurn
from tei_encoder.encode.tracked_changes import author, change
from tei_encoder.model.layout import AnchoredNote, Figure, NoteKind
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import XML_ID

_PLACES = {
    NoteKind.FOOTNOTE: "bottom",
    NoteKind.ENDNOTE: "end",
    NoteKind.COMMENT: "margin",
}


class Fill(Protocol):
    """Writes the words of a stretch into an element."""

    def __call__(self, draft: Draft, element: etree._Element, span: Span) -> None:
        """Write the words of `span`."""
        ...


def insert(
    draft: Draft, parent: etree._Element, insertion: Insertion, fill: Fill
) -> None:
    """Write an insertion at the end of `parent`; `fill` writes the words of notes."""
    match insertion.what:
        case PageTurn() as turn:
            write_page_break(draft, parent, turn)
        case Moment(time):
            child(parent, "anchor", synch=draft.clock.when(time))
        case Figure(target=target):
            child(child(parent, "figure"), "graphic", url=address(target))
        case AnchoredNote() as note:
            _write_note(draft, parent, (note, insertion.place), fill)


def write_between(draft: Draft, parent: etree._Element, offset: float) -> None:
    """Write the page breaks and pictures that stand before an offset of the source."""
    for insertion in draft.insertions.between(offset):
        insert(draft, parent, insertion, _nothing)


def write_page_break(draft: Draft, parent: etree._Element, turn: PageTurn) -> None:
    """Begin a page, with its number if that is printed and its image if it has one."""
    made = child(parent, "pb", n=turn.number)
    if turn.surface is not None:
        made.set("facs", draft.images.surface(turn.surface))
    if turn.in_word:
        made.set("break", "no")


def _write_note(
    draft: Draft, parent: etree._Element, lifted: tuple[AnchoredNote, Span], fill: Fill
) -> None:
    """Write a note at its reference; marks equal to `@n` are its first ranges."""
    note, place = lifted
    text = draft.source.text
    printed = note.mark.trimmed(text) if note.mark else None
    if printed and not (printed.start == note.body.start and printed in note.body):
        printed = None
    number = place.of(text) or (printed.of(text) if printed else "")
    marks = [place] if len(place) else []
    words = note.body
    if printed and printed.of(text) == number and printed != note.body:
        marks.append(printed)
        words = Span(printed.end, note.body.end)
        words = Span(words.end - len(words.of(text).lstrip()), words.end)
    made = child(parent, "note", place=_PLACES[note.kind])
    if number:
        made.set("n", number)
    made.set(XML_ID, draft.ids.number("fn"))
    if note.kind is NoteKind.COMMENT:
        made.set("type", "annotation")
        if note.by:
            made.set("resp", author(draft, note.by))
        if note.when:
            made.set("change", change(draft, note.by, note.when))
    draft.own(made, (words,), marks=marks)
    with draft.insertions.aside():
        fill(draft, made, words)


def _nothing(draft: Draft, element: etree._Element, span: Span) -> None:
    """Write no words: there are none between blocks."""
