"""Targets `csv` and `jsonl`: a row per utterance, for analysis.

| column | what |
|---|---|
| record | id of the record |
| n | number of the utterance in it, from 1 |
| id | `xml:id` of the element |
| who | ids of the speakers, a space between them |
| name | their names, `; ` between them |
| label | the label as printed |
| text | the words spoken, a line end between paragraphs |
| start, end | first and last offset in the source (code points, half-open), if stated |
| exchange | `question` or `answer`, where the label says so |
| date | date of the conversation, W3C form |
"""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from tei_encoder.export.csv_file import write_csv
from tei_encoder.export.dates import shown
from tei_encoder.model.bare_name import bare_name
from tei_encoder.model.decoded import Decoded, DecodedUtterance
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.model.record import Entity, NameType
from tei_encoder.stages import ExportSettings, Row, Table

COLUMNS: Final = (
    "record",
    "n",
    "id",
    "who",
    "name",
    "label",
    "text",
    "start",
    "end",
    "exchange",
    "date",
)


def utterance_rows(
    holding: Holding,
    settings: ExportSettings,  # noqa: ARG001 - the protocol
) -> Outcome[tuple[Row, ...]]:
    """Give a row for each utterance, in order; what is not known has no key."""
    decoded, date = holding.decoded, shown(holding.entry.date)
    names = {entity.id: _name(entity) for entity in decoded.entities}
    return Outcome(
        tuple(
            {key: value for key, value in pairs if value not in {None, ""}}
            for pairs in _rows(holding.entry.id, decoded, names, date)
        )
    )


def write_jsonl(
    rows: Iterable[Row], columns: tuple[str, ...], stream: BinaryIO
) -> None:
    """Write a JSON object per line, keys in the order of the columns."""
    for row in rows:
        ordered = {name: row[name] for name in columns if name in row}
        stream.write(json.dumps(ordered, ensure_ascii=False).encode() + b"\n")


def _rows(
    record: str, decoded: Decoded, names: dict[str, str], date: str | None
) -> Iterator[tuple[tuple[str, str | int | None], ...]]:
    for utterance in decoded.utterances:
        start, end = _range(utterance)
        label = utterance.label.text.strip() if utterance.label else None
        spoken = (names.get(who, who) for who in utterance.speakers)
        yield (
            ("record", record),
            ("n", utterance.number),
            ("id", utterance.xml_id),
            ("who", " ".join(utterance.speakers)),
            ("name", "; ".join(spoken)),
            ("label", label),
            ("text", utterance.text),
            ("start", start),
            ("end", end),
            ("exchange", utterance.exchange),
            ("date", date),
        )


def _range(utterance: DecodedUtterance) -> tuple[int | None, int | None]:
    spans = [span for paragraph in utterance.paragraphs for span in paragraph.spans]
    return (spans[0].start, spans[-1].end) if spans else (None, None)


def _name(entity: Entity) -> str:
    """Give the preferred name without editorial brackets, else another, else the id."""
    preferred = (n.text for n in entity.names if n.type is NameType.PREFERRED)
    named = (*preferred, *(n.text for n in entity.names))
    return next((bare for name in named if (bare := bare_name(name))), entity.id)


#: all columns stand in the CSV whether filled or not: programs count on them
CSV: Final = Table(
    "utterances.csv", COLUMNS, utterance_rows, write_csv, frozenset(COLUMNS)
)
JSONL: Final = Table("utterances.jsonl", COLUMNS, utterance_rows, write_jsonl)
