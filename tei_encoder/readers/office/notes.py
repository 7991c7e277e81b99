"""Notes that wait for their turn: marks stand in the text, bodies follow it."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from tei_encoder.model.layout import AnchoredNote, NoteKind
from tei_encoder.model.span import Span
from tei_encoder.readers.office.flow import Flow

#: the order in which the bodies follow
_ORDER: Final = (NoteKind.FOOTNOTE, NoteKind.ENDNOTE, NoteKind.COMMENT)


@dataclass(slots=True)
class Waiting:
    """A note that was referred to, and what writes its body.

    `own` tells that its mark is not generated, but typed here and in the body.
    """

    kind: NoteKind
    anchor: Span
    write: Callable[[], None]
    mark: str = ""
    own: bool = False
    by: str = ""
    when: str = ""
    mark_span: Span | None = None


@dataclass(slots=True)
class Notes:
    """The notes that wait, and the one whose body is written."""

    current: Waiting | None = None
    _waiting: dict[NoteKind, deque[Waiting]] = field(
        default_factory=lambda: {kind: deque() for kind in _ORDER}
    )
    _seen: set[tuple[NoteKind, str]] = field(default_factory=set)
    _marking: Waiting | None = None
    _looking: bool = False

    def is_new(self, kind: NoteKind, name: str) -> bool:
        """Tell whether a note is referred to for the first time."""
        is_new = (kind, name) not in self._seen
        self._seen.add((kind, name))
        return is_new

    def refer(self, note: Waiting) -> None:
        """Let a note wait; its own mark are the words of the run that follow."""
        self._waiting[note.kind].append(note)
        if note.own:
            self._marking = note

    def end_own_mark(self, end: int) -> None:
        """End the mark that a run has in its own words."""
        if self._marking:
            start = min(self._marking.anchor.start, end)
            self._marking.anchor = Span(start, end)
            self._marking = None

    def look_for_mark(self, words: str, span: Span) -> None:
        """Find the note's own mark in the first words of its body."""
        if self._looking and self.current and words:
            self._looking = False
            mark = self.current.mark
            if mark and words.startswith(mark):
                self.current.mark_span = Span(span.start, span.start + len(mark))

    def write_mark(self, mark_words: Callable[[str], Span]) -> None:
        """Write the generated mark of the note within its body, once."""
        note = self.current
        if note and not note.own and note.mark_span is None:
            span = mark_words(note.mark)
            note.mark_span = span if span.end > span.start else None

    def write_all(self, flow: Flow) -> None:
        """Write the bodies of all notes, by kind; one may refer to more."""
        for note in self._in_turn():
            with flow.text.spanning() as spans:
                note.write()
            flow.close_lists()
            flow.text.remember(
                AnchoredNote(
                    note.anchor, spans[0], note.kind, note.mark_span, note.by, note.when
                )
            )

    def _in_turn(self) -> Iterator[Waiting]:
        while found := next(filter(None, self._waiting.values()), None):
            self.current = found.popleft()
            self._looking = self.current.own
            yield self.current
        self.current = None
