"""A described record: what is encoded, before any XML exists."""

from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.annotation import Annotation
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.description import Description, Origin, Statement
from tei_encoder.model.source import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "org"
    PLACE = "place"


class Exchange(StrEnum):
    """What a turn of an interview is, by its label."""

    QUESTION = "question"
    ANSWER = "answer"


class NameType(StrEnum):
    """Which form of a name this is."""

    PREFERRED = "preferred"
    LABEL = "label"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name; `span` is its first place in the source, if any."""

    text: str
    type: NameType = NameType.PREFERRED
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the record names.

    `id` is unique in the record and carries no prefix (`p-enver-hoxha`, `g-voices-1`).
    `role` of a participant: `speaker`, `present`, `interpreter`, `unidentified`.
    `identified` are references by authority files, each with the file's name.
    `merged` gives the reasons, in words, why labels were joined.
    """

    id: str
    kind: EntityKind
    names: tuple[Name, ...]
    role: str | None = None
    occupation: Statement | None = None
    affiliation: Statement | None = None
    references: tuple[str, ...] = ()
    identified: tuple[tuple[str, str], ...] = ()
    origin: Origin = Origin.SOURCE
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph-like stretch of the text under one kind.

    `spans` are disjoint and ascend; there is more than one only where something
    else (a page marker) stands inside the paragraph.
    No span begins or ends with white space.
    """

    kind: Kind
    spans: tuple[Span, ...]
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """A turn: its printed label, who speaks, and what is said.

    `speakers` are entity ids: none for a turn that nobody can be told for,
    several for a joint one.
    `content` is in the order of the page: paragraphs of speech (kind `turn` or
    `turn_continuation`) and what stands between them (stage, note, page marker).
    It holds at least one paragraph of speech.
    `exchange` is told by labels that are no names (`Q.`, `Answer:`).
    `resumed` tells that it goes on with the utterance before it, which something that
    cannot stand inside a speech interrupts (a heading, narration).
    """

    speakers: tuple[str, ...]
    label: Span | None
    content: tuple[Passage, ...]
    exchange: Exchange | None = None
    resumed: bool = False


Part = Passage | Utterance


@dataclass(frozen=True, slots=True)
class SetAside:
    """Text that belongs to no part, with the reason (`page-label`, `furniture`)."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a conversation, described and divided.

    `span` is its share of the reading text; parts, description and `set_aside`
    together own every character of it that is not white space.
    """

    id: str
    span: Span
    description: Description
    entities: tuple[Entity, ...]
    parts: tuple[Part, ...]
    annotations: tuple[Annotation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
