"""Weaves blocks read and blocks stated into one partition of the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.source import PartKind, Source
from tei_encoder.model.span import Span
from tei_encoder.segment.layout import TERMINAL
from tei_encoder.segment.stated import RECOGNIZER, STATED, around
from tei_encoder.segment.view import View

#: kinds of paragraph that may run on over the page
_RUNNING = frozenset({Kind.TURN, Kind.TURN_CONTINUATION, Kind.NARRATION})


def woven(
    source: Source,
    view: View,
    read: Iterable[Block],
    turns: Iterable[Block],
    between: Sequence[Block],
) -> tuple[Block, ...]:
    """Give all blocks in order, blanks included; together they are the text.

    `read` are blocks of the view; `between` are disjoint and interrupt the others.
    """
    text = source.text
    taken = [block.span for block in between]
    blocks = [*between]
    for block in read:
        if block.field is not Field.BLANK:
            blocks += _cut(block, view.pieces(block.span), view)
    for block in turns:
        blocks += _cut(block, around(block.span, taken, text))
    ordered = sorted(_pieces(blocks, text), key=lambda block: block.span)
    apart = _pieces(_disjoint(ordered), text)
    return tuple(_partition(_resumed(apart, source), text))


def _cut(
    block: Block, pieces: Iterable[Span], view: View | None = None
) -> Iterator[Block]:
    """Give a block in the pieces that interruptions leave of it."""
    label = block.label
    if view and label:
        label = _moved(label, view)
    for number, span in enumerate(pieces):
        if not number:
            yield replace(block, span=span, label=_within(label, span))
        else:
            kind = block.kind
            kind = Kind.TURN_CONTINUATION if kind is Kind.TURN else kind
            yield replace(block, span=span, kind=kind, label=None, resumes=True)


def _moved(label: Label, view: View) -> Label | None:
    name = next(view.pieces(label.name), None)
    printed = next(view.pieces(label.printed), None)
    return Label(name, printed) if name and printed and name in printed else None


def _within(label: Label | None, span: Span) -> Label | None:
    """Give a label as far as it stands in a block."""
    if label is None or label.printed in span:
        return label
    name = Span(label.name.start, max(label.name.start, min(label.name.end, span.end)))
    return Label(name, name) if len(name) and name in span else None


def _pieces(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    for block in blocks:
        span = block.span.trimmed(text)
        if len(span):
            yield replace(block, span=span) if span != block.span else block


def _disjoint(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out what reaches into the block before: badly stated turns may."""
    end = 0
    for block in blocks:
        if block.span.start >= end:
            end = block.span.end
            yield block
        elif block.span.end > end:
            span = Span(end, block.span.end)
            end = span.end
            yield replace(block, span=span, label=_within(block.label, span))


def _resumed(blocks: Iterable[Block], source: Source) -> Iterator[Block]:
    """Mark paragraphs that go on after an interruption or on the next page.

    They do where no sentence ends before it and a small letter follows.
    """
    text = source.text
    pages = sorted(p.span.start for p in source.parts if p.kind is PartKind.PAGE)
    last: Block | None = None
    interrupted = False
    for block in blocks:
        if _interrupts(block):
            interrupted = True
            yield block
            continue
        turned = last is not None and _has(pages, last.span.end, block.span.start)
        if last and (interrupted or turned) and _goes_on(last, block, text):
            yield replace(block, resumes=True)
        else:
            yield block
        last, interrupted = block, False


def _interrupts(block: Block) -> bool:
    stated = block.recognizer == RECOGNIZER
    noted = stated and block.kind in {Kind.FOOTNOTE, Kind.NOTE}
    return block.field is Field.ASIDE or noted


def _goes_on(last: Block, block: Block, text: str) -> bool:
    if last.kind not in _RUNNING or block.kind not in _RUNNING - {Kind.TURN}:
        return False
    if (last.kind is Kind.NARRATION) != (block.kind is Kind.NARRATION):
        return False
    ended = text[last.span.end - 1] in TERMINAL
    return not ended and text[block.span.start].islower()


def _has(places: Sequence[int], start: int, end: int) -> bool:
    return bisect_left(places, start) < bisect_right(places, end)


def _partition(blocks: Iterable[Block], text: str) -> Iterator[Block]:
    position = 0
    for block in blocks:
        yield from _gap(Span(position, block.span.start), text)
        yield block
        position = block.span.end
    yield from _gap(Span(position, len(text)), text)


def _gap(gap: Span, text: str) -> Iterator[Block]:
    """Fill a gap: with a blank, or a note where words stand (a column of a row)."""
    words = gap.trimmed(text)
    if not len(words):
        words = Span(gap.end, gap.end)
    for blank in (Span(gap.start, words.start), Span(words.end, gap.end)):
        if blank.start >= words.end and len(words):
            why = "it stands beside a turn that the file states"
            yield Block(Kind.NOTE, words, RECOGNIZER, evidence=(why,), margin=STATED)
        if len(blank):
            yield Block(Kind.OTHER, blank, "lines", field=Field.BLANK)
