"""Notes that wait for their turn: bodies follow the main text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.layout import NoteKind
from tei_encoder.model.span import Span
from tei_encoder.readers.docx.package import Part

#: the order in which the bodies follow
_ORDER: Final = (NoteKind.FOOTNOTE, NoteKind.ENDNOTE, NoteKind.COMMENT)


@dataclass(slots=True)
class Waiting:
    """A note that was referred to; `own` tells that it has a mark of its own."""

    kind: NoteKind
    element: etree._Element
    part: Part
    anchor: Span
    mark: str = ""
    own: bool = False
    by: str = ""
    when: str = ""
    mark_span: Span | None = None


@dataclass(slots=True)
class Notes:
    """The notes that wait, and the one that is being referred to or read."""

    waiting: list[Waiting] = field(default_factory=list)
    _seen: set[tuple[NoteKind, str]] = field(default_factory=set)
    _marking: Waiting | None = None
    current: Waiting | None = None
    _looking: bool = False

    def is_new(self, kind: NoteKind, name: str) -> bool:
        """Tell whether a note is referred to for the first time."""
        is_new = (kind, name) not in self._seen
        self._seen.add((kind, name))
        return is_new

    def refer(self, note: Waiting) -> None:
        """Let a note wait; its own mark are the words of the run that follow."""
        self.waiting.append(note)
        if note.own:
            self._marking = note

    def end_own_mark(self, end: int) -> None:
        """End the mark that a run has in its own words."""
        if self._marking:
            start = min(self._marking.anchor.start, end)
            self._marking.anchor = Span(start, end)
            self._marking = None

    def in_turn(self) -> Iterator[Waiting]:
        """Give the notes by kind, in order; reading one may refer to more."""
        while self.waiting:
            for kind in _ORDER:
                for note in [note for note in self.waiting if note.kind is kind]:
                    self.waiting.remove(note)
                    self.current, self._looking = note, note.own
                    yield note
        self.current = None

    def look_for_mark(self, words: str, span: Span) -> None:
        """Find the note's own mark in the first words of its body."""
        if self._looking and self.current and words:
            self._looking = False
            mark = self.current.mark
            if mark and words.startswith(mark):
                self.current.mark_span = Span(span.start, span.start + len(mark))
