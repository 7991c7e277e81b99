"""What the stages share: their settings and the shapes of their parts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, Protocol

from tei_encoder.model.annotation import Annotation
from tei_encoder.model.authority import Authority
from tei_encoder.model.decision import Decisions
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.metadata import Metadata, TargetGiven
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.profiles.model import AUTO, Profile

if TYPE_CHECKING:  # a conversion does without what exports are made of
    from tei_encoder.model.holding import Holding


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
    `decisions` are a reviewer's rulings on this source; `authority` says who and what
    names are of.
    `language` a BCP 47 tag asked for; `date` the W3C date of this encoding, if any.
    """

    profile: Profile = field(default_factory=lambda: Profile(AUTO))
    metadata: Metadata = field(default_factory=Metadata)
    decisions: Decisions = field(default_factory=Decisions)
    authority: Authority = field(default_factory=Authority)
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


#: the files of a package: paths within the output folder, with `/`, and contents
Package = Mapping[str, bytes]
#: a row of a table: what is not known has no key
Row = Mapping[str, str | int | float | bool]


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """What people ask of an export; handed to every exporter.

    `given` is what a target wants and no TEI header says; `date` the W3C date of this
    export, if any.
    """

    given: TargetGiven = field(default_factory=TargetGiven)
    date: str | None = None


class Exporter(Protocol):
    """Makes the package of one record."""

    def __call__(
        self, holding: "Holding", settings: ExportSettings
    ) -> Outcome[Package]:
        """Give the files of one record, all below one name: `holding.name`.

        That is a single file (`NAME.xml`) or a folder (`NAME/...`).
        The mandatory fields of the target are there: nobody calls it without them.
        """
        ...


class RowMaker(Protocol):
    """Gives the rows of one record in a table of many."""

    def __call__(
        self, holding: "Holding", settings: ExportSettings
    ) -> Outcome[tuple[Row, ...]]:
        """Give the rows in order."""
        ...


#: writes rows under the columns that some row has, in the order of the table
RowWriter = Callable[[Iterable[Row], tuple[str, ...], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Table:
    """A target that makes one file of many records.

    `columns` are all that rows may have, in order; only those that some row fills
    are handed to `write`, and those of `always`.
    Rows pass one by one: neither `rows` nor `write` may keep them.
    """

    file_name: str
    columns: tuple[str, ...]
    rows: RowMaker
    write: RowWriter
    always: frozenset[str] = frozenset()
