"""Footnotes, endnotes and comments: marks in the text, bodies after it."""

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tei_encoder.model.layout import NoteKind
from tei_encoder.model.span import Span
from tei_encoder.readers.odt.names import DC, OFFICE, TEXT
from tei_encoder.readers.odt.walk import Handler, Walk
from tei_encoder.readers.office.notes import Waiting
from tei_encoder.readers.office.rules import HIDDEN_TEXT
from tei_encoder.readers.office.xml import plain

_ABOUT: Final = (
    f"{DC}creator",
    f"{DC}date",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creator-initials",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}date-string",
)


def _note(walk: Walk, element: etree._Element) -> None:
    """Write the stored mark; the same mark begins the body, as on the page."""
    body = element.find(f"{TEXT}note-body")
    citation = element.find(f"{TEXT}note-citation")
    mark = "" if citation is None else plain(citation)
    if body is None:
        return
    if walk.hiding:
        walk.flow.losses.count(HIDDEN_TEXT)
        return
    is_end = element.get(f"{TEXT}note-class") == "endnote"
    kind = NoteKind.ENDNOTE if is_end else NoteKind.FOOTNOTE
    walk.notes.refer(Waiting(kind, walk.words(mark), _writer(walk, body), mark=mark))


def _comment(walk: Walk, element: etree._Element) -> None:
    here = Span(len(walk.flow.text), len(walk.flow.text))
    by, when = element.findtext(f"{DC}creator"), element.findtext(f"{DC}date")
    write = _writer(walk, element)
    note = Waiting(NoteKind.COMMENT, here, write, by=by or "", when=when or "")
    if name := element.get(f"{OFFICE}name"):
        walk.comments[name] = note
    walk.notes.refer(note)


def _comment_end(walk: Walk, element: etree._Element) -> None:
    """Anchor a comment on a stretch of words at its end, as Word does."""
    if note := walk.comments.pop(element.get(f"{OFFICE}name", ""), None):
        note.anchor = Span(len(walk.flow.text), len(walk.flow.text))


def _writer(walk: Walk, body: etree._Element) -> Callable[[], None]:
    def write() -> None:
        with walk.story():
            walk.through(body)

    return write


def _nothing(walk: Walk, element: etree._Element) -> None:
    del walk, element


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{TEXT}note": _note,
    f"{OFFICE}annotation": _comment,
    f"{OFFICE}annotation-end": _comment_end,
    **dict.fromkeys(_ABOUT, _nothing),
}
