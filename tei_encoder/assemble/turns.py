"""Joins blocks to utterances and passages (Guidelines 8.3, 8.4).

A speech runs on over stage directions, notes and page markers; anything else ends it,
and what of it follows then is an utterance of its own, without a label, resumed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tei_encoder.assemble.paragraphs import join_paragraphs, mends
from tei_encoder.model.block import Block, Kind
from tei_encoder.model.record import Exchange, Part, Passage, Utterance
from tei_encoder.model.source import Source, Span

#: what may stand between two paragraphs of one speech
WITHIN_SPEECH = frozenset({Kind.STAGE, Kind.NOTE, Kind.PAGE_MARKER, Kind.FOOTNOTE})
SPEECH = frozenset({Kind.TURN, Kind.TURN_CONTINUATION})


@dataclass(frozen=True, slots=True)
class Turn:
    """A speech before anybody is told to have made it.

    `label` is the printed label; `name` the part of it that names the speaker.
    """

    label: Span | None
    name: Span | None
    content: tuple[Passage, ...]
    continued: bool = False
    exchange: Exchange | None = None


@dataclass(slots=True)
class _Desk:
    """Where parts are put together, block by block."""

    text: str
    parts: list[Passage | Turn] = field(default_factory=list)
    open: Block | None = None
    continued: bool = False
    content: list[Passage] = field(default_factory=list)
    waiting: list[Passage] = field(default_factory=list)

    def take(self, block: Block) -> None:
        passage = Passage(block.kind, (block.span.trimmed(self.text),), block.field)
        if block.resumes and self._mends(passage):
            return
        if block.kind is Kind.TURN:
            self.close()
            self.open, self.continued = block, False
            if speech := _speech_span(block, self.text):
                self.content.append(Passage(Kind.TURN, (speech,)))
        elif block.kind is Kind.TURN_CONTINUATION:
            self._resume(block, passage)
        elif self.open is not None and block.kind in WITHIN_SPEECH:
            self.waiting.append(passage)
        else:
            self.close()
            self.parts.append(passage)

    def _mends(self, passage: Passage) -> bool:
        """Join what resumes a paragraph to it; what stood between is inside then."""
        if self.open is None:
            return mends(self.parts, passage)
        if mends(self.waiting, passage):
            return True
        mended = mends(self.content, passage)
        if mended:
            self.content.extend(self.waiting)
            self.waiting.clear()
        return mended

    def _resume(self, block: Block, passage: Passage) -> None:
        if self.open is None:
            self.open, self.continued = block, True
        self.content.extend((*self.waiting, passage))
        self.waiting.clear()

    def close(self) -> None:
        """End the open speech; what stood after its last paragraph stands alone."""
        if self.open is not None:
            self.parts.extend(self._finished(self.open))
        self.parts.extend(self.waiting)
        self.open, self.content, self.waiting = None, [], []

    def _finished(self, block: Block) -> list[Passage | Turn]:
        label = _label_span(block, self.text)
        if any(passage.kind in SPEECH for passage in self.content):
            name = _name_span(block)
            content = join_paragraphs(self.content, self.text)
            return [Turn(label, name, content, self.continued)]
        return [Passage(Kind.NOTE, (label,))] if label else []


def join_turns(source: Source, blocks: Sequence[Block]) -> tuple[Passage | Turn, ...]:
    """Make turns and passages of the blocks that are transcribed, in order."""
    desk = _Desk(source.text)
    for block in blocks:
        desk.take(block)
    desk.close()
    return tuple(_mended(desk.parts, source.text))


def _mended(parts: Sequence[Passage | Turn], text: str) -> Iterator[Passage | Turn]:
    """Join the paragraphs between turns that a page marker cuts in two."""
    for is_turn, run in groupby(parts, key=lambda part: isinstance(part, Turn)):
        if is_turn:
            yield from run
        else:
            passages = [part for part in run if isinstance(part, Passage)]
            yield from join_paragraphs(passages, text)


def utterances(
    parts: Sequence[Passage | Turn], speakers: Sequence[tuple[str, ...]]
) -> tuple[Part, ...]:
    """Make utterances of turns, given the speakers of each, in order."""
    told = iter(speakers)
    before: tuple[str, ...] | None = None
    made: list[Part] = []
    for part in parts:
        if isinstance(part, Turn):
            who = next(told)
            resumed = part.continued and who == before
            content, exchange = part.content, part.exchange
            made.append(Utterance(who, part.label, content, exchange, resumed))
            before = who
        else:
            made.append(part)
    return tuple(made)


def _label_span(block: Block, text: str) -> Span | None:
    """Give the printed label; what a turn prints before it (`12.`) belongs to it."""
    if block.label is None:
        return None
    end = _label_end(block)
    start = min(block.span.trimmed(text).start, end)
    label = Span(start, end).trimmed(text)
    return label if len(label) else None


def _name_span(block: Block) -> Span | None:
    if block.label is None:
        return None
    start = max(block.label.name.start, block.span.start)
    end = min(block.label.name.end, block.span.end)
    return Span(start, end) if start < end else None


def _speech_span(block: Block, text: str) -> Span | None:
    speech = Span(_label_end(block), block.span.end).trimmed(text)
    return speech if len(speech) else None


def _label_end(block: Block) -> int:
    """Give where the speech may begin; a label never reaches out of its block."""
    if block.label is None:
        return block.span.start
    return max(block.span.start, min(block.label.printed.end, block.span.end))
