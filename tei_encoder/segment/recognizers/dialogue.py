"""A dash opens a turn that has no label."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a turn where dashes open what is said on the page."""
    if index in page.dashed:
        evidence = ("a dash opens it, as it does the turns of this page",)
        yield Reading(Kind.TURN, 5.0, evidence)
