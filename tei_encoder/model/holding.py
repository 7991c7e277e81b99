"""A TEI file as an archive takes it: its bytes, its description, its words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.decoded import Decoded


@dataclass(frozen=True)
class Holding:  # no slots: `cached_property` needs a dictionary
    """What an exporter is given, and all that it may use.

    `name` is a stem for file names: ASCII, unique in a run, no suffix.
    `data` are the bytes of the TEI file as it was given.
    `reading` reads the body: it takes longer than everything else, and most targets
    want the header alone.
    """

    name: str
    data: bytes
    entry: CatalogueEntry
    reading: Callable[[], Decoded] = field(repr=False, compare=False)

    @property
    def file_name(self) -> str:
        """The name of the TEI file in a package."""
        return f"{self.name}.xml"

    @cached_property
    def decoded(self) -> Decoded:
        """The whole record, with its utterances."""
        return self.reading()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()
