"""Reads one record of a file that may hold several, as if it stood alone."""

from collections.abc import Sequence
from dataclasses import replace

from tei_encoder.model.block import Block, Label
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.layout_share import share_of
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
    found = segment(alone(source, span), settings)
    return Outcome(
        tuple(moved(block, span.start) for block in found.value),
        tuple(_finding(finding, span.start) for finding in found.diagnostics),
    )


def explain_share(
    source: Source, settings: Settings, spans: Sequence[Span], line: int
) -> tuple[Reading, ...]:
    """Give the readings that compete on a line of the whole text, best first."""
    for span in reversed(spans):
        above = source.text.count("\n", 0, span.start)
        if above < line:
            return explain(alone(source, span), settings, line - above)
    return ()


def alone(source: Source, span: Span) -> Source:
    """Give the record in `span` as a source of its own."""
    return source if span == source.span else share_of(source, span)


def moved(block: Block, by: int) -> Block:
    """Give a block of a record at its place in a text, `by` code points further."""
    label = block.label
    further = label and Label(_further(label.name, by), _further(label.printed, by))
    return replace(block, span=_further(block.span, by), label=further)


def _finding(finding: Diagnostic, by: int) -> Diagnostic:
    return (
        replace(finding, span=_further(finding.span, by)) if finding.span else finding
    )


def _further(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
