"""What the stages share: their settings and the shapes of their parts."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from tei_encoder.model.annotation import Annotation
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.profiles.model import AUTO, Profile


class Speech(StrEnum):
    """How turns are encoded: `u` (transcribed speech) or `sp` (performance texts)."""

    U = "u"
    SP = "sp"


class Split(StrEnum):
    """Whether a file is parted into records: by strong evidence, by any, or never."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Settings:
    """What people ask of a conversion; handed to every stage, never global.

    Without a `profile`, one is chosen by the evidence of the page.
    `record_id` is the id when the metadata give none (a slug of the file's name);
    `language` a BCP 47 tag asked for; `date` the W3C date of this encoding, if any.
    """

    profile: Profile = field(default_factory=lambda: Profile(AUTO))
    metadata: Metadata = field(default_factory=Metadata)
    speech: Speech = Speech.U
    record_id: str = "record"
    language: str | None = None
    date: str | None = None
    split: Split = Split.AUTO


class Reader(Protocol):
    """Makes a `Source` of the bytes of a file."""

    def __call__(
        self, data: bytes, uri: str, *, encoding: str | None = None
    ) -> Outcome[Source]:
        """Read `data`; raises `ReadError` when it cannot be read."""
        ...


class Annotator(Protocol):
    """Makes claims about the text of a record; changes nothing."""

    def __call__(
        self, source: Source, record: Record, settings: Settings
    ) -> Outcome[tuple[Annotation, ...]]:
        """Give the claims, in the order of the text."""
        ...
