"""The archival description of a record, after ISAD(G).

Every value stands with the span that states it, or with where else it came from.
"""

from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.source import Span


class Origin(StrEnum):
    """Where a value came from."""

    SOURCE = "source"
    METADATA = "metadata"
    DECISION = "decision"
    RULE = "rule"


class Certainty(StrEnum):
    """How sure an inference is (TEI `@cert`)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """One stated fact.

    `text` is verbatim where `span` is given, but for a value of the metadata: its
    `span` is where the page speaks of the same, maybe otherwise. `when` is the
    normalized form, if the words allow one (W3C date or time, EDTF).
    `certainty` is given for inferences, and for what a person has confirmed;
    `responsible` names that person, where the origin is a decision.
    """

    text: str
    span: Span | None = None
    origin: Origin = Origin.SOURCE
    when: str | None = None
    certainty: Certainty | None = None
    responsible: str | None = None


class Role(StrEnum):
    """What somebody did for the record (MARC relator codes where one exists)."""

    STENOGRAPHER = "stenographer"
    DECIPHERER = "decipherer"
    TYPIST = "typist"
    TRANSLATOR = "trl"
    INTERPRETER = "interpreter"
    NOTE_TAKER = "note-taker"
    EDITOR = "edt"
    CONTRIBUTOR = "ctb"
    PROVIDER = "prv"
    SIGNATORY = "signatory"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who did what for the record.

    `resp` is the printed phrase that says so (`Typed by`), if any; `role` a `Role`
    or, from metadata, any other MARC relator code; `person` is the id of the entity,
    where the name is known to be a person's.
    """

    role: str
    name: Statement
    resp: Statement | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where the original is kept: the line verbatim and what could be parsed of it."""

    verbatim: Statement
    repository: Statement | None = None
    collection: Statement | None = None
    identifiers: tuple[tuple[str, Statement], ...] = ()


@dataclass(frozen=True, slots=True)
class Description:
    """A record described by the elements of ISAD(G), each with its evidence.

    `date` is the conversation's; `other_dates` pairs a role (`typescript`) with a date.
    `language` is a BCP 47 tag (`und` when not told).
    `other_times` pairs a role (`end`, or `start` of a later sitting) with a time.
    `identifiers` of a citation pair a type (`fonds`, `file`, `year`) with a value;
    those of a description are the numbers of the record in a series or registry.
    `extent` tells copies and pages, `physical` what else is said of the paper.
    `surrogates` tell of scans, microfilms and editions (ISAD(G) 3.5.2).
    """

    language: Statement
    title: Statement | None = None
    date: Statement | None = None
    place: Statement | None = None
    time: Statement | None = None
    other_dates: tuple[tuple[str, Statement], ...] = ()
    other_times: tuple[tuple[str, Statement], ...] = ()
    original_language: Statement | None = None
    genre: Statement | None = None
    abstract: tuple[Statement, ...] = ()
    citation: Citation | None = None
    repository: Statement | None = None
    collection: Statement | None = None
    reference_code: Statement | None = None
    identifiers: tuple[Statement, ...] = ()
    extent: Statement | None = None
    physical: tuple[Statement, ...] = ()
    custodial_history: tuple[Statement, ...] = ()
    acquisition: tuple[Statement, ...] = ()
    surrogates: tuple[Statement, ...] = ()
    funders: tuple[Statement, ...] = ()
    funding_notes: tuple[Statement, ...] = ()
    publisher: Statement | None = None
    rights: tuple[Statement, ...] = ()
    conditions_of_access: Statement | None = None
    conditions_of_reproduction: tuple[Statement, ...] = ()
    classification: tuple[Statement, ...] = ()
    subjects: tuple[Statement, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
