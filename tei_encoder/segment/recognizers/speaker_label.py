"""A speaker's label opens the stretch."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind, Label
from tei_encoder.model.source import Span
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

#: below this a candidate is not worth an argument
LEAST = -1.0


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a turn where the stretch begins with what may be a label."""
    stretch = page.stretches[index]
    label = stretch.label
    if label is None or stretch.label_score < LEAST:
        return
    yield Reading(
        Kind.TURN,
        stretch.label_score,
        tuple(f"{weight:+.1f} {reason}" for weight, reason in stretch.weights),
        label=Label(Span(label.start, label.name_end), Span(label.start, label.end)),
    )
