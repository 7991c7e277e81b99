"""Who speaks in a block, as the records tell."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tei_encoder.model.block import Block, Kind
from tei_encoder.model.record import Entity, EntityKind, Record, Utterance
from tei_encoder.model.source import Span

_SPEECH = (Kind.TURN, Kind.TURN_CONTINUATION)


class Voices:
    """The utterances of a page, found by place."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Sort the utterances of all records by their beginning."""
        self._turns = sorted(turn for record in records for turn in _turns(record))

    def of(self, block: Block) -> str | None:
        """Give the ids of the persons who speak in a block, separated by spaces.

        None where nobody speaks or no person can be told (a group, a voice from
        the floor).
        """
        at = bisect_right(self._turns, (block.span.start, chr(0x10FFFF))) - 1
        return self._turns[at][1] or None if at >= 0 and block.kind in _SPEECH else None


def _turns(record: Record) -> Iterator[tuple[int, str]]:
    persons = {entity.id for entity in record.entities if _is_person(entity)}
    for part in record.parts:
        if isinstance(part, Utterance):
            told = all(speaker in persons for speaker in part.speakers)
            yield _start(part), " ".join(part.speakers) if told else ""


def _start(turn: Utterance) -> int:
    spans: list[Span] = [turn.label] if turn.label else []
    return min(spans + [s for passage in turn.content for s in passage.spans]).start


def _is_person(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON and entity.role != "unidentified"
