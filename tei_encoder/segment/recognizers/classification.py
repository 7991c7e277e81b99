"""Marks of secrecy."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 60
#: what may part several markings
PARTS = re.compile(r"[/;,\n]| - ")


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a mark of secrecy in a stretch that is nothing else."""
    stretch = page.stretches[index]
    if len(stretch) <= LONGEST and _is_marking(page, stretch):
        yield Reading(
            Kind.OTHER, 4.0, ("a mark of secrecy",), field=Field.CLASSIFICATION
        )


def _is_marking(page: Page, stretch: Stretch) -> bool:
    """Tell whether a stretch is a marking, or several (`SECRET/NODIS`)."""
    if "classification" not in stretch.cues.holds:
        return False
    parts = [part.strip().lower() for part in PARTS.split(stretch.head)]
    return all(
        "classification" in page.lexicon.find(part).spells for part in parts if part
    )
