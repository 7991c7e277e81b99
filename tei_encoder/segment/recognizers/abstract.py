"""A summary of the record by its editors."""

from collections.abc import Iterator

from tei_encoder.model.block import Kind
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading

LONGEST = 1500
LEAST = 40
#: the first stretches, where an abstract may stand
AMONG = 15


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read an abstract by how it begins."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    if "abstract" in stretch.cues.begins:
        yield Reading(Kind.ABSTRACT, 3.0, ("it begins like a summary of the record",))
    elif index < AMONG and len(stretch) >= LEAST and _is_enclosed(page, index):
        yield Reading(Kind.ABSTRACT, 0.8, ("a sentence among what stands in front",))


def _is_enclosed(page: Page, index: int) -> bool:
    """Tell whether a stretch is a sentence, and what follows it is none."""
    stretch = page.stretches[index]
    following = page.stretches[index + 1 : index + 2]
    sentence = page.text[stretch.end - 1] in ".。" and not stretch.head[0].isdigit()
    return sentence and any(
        other.is_item or "sources" in other.cues.holds for other in following
    )
