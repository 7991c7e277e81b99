"""What a TEI file claims, as facts that can be compared with those of another run."""

from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder.compare.header import header_facts
from tei_encoder.compare.model import Fact
from tei_encoder.decode import Decoded, DecodedPassage, DecodedUtterance, Inline
from tei_encoder.model.block import Kind

#: marked words by the phenomenon that a reviewer thinks of
_INLINE: Final = {
    "persName": "names",
    "orgName": "names",
    "placeName": "names",
    "roleName": "names",
    "rs": "names",
    "date": "dates",
    "time": "dates",
    "num": "measures",
    "measure": "measures",
    "note": "notes",
    "gap": "notes",
    "sic": "notes",
    "supplied": "notes",
    "incident": "events",
    "kinesic": "events",
    "vocal": "events",
}
OTHER: Final = "other markup"

#: every phenomenon, in the order of a report
PHENOMENA: Final = (
    "header fields",
    "persons and places",
    "labels",
    "speakers",
    "utterances",
    "other text",
    *dict.fromkeys(_INLINE.values()),
    OTHER,
)


def facts(decoded: Decoded) -> Iterator[Fact]:
    """Give all claims of a record: of its header, then in document order."""
    yield from header_facts(decoded)
    names = {
        entity.id: entity.names[0].text for entity in decoded.entities if entity.names
    }
    for part in decoded.parts:
        if isinstance(part, DecodedUtterance):
            yield from _turn(part, names)
        else:
            yield Fact("other text", part.text, _kind(part), part.text)
            yield from _marked((part,))


def _turn(turn: DecodedUtterance, names: dict[str, str]) -> Iterator[Fact]:
    label = turn.label.text if turn.label else ""
    speakers = ", ".join(names.get(speaker, speaker) for speaker in turn.speakers)
    if label:
        yield Fact("labels", label, "", _line(label, turn))
    yield Fact("speakers", turn.text, speakers, _line(label, turn))
    yield Fact("utterances", turn.text, "", _line(label, turn))
    aside = (
        p for p in turn.content if p.kind not in {Kind.TURN, Kind.TURN_CONTINUATION}
    )
    for passage in aside:
        yield Fact("other text", passage.text, _kind(passage), passage.text)
    yield from _marked(turn.content)


def _kind(passage: DecodedPassage) -> str:
    return passage.event or passage.field or passage.kind


def _line(label: str, turn: DecodedUtterance) -> str:
    return f"{label} {turn.text}".strip()


def _marked(passages: Iterable[DecodedPassage]) -> Iterator[Fact]:
    for passage in passages:
        for inline in passage.inlines:
            phenomenon = _INLINE.get(inline.element, OTHER)
            yield Fact(
                phenomenon, inline.text, _claim(inline), _around(passage, inline)
            )


def _claim(inline: Inline) -> str:
    """Say what is claimed of the words, as a start tag says it."""
    attributes = (f'{name}="{value}"' for name, value in inline.attributes)
    return " ".join((inline.element, *attributes))


def _around(passage: DecodedPassage, inline: Inline) -> str:
    """Give the words with a little of what stands on either side."""
    start, end = max(0, inline.span.start - 30), inline.span.end + 30
    before = "…" if start else ""
    after = "…" if end < len(passage.text) else ""
    return f"{before}{passage.text[start:end]}{after}"
