"""Claims about stretches of the text; they may overlap."""

from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span


class AnnotationKind(StrEnum):
    """What is claimed, by the name of the TEI element that says it."""

    ABBR = "abbr"
    ADD = "add"
    DATE = "date"
    DEL = "del"
    GAP = "gap"
    HI = "hi"
    INCIDENT = "incident"
    KINESIC = "kinesic"
    MEASURE = "measure"
    NOTE = "note"
    NUM = "num"
    ORG_NAME = "orgName"
    PERS_NAME = "persName"
    PLACE_NAME = "placeName"
    REF = "ref"
    ROLE_NAME = "roleName"
    RS = "rs"
    SIC = "sic"
    TIME = "time"
    UNCLEAR = "unclear"
    VOCAL = "vocal"


class Status(StrEnum):
    """Whether a claim stands."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A claim about a span.

    `attributes` are TEI attributes without pointers to people (`type`, `subtype`,
    `when`, `quantity`); `target` is the id of an entity of the record;
    `responsible` names who claims it: `software`, `brackets` (whoever put the
    brackets there) or a reviewer.
    A rejected claim stays, with its status, and is not encoded.
    """

    span: Span
    kind: AnnotationKind
    attributes: tuple[tuple[str, str], ...] = ()
    target: str | None = None
    responsible: str = "software"
    certainty: Certainty | None = None
    status: Status = Status.PROPOSED
    rule: str = ""
