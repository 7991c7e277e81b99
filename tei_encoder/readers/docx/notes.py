"""Footnotes, endnotes and comments: marks in the text, bodies after it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.layout import NoteKind
from tei_encoder.model.span import Span
from tei_encoder.readers.docx.names import W
from tei_encoder.readers.docx.package import Part
from tei_encoder.readers.docx.properties import value_of
from tei_encoder.readers.docx.walk import Handler, Walk
from tei_encoder.readers.office.measures import whole
from tei_encoder.readers.office.notes import Waiting
from tei_encoder.readers.office.numerals import numeral
from tei_encoder.readers.office.rules import HIDDEN_TEXT, MISSING_PART, NUMBER_FORMAT

_REFERENCES: Final = {
    f"{W}footnoteReference": NoteKind.FOOTNOTE,
    f"{W}endnoteReference": NoteKind.ENDNOTE,
    f"{W}commentReference": NoteKind.COMMENT,
}
#: the kinds of relations to the parts with the bodies
PARTS: Final = {
    NoteKind.FOOTNOTE: "footnotes",
    NoteKind.ENDNOTE: "endnotes",
    NoteKind.COMMENT: "comments",
}
#: how notes are counted unless the file says otherwise (ECMA-376, 17.11)
_USUAL: Final = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "lowerRoman"}


@dataclass(slots=True)
class NoteNumbers:
    """How notes count: settings of the file, and of each section in order."""

    settings: etree._Element | None
    sections: list[etree._Element]
    _counts: dict[tuple[NoteKind, int], int] = field(default_factory=dict)

    def next(self, kind: NoteKind, section: int) -> tuple[int, str]:
        """Give the number of the next note of a section, and its format."""
        anew = self._setting(kind, section, "numRestart") == "eachSect"
        key = kind, section if anew else 0
        start = whole(self._setting(kind, section, "numStart"), 1)
        self._counts[key] = number = self._counts.get(key, start - 1) + 1
        return number, self._setting(kind, section, "numFmt") or _USUAL[kind]

    def _setting(self, kind: NoteKind, section: int, name: str) -> str:
        path = f"{kind.value}Pr/{name}"
        own = self.sections[section] if section < len(self.sections) else None
        return value_of(own, path) or value_of(self.settings, path)


@dataclass(slots=True)
class NoteReferences:
    """Handles references; knows the parts with the bodies, and the numbers."""

    numbers: NoteNumbers
    parts: Mapping[NoteKind, Part | None]
    bodies: Mapping[NoteKind, Mapping[str, etree._Element]]

    def handlers(self) -> dict[str, Handler]:
        """Give the handlers of references, and of the marks within notes."""
        own = (f"{W}footnoteRef", f"{W}endnoteRef")
        found: dict[str, Handler] = dict.fromkeys(own, _own_number)
        return found | dict.fromkeys(_REFERENCES, self._reference)

    def _reference(self, walk: Walk, element: etree._Element) -> None:
        kind = _REFERENCES[str(element.tag)]
        name = element.get(f"{W}id", "")
        body = self.bodies[kind].get(name)
        part = self.parts[kind]
        if walk.fields.in_code:
            return
        if walk.look.hidden:
            walk.flow.losses.count(HIDDEN_TEXT)
        elif body is None or part is None:
            walk.flow.losses.count(MISSING_PART)
        elif walk.notes.is_new(kind, name):
            walk.notes.refer(self._note(walk, element, body, part))

    def _note(
        self, walk: Walk, element: etree._Element, body: etree._Element, part: Part
    ) -> Waiting:
        kind = _REFERENCES[str(element.tag)]
        here = Span(len(walk.flow.text), len(walk.flow.text))
        write = _writer(walk, body, part)
        if kind is NoteKind.COMMENT:
            by, when = body.get(f"{W}author", ""), body.get(f"{W}date", "")
            return Waiting(kind, here, write, by=by, when=when)
        if element.get(f"{W}customMarkFollows", "0") not in {"0", "false", "off"}:
            mark = "".join(t.text or "" for t in element.itersiblings(f"{W}t"))
            return Waiting(kind, here, write, mark=mark, own=True)
        mark = self._printed(walk, kind)
        return Waiting(kind, walk.words(mark), write, mark=mark)

    def _printed(self, walk: Walk, kind: NoteKind) -> str:
        number, name = self.numbers.next(kind, walk.section)
        written = numeral(number, name)
        if written is None:
            walk.flow.losses.count(NUMBER_FORMAT)
        return str(number) if written is None else written


def note_references(
    parts: Mapping[NoteKind, Part | None], numbers: NoteNumbers
) -> NoteReferences:
    """Make what handles references to notes in `parts`."""
    bodies = {
        kind: {} if part is None else _by_id(part.root, kind)
        for kind, part in parts.items()
    }
    return NoteReferences(numbers, parts, bodies)


def _writer(walk: Walk, body: etree._Element, part: Part) -> Callable[[], None]:
    def write() -> None:
        with walk.story(body, part):
            walk.through(body)

    return write


def _own_number(walk: Walk, element: etree._Element) -> None:
    """Write the note's number within the note, where the file shows it."""
    del element
    walk.notes.write_mark(walk.words)


def _by_id(root: etree._Element, kind: NoteKind) -> dict[str, etree._Element]:
    return {e.get(f"{W}id", ""): e for e in root.iter(f"{W}{kind.value}")}
