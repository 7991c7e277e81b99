"""Notes of editors, translators and hands in the margin."""

from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 600
#: how many stretches at either end may tell of the paper
EDGE = 6


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a note by how it begins."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if _is_at_edge(page, index) and "paper" in stretch.cues.holds:
        evidence = ("it tells of hand, type or paper",)
        yield Reading(Kind.NOTE, 2.6, evidence, field=Field.PAPER)
    if "notes" in stretch.cues.begins:
        yield Reading(Kind.NOTE, 2.5, ("it begins like an editor's note",))


def _is_at_edge(page: Page, index: int) -> bool:
    """Tell whether a stretch without a label stands first or last on the page."""
    stretch = page.stretches[index]
    last = len(page.stretches) - 1
    if 0 < index < last - EDGE and stretch.end > page.grammar.front_end:
        return False
    return stretch.label_score <= 0 and min(index, last - index) < EDGE
