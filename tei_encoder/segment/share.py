"""Reads one record of a file that may hold several, as if it stood alone."""

from collections.abc import Sequence
from dataclasses import replace

from tei_encoder.model.block import Block, Label
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source, Span
from tei_encoder.segment.parse import explain, segment
from tei_encoder.segment.reading import Reading
from tei_encoder.stages import Settings


def segment_share(
    source: Source, settings: Settings, span: Span
) -> Outcome[tuple[Block, ...]]:
    """Cut the record in `span` into labelled blocks that partition this span.

    Labels, layout and languages are learned from this record alone; all offsets are
    those of the whole text.
    """
    if span == source.span:
        return segment(source, settings)
    found = segment(_alone(source, span), settings)
    return Outcome(
        tuple(_block(block, span.start) for block in found.value),
        tuple(_finding(finding, span.start) for finding in found.diagnostics),
    )


def explain_share(
    source: Source, settings: Settings, spans: Sequence[Span], line: int
) -> tuple[Reading, ...]:
    """Give the readings that compete on a line of the whole text, best first."""
    for span in reversed(spans):
        above = source.text.count("\n", 0, span.start)
        if above < line:
            return explain(_alone(source, span), settings, line - above)
    return ()


def _alone(source: Source, span: Span) -> Source:
    return replace(source, text=span.of(source.text), parts=(), runs=())


def _block(block: Block, by: int) -> Block:
    label = block.label
    moved = label and Label(_moved(label.name, by), _moved(label.printed, by))
    return replace(block, span=_moved(block.span, by), label=moved)


def _finding(finding: Diagnostic, by: int) -> Diagnostic:
    return replace(finding, span=_moved(finding.span, by)) if finding.span else finding


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
