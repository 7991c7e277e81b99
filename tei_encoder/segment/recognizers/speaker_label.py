"""A speaker's label opens the stretch."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind, Label
from tei_encoder.model.source import Span
from tei_encoder.segment.forms import Place
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading
from tei_encoder.segment.shape import Weight, total

#: below this a candidate is not worth an argument
LEAST = -1.0
#: a label above, in a paragraph of its own, that is this sure waits for its speech
SURE = 4.0


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a turn where the stretch begins with what may be a label."""
    stretch = page.stretches[index]
    label = stretch.label
    if label is None or stretch.label_score < LEAST:
        return
    weights = (*stretch.weights, *_above(page, index))
    yield Reading(
        Kind.TURN,
        total(weights),
        tuple([f"{weight:+.1f} {reason}" for weight, reason in weights]),
        label=Label(Span(label.start, label.name_end), Span(label.start, label.end)),
    )


def _above(page: Page, index: int) -> Iterator[Weight]:
    """Weigh a label against one right above that still waits for its speech."""
    above = page.stretches[index - 1] if index else None
    if (
        above is not None
        and above.label is not None
        and above.label.form.place is Place.OWN_PARAGRAPH
        and above.label_score >= SURE
        and not page.captions.get(index - 1)
    ):
        yield -2.5, "the label above it waits for its speech"
