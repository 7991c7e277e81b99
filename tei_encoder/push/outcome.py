"""What came of pushing one record."""

from dataclasses import dataclass
from enum import StrEnum

from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.diagnostic import Diagnostic


class Status(StrEnum):
    """How a record fared; the values are what the report says."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"
    UNSENT = "not sent"

    @property
    def is_in(self) -> bool:
        """Tell whether the server now holds the record as it is here."""
        return self in {Status.ADDED, Status.UPDATED, Status.UNCHANGED}


@dataclass(frozen=True, slots=True)
class Pushed:
    """A record and how it fared.

    `place` is the file as the user knows it, `name` the document on the server (empty
    where the file could not be read); `diagnostics` are what the validator found.
    """

    place: str
    name: str
    status: Status
    diagnostics: tuple[Diagnostic, ...] = ()
    error: TeiEncoderError | None = None
