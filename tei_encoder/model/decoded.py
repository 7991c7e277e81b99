"""What reading a TEI file gives: the same value from `u` and from `sp` documents."""

import dataclasses
from dataclasses import dataclass

from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Description
from tei_encoder.model.record import Entity, Exchange
from tei_encoder.model.source import Span


@dataclass(frozen=True, slots=True)
class Inline:
    """Something marked inside a passage.

    `element` is the TEI name of what is marked (`persName`, `note`, `gap`); `stage`
    is given as the `incident`, `kinesic` or `vocal` that its type names.
    `span` counts the code points of the passage's text; it is empty for a note that
    is no part of it (a footnote), whose words are `text`.
    `attributes` are sorted; pointers have lost `#` and the record's prefix.
    """

    element: str
    span: Span
    text: str
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """Give an attribute, or None."""
        return dict(self.attributes).get(name)


@dataclass(frozen=True, slots=True)
class DecodedPassage:
    """A paragraph-like stretch of the body.

    `spans` are its ranges of the source, if the file states them; `event` is
    `incident`, `kinesic` or `vocal` for a passage of kind `stage` that says so.
    """

    kind: Kind
    text: str
    field: Field | None = None
    event: str | None = None
    spans: tuple[Span, ...] = ()
    inlines: tuple[Inline, ...] = ()
    xml_id: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class DecodedUtterance:
    """A turn: who speaks, the printed label, and what is said.

    `number` counts the utterances of the file from 1; `speakers` are ids of entities
    without prefix (pointers out of the file are kept whole).
    `content` holds paragraphs of speech and what stands between them, in order.
    `exchange` is what the category that `@ana` points to calls a turn; `times` when
    it begins and ends, in milliseconds of the recording.
    """

    number: int
    speakers: tuple[str, ...]
    label: DecodedPassage | None
    content: tuple[DecodedPassage, ...]
    exchange: Exchange | None = None
    times: tuple[int, int] | None = None
    xml_id: str = dataclasses.field(default="", compare=False)

    @property
    def paragraphs(self) -> tuple[DecodedPassage, ...]:
        """The paragraphs of speech alone."""
        speech = (Kind.TURN, Kind.TURN_CONTINUATION)
        return tuple(p for p in self.content if p.kind in speech)

    @property
    def text(self) -> str:
        """The words spoken, a line end between paragraphs."""
        return "\n".join(p.text for p in self.paragraphs)


DecodedPart = DecodedPassage | DecodedUtterance


@dataclass(frozen=True, slots=True)
class Decoded:
    """A record read back from TEI.

    `id` is the file's `xml:id` (empty when it has none); `parts` are in document order.
    """

    id: str
    description: Description
    entities: tuple[Entity, ...]
    parts: tuple[DecodedPart, ...]

    @property
    def utterances(self) -> tuple[DecodedUtterance, ...]:
        """The turns alone."""
        return tuple(p for p in self.parts if isinstance(p, DecodedUtterance))

    def entity(self, identifier: str) -> Entity | None:
        """Give the entity of that id, or None."""
        return next((e for e in self.entities if e.id == identifier), None)
