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
    HEADER = "header"


SPEECH = frozenset({Kind.TURN, Kind.TURN_CONTINUATION})


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
    for statement in (*record.description.abstract, *record.description.rights):
        if statement.span is not None:
            yield Stretch(statement.span, Place.HEADER)


def _of_utterance(utterance: Utterance) -> Iterator[Stretch]:
    opens = utterance.label is not None
    if utterance.label is not None:
        yield Stretch(utterance.label, Place.LABEL)
    for passage in utterance.content:
        for stretch in _of_passage(passage):
            yield Stretch(stretch.span, stretch.place, opens=opens)
            opens = False


def _of_passage(passage: Passage) -> Iterator[Stretch]:
    match passage.kind:
        case Kind.PAGE_MARKER:
            return
        case kind if kind in SPEECH:
            place = Place.SPEECH
        case Kind.SETTING:
            place = Place.SETTING
        case Kind.NARRATION:
            place = Place.NARRATION
        case Kind.STAGE:
            place = Place.STAGE
        case Kind.COLOPHON if passage.field is Field.COPIES:
            place = Place.NARRATION
        case _:
            place = Place.PROSE
    for span in passage.spans:
        yield Stretch(span, place)
