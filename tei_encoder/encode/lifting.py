"""Which notes are lifted to their references, and what their marks there are."""

from bisect import bisect_right
from collections.abc import Sequence

from tei_encoder.encode.insertions import Insertion
from tei_encoder.model.layout import AnchoredNote, NoteKind
from tei_encoder.model.source import Span

#: a mark is no longer than this, nor has it white space
LONGEST_MARK = 8


def lifted(
    text: str, notes: Sequence[AnchoredNote], stretches: Sequence[Span]
) -> list[Insertion]:
    """Give the notes that can be lifted: each once, none into itself."""
    found: dict[Span, Insertion] = {}
    holders: dict[Span, Span] = {}
    reached = 0
    for note in sorted(notes, key=lambda note: note.anchor):
        place = _mark(text, note)
        stretch = _around(place, stretches)
        if stretch is None or note.body in found or place.start < reached:
            continue
        if not _rest_of_line(text, stretch, place).strip():
            continue
        holders[note.body] = stretch
        if _circular(note.body, holders):
            del holders[note.body]
            continue
        found[note.body] = Insertion(place, note)
        reached = place.end
    return list(found.values())


def _mark(text: str, note: AnchoredNote) -> Span:
    """Give the printed mark of a reference; words that a comment is on are none."""
    words = note.anchor.of(text)
    printed = note.kind is not NoteKind.COMMENT and len(words) <= LONGEST_MARK
    if printed and words.split() == [words]:
        return note.anchor
    return Span(note.anchor.end, note.anchor.end)


def _around(place: Span, stretches: Sequence[Span]) -> Span | None:
    at = bisect_right(stretches, place.start, key=lambda span: span.start) - 1
    return stretches[at] if at >= 0 and place in stretches[at] else None


def _rest_of_line(text: str, stretch: Span, mark: Span) -> str:
    start = max(stretch.start, text.rfind("\n", 0, mark.start) + 1)
    stop = text.find("\n", mark.end, stretch.end)
    end = stretch.end if stop < 0 else stop
    return text[start : mark.start] + text[mark.end : end]


def _circular(body: Span, holders: dict[Span, Span]) -> bool:
    """Tell whether a note stands, by way of others perhaps, in itself."""
    at: Span | None = body
    for _ in range(len(holders) + 1):
        at = holders.get(at) if at else None
        if at == body:
            return True
    return False
