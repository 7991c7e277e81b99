"""Cues: each is a function of page and place that gives scored readings.

A recognizer never sees what another said; `labelling` arbitrates.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from tei_encoder.model.block import Kind
from tei_encoder.registry import load, names
from tei_encoder.segment.appearance import NO_LOOKS
from tei_encoder.segment.page import Page
from tei_encoder.segment.reading import Reading
from tei_encoder.segment.shape import Weight, total


class Recognizer(Protocol):
    """Reads one stretch of a page; pure, and free to look around on it."""

    def __call__(self, page: Page, index: int) -> Iterator[Reading]:
        """Give the readings of the stretch of that index, if any."""
        ...


#: what a table or list is, as a whole
WHOLE = frozenset(
    {Kind.TURN_CONTINUATION, Kind.NARRATION, Kind.PARTICIPANTS, Kind.OTHER}
)
_HERE = "tei_encoder.segment.recognizers"

#: name of a recognizer to `module:function`
RECOGNIZERS: Mapping[str, str] = {
    name: f"{_HERE}.{name}:recognize"
    for name in (
        "abstract",
        "agenda",
        "appearance",
        "attendance_list",
        "classification",
        "colophon",
        "dateline",
        "dialogue",
        "field_label",
        "field_value",
        "footnote",
        "funder",
        "heading",
        "letter",
        "note",
        "number",
        "page_break",
        "prose",
        "question_put",
        "rights",
        "setting",
        "source_citation",
        "speaker_label",
        "stage",
        "title",
    )
}


def recognizers() -> tuple[tuple[str, Recognizer], ...]:
    """Give all recognizers with their names, those of plug-ins included."""
    return tuple(
        (name, load("recognizers", RECOGNIZERS, name))
        for name in names("recognizers", RECOGNIZERS)
    )


def readings(
    page: Page, index: int, cues: tuple[tuple[str, Recognizer], ...]
) -> Iterator[Reading]:
    """Give every reading of one stretch, each under the name of its recognizer."""
    favours = page.profile.favours
    seen = looked_at(page, index)
    for name, recognize in cues:
        for reading in recognize(page, index):
            kind, score, evidence, _, field, label = reading
            if index in page.whole and kind not in WHOLE:
                continue
            score += favours.get(kind, 0.0)
            if kind in seen:
                score += total(seen[kind])
                evidence = (*evidence, *(reason for _, reason in seen[kind]))
            yield Reading(kind, score, evidence, name, field, label)


def looked_at(page: Page, index: int) -> Mapping[Kind, list[Weight]]:
    """Weigh each kind of a stretch by how the stretch looks, if the file tells."""
    stretch = page.stretches[index]
    seen: dict[Kind, list[Weight]] = {}
    if page.looks is not NO_LOOKS:
        for kind, weight in page.looks.weights(stretch.start, stretch.end):
            seen.setdefault(kind, []).append(weight)
    return seen
