"""What a web page or a form prints around a record: its labels and buttons."""

from collections.abc import Iterator

from tei_encoder.model.block import Field, Kind
from tei_encoder.segment.frame import in_frame, is_furniture
from tei_encoder.segment.page import Page, Stretch
from tei_encoder.segment.reading import Reading

LONGEST = 60


def recognize(page: Page, index: int) -> Iterator[Reading]:
    """Read a label of the page, a kind of record or a button."""
    stretch = page.stretches[index]
    if len(stretch) > LONGEST:
        return
    furniture = is_furniture(page, stretch)
    if "page_labels" in stretch.cues.spells and not furniture:
        yield Reading(
            Kind.HEADING, 4.0, ("a label of the page",), field=Field.PAGE_LABEL
        )
    if index and "page_labels" in page.stretches[index - 1].cues.spells:
        yield from _value(stretch)
    if furniture:
        evidence = ("a button or menu of the page",)
        field = Field.FURNITURE if in_frame(page, index) else None
        yield Reading(Kind.OTHER, 4.0, evidence, field=field)
    elif "working" in stretch.cues.spells:
        evidence = ("what kind of copy it is",)
        yield Reading(Kind.OTHER, 4.0, evidence, field=Field.RECORD_TYPE)


def _value(stretch: Stretch) -> Iterator[Reading]:
    evidence = ("it stands under a label of the page",)
    if "record_type" in stretch.cues.spells:
        yield Reading(Kind.OTHER, 5.0, evidence, field=Field.RECORD_TYPE)
    elif "funders" in stretch.cues.holds:
        yield Reading(Kind.OTHER, 4.5, evidence, field=Field.FUNDER)
    else:
        yield Reading(Kind.OTHER, 2.5, evidence)
