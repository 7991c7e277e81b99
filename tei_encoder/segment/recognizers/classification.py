"""Marks of secrecy."""

import re
from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 60
#: a line that counts copies or pages is no longer
COUNT = 25
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
    first, *others = stretch.head.splitlines()
    parts = [part.strip().lower() for part in PARTS.split(first)]
    return all(
        "classification" in page.lexicon.find(part).spells for part in parts if part
    ) and all(_is_beside(page, other) for other in others)


def _is_beside(page: Page, line: str) -> bool:
    """Tell whether a line under a marking is one too, or counts copies or pages."""
    found = page.lexicon.find(line.strip().lower())
    counted = len(line) <= COUNT and any(map(str.isdigit, line))
    return counted or "classification" in found.spells
