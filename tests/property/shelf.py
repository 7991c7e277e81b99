"""A folder that is served, without a server."""

import os
from pathlib import Path

from served import record

from tei_encoder.errors import TeiEncoderError
from tei_encoder.serve.item import Selection
from tei_encoder.serve.library import Library
from tei_encoder.serve.oai import Repository, respond
from tei_encoder.serve.register import Register

#: 2024-05-01T00:00:00Z
BEGIN = 1_714_521_600
ADDRESS = "http://127.0.0.1:8000/oai"


class Shelf:
    """A folder, its library, and what was said of files that are not served."""

    def __init__(self, folder: Path) -> None:
        """Begin with nothing surveyed."""
        self.folder = folder
        self.said: list[TeiEncoderError] = []
        self.register = Register(folder / ".index.db")
        self.library = Library(
            folder, self.register, refresh=3600, report=self.said.append
        )
        self.repository = Repository(self.library, "A shelf", size=3)

    def put(self, name: str, seconds: int = BEGIN, **told: str) -> Path:
        """Write a record that was last changed at that time."""
        path = self.folder / f"{name}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(record(told.pop("id", path.stem), **told), "utf-8")
        os.utime(path, (seconds, seconds))
        return path

    def ask(self, query: str) -> bytes:
        """Give what the provider answers."""
        return respond(self.repository, query.encode(), ADDRESS)

    def dates(self) -> dict[str, str]:
        """Give the minute and second of each datestamp, `-` before deleted records."""
        return {
            f"{'-' * item.deleted}{item.id}": item.datestamp[14:19]
            for item in self.register.page(Selection(), None, 100)
        }
