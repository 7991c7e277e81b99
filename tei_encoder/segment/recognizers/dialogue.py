"""A turn that has no label."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a turn where dashes open turns, or questions and answers alternate."""
    if index in page.unlabelled:
        evidence = ("no label opens the turns of this page, but dashes or questions",)
        yield Reading(Kind.TURN, 5.0, evidence)
