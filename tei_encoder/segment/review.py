"""What to look at first: the blocks whose reading is least certain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tei_encoder.model.block import Block
from tei_encoder.model.source import Source, Span
from tei_encoder.segment.laid_out import laid_out
from tei_encoder.segment.parse import complete, parse
from tei_encoder.segment.reading import Reading
from tei_encoder.segment.recognizers import readings, recognizers
from tei_encoder.segment.share import alone, moved
from tei_encoder.stages import Settings


@dataclass(frozen=True, slots=True)
class Doubt:
    """A block, and the best reading of another kind for its first stretch.

    The block's margin is its lead on the whole page, under the plan of zones; the
    rival's score is what speaks for it alone.
    """

    block: Block
    rival: Reading


def review(
    source: Source, settings: Settings, spans: Sequence[Span]
) -> tuple[Doubt, ...]:
    """Give the blocks that could be read otherwise, least certain first.

    `spans` are the records of the text; offsets are those of the whole text.
    """
    doubts = [doubt for span in spans for doubt in _doubts(source, settings, span)]
    return tuple(sorted(doubts, key=lambda d: (d.block.margin, d.block.span.start)))


def _doubts(source: Source, settings: Settings, span: Span) -> Iterator[Doubt]:
    found = laid_out(alone(source, span), complete(settings.profile))
    page = found.page
    blocks = {block.span.start: block for block in found.woven(parse(page))}
    cues = recognizers()
    for index, stretch in enumerate(page.stretches):
        first = next(found.view.pieces(Span(stretch.start, stretch.end)))
        block = blocks.get(first.start)
        if block is None:
            continue
        others = [r for r in readings(page, index, cues) if r.kind is not block.kind]
        if others:
            best = max(others, key=lambda reading: reading.score)
            yield Doubt(moved(block, span.start), best)
