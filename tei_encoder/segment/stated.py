"""Blocks that the file itself states: asides, bodies of notes, turns.

Nothing of them is guessed; where two of them meet, asides come first, then notes.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.layout import Aside, Layout, NoteKind, StatedTurn
from tei_encoder.model.span import Span

RECOGNIZER = "layout"
#: the lead of what nobody guessed (points)
STATED = 9.0


def interruptions(text: str, layout: Layout) -> tuple[Block, ...]:
    """Give what stands among the text and is no part of it there, in order."""
    taken: list[Span] = []
    found: list[Block] = []
    for block in (*_asides(text, layout.asides), *_notes(text, layout)):
        for span in tuple(around(block.span, taken, text)):
            found.append(replace(block, span=span))
            insort(taken, span)
    return tuple(sorted(found, key=lambda block: block.span))


def around(span: Span, taken: Sequence[Span], text: str) -> Iterator[Span]:
    """Give what of a range is not taken, without white space at the ends.

    `taken` are disjoint ranges in order.
    """
    start = span.start
    for at in range(bisect_right(taken, start, key=_end), len(taken)):
        other = taken[at]
        if other.start >= span.end:
            break
        piece = Span(start, max(start, other.start)).trimmed(text)
        if len(piece):
            yield piece
        start = max(start, other.end)
    piece = Span(start, max(start, span.end)).trimmed(text)
    if len(piece):
        yield piece


def turn_blocks(text: str, turn: StatedTurn) -> Iterator[Block]:
    """Give the blocks of a stated turn, its label with the mark that closes it.

    A label must stand before the speech; what stands between them parts the two.
    """
    speech = [span.trimmed(text) for span in sorted(turn.speech)]
    speech = [span for span in speech if len(span)]
    label = _label(text, turn.label, speech[0]) if speech else None
    for number, span in enumerate(speech):
        if number:
            yield _continuation(span)
        elif label is None:
            yield _turn(span, None)
        elif text[label.printed.end : span.start].strip():
            yield from (_turn(label.printed, label), _continuation(span))
        else:
            yield _turn(Span(label.printed.start, span.end), label)


def hull(turn: StatedTurn) -> Span | None:
    """Give the stretch from the beginning to the end of a stated turn."""
    spans = [*([turn.label] if turn.label else []), *turn.speech]
    spans = [span for span in spans if len(span)]
    if not spans:
        return None
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _asides(text: str, asides: Sequence[Aside]) -> Iterator[Block]:
    for aside in asides:
        span = aside.span.trimmed(text)
        if len(span):
            why = f"the file has it as {aside.reason}"
            aside_block = _block(Kind.OTHER, span, why)
            yield replace(aside_block, field=Field.ASIDE, reason=aside.reason)


def _notes(text: str, layout: Layout) -> Iterator[Block]:
    for note in layout.notes:
        span = note.body.trimmed(text)
        if len(span):
            kind = Kind.NOTE if note.kind is NoteKind.COMMENT else Kind.FOOTNOTE
            why = f"the file has it as {note.kind}"
            yield _block(kind, span, why)


def _end(span: Span) -> int:
    return span.end


def _label(text: str, label: Span | None, speech: Span) -> Label | None:
    """Give the label, with its mark; none where it does not precede the speech."""
    name = label.trimmed(text) if label else None
    if not name or not len(name) or speech.start < name.end:
        return None
    end = name.end
    while end < speech.start and not text[end].isspace():
        end += 1
    marked = Span(name.end, end)
    closed = not any(map(str.isalnum, marked.of(text)))
    return Label(name, Span(name.start, end) if closed else name)


def _turn(span: Span, label: Label | None) -> Block:
    why = "the file states the turn"
    return Block(
        Kind.TURN, span, RECOGNIZER, label=label, evidence=(why,), margin=STATED
    )


def _continuation(span: Span) -> Block:
    return _block(Kind.TURN_CONTINUATION, span, "the file states the turn")


def _block(kind: Kind, span: Span, why: str) -> Block:
    return Block(kind, span, RECOGNIZER, evidence=(why,), margin=STATED)
