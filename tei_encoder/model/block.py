"""What the parser says of each stretch of the page."""

from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.model.source import Span


class Kind(StrEnum):
    """The closed vocabulary of blocks, shared with the gold data."""

    TITLE = "title"
    DATE = "date"
    PLACE = "place"
    PARTICIPANTS = "participants"
    SETTING = "setting"
    TURN = "turn"
    TURN_CONTINUATION = "turn_continuation"
    NARRATION = "narration"
    NOTE = "note"
    STAGE = "stage"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    COLOPHON = "colophon"
    ABSTRACT = "abstract"
    SOURCE = "source"
    RIGHTS = "rights"
    PAGE_MARKER = "page_marker"
    OTHER = "other"


class Field(StrEnum):
    """A refinement of a block's kind: which fact of the record it states."""

    ASIDE = "aside"
    BLANK = "blank"
    CITATION = "citation"
    CLASSIFICATION = "classification"
    COLOPHON_DATE = "colophon-date"
    COPIES = "copies"
    DECIPHERER = "decipherer"
    FUNDER = "funder"
    FUNDING = "funding"
    FURNITURE = "furniture"
    NUMBER = "number"
    PAGE_LABEL = "page-label"
    PAPER = "paper"
    PUBLISHER = "publisher"
    RECORD_TYPE = "record-type"
    REFERENCE_CODE = "reference-code"
    SIGNATURE = "signature"
    STENOGRAPHER = "stenographer"
    SUBJECT = "subject"
    TRANSLATOR = "translator"
    TYPIST = "typist"


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label: the name, and all that is printed before the speech.

    `name` has no closing mark and no stage phrase (`KROI` of `KROI (rising). –`);
    `printed` runs from the first character of the label to its closing mark.
    `name` lies within `printed`.
    """

    name: Span
    printed: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page under one kind.

    The blocks of a page partition its text, blanks included (those are of kind
    `other`, field `blank`).
    A turn runs from its label to the end of the first paragraph of speech.
    `recognizer` named it, `score` is that reading's, `margin` its lead over the next
    best one, `evidence` the reasons in words.
    `resumes`: it goes on with the paragraph before, which something interrupts that
    is no part of the text there; `reason` says why an aside is set aside.
    """

    kind: Kind
    span: Span
    recognizer: str
    field: Field | None = None
    label: Label | None = None
    score: float = 0.0
    margin: float = 0.0
    evidence: tuple[str, ...] = ()
    resumes: bool = False
    reason: str = ""
