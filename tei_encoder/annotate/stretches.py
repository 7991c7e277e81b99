"""Where annotations may stand: the labels, passages and header texts of a record."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.block import Field, Kind
from tei_encoder.model.record import Passage, Record, Utterance
from tei_encoder.model.source import Span


class Place(StrEnum):
    """What a stretch of text is to an annotator."""

    LABEL = "label"
    SPEECH = "speech"
    SETTING = "setting"
    NARRATION = "narration"
    PROSE = "prose"
    STAGE = "stage"
    LIST = "list"
    HEADER = "header"
    REFERENCE = "reference"


#: what passages are; those of any other kind are prose
PLACES = {
    Kind.TURN: Place.SPEECH,
    Kind.TURN_CONTINUATION: Place.SPEECH,
    Kind.SETTING: Place.SETTING,
    Kind.NARRATION: Place.NARRATION,
    Kind.STAGE: Place.STAGE,
    Kind.PARTICIPANTS: Place.LIST,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of the text that no annotation may leave.

    `opens` is true of the speech that follows a label.
    """

    span: Span
    place: Place
    opens: bool = False


def stretches(record: Record) -> Iterator[Stretch]:
    """Give every stretch of the parts in order, then those of the header."""
    for part in record.parts:
        match part:
            case Utterance():
                yield from _of_utterance(part)
            case Passage():
                yield from _of_passage(part)
    described = record.description
    for statement in (*described.abstract, *described.rights):
        if statement.span is not None:
            yield Stretch(statement.span, Place.HEADER)
    cited = (described.citation.verbatim,) if described.citation else ()
    for statement in (*cited, *described.funding_notes):
        if statement.span is not None:
            yield Stretch(statement.span, Place.REFERENCE)


def _of_utterance(utterance: Utterance) -> Iterator[Stretch]:
    opens = utterance.label is not None
    if utterance.label is not None:
        yield Stretch(utterance.label, Place.LABEL)
    for passage in utterance.content:
        for stretch in _of_passage(passage, opens=opens):
            yield stretch
            opens = False


def _of_passage(passage: Passage, *, opens: bool = False) -> Iterator[Stretch]:
    if passage.kind is Kind.PAGE_MARKER:
        return
    place = PLACES.get(passage.kind, Place.PROSE)
    if passage.field is Field.COPIES and passage.kind is Kind.COLOPHON:
        place = Place.NARRATION
    for span in passage.spans:
        yield Stretch(span, place, opens)
        opens = False
