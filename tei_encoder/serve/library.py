"""The folder as it is served: looked through again when it may have changed."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar

from tei_encoder.errors import TeiEncoderError
from tei_encoder.serve.item import Item
from tei_encoder.serve.reading import Opened, read_tei
from tei_encoder.serve.register import Register
from tei_encoder.serve.survey import Seen, files_in, survey

T = TypeVar("T")

_TRIES: Final = 3


class ChangedError(Exception):
    """A file is no longer what the register says; the folder is to be surveyed."""


class Library:
    """A folder of TEI files and the register of what is in it.

    `refresh` is the number of seconds after which a new request has the folder
    looked through again; `report` is told of each file that is not served.
    """

    def __init__(
        self,
        folder: Path,
        register: Register,
        *,
        refresh: float,
        report: Callable[[TeiEncoderError], None],
    ) -> None:
        """Begin with what the register knows."""
        self.folder = folder
        self.register = register
        self._refresh = refresh
        self.report = report
        self._lock = Lock()
        self._surveyed = time.monotonic()
        self._reported: set[str] = set()

    def note(self, seen: Seen) -> None:
        """Report why a file is not served, once."""
        if seen.error and str(seen.error) not in self._reported:
            self._reported.add(str(seen.error))
            self.report(seen.error)

    def freshen(self) -> None:
        """Look through the folder if that was last done too long ago."""
        if time.monotonic() - self._surveyed >= self._refresh:
            self.survey()

    def survey(self) -> None:
        """Look through the folder; where that fails, what is known stays."""
        if not self._lock.acquire(blocking=False):
            with self._lock:  # somebody is at it: wait for them
                return
        try:
            for seen in survey(self.folder, files_in(self.folder), self.register):
                self.note(seen)
        except TeiEncoderError as error:
            self.note(Seen("", error))
        finally:
            self._surveyed = time.monotonic()
            self._lock.release()

    def read(self, item: Item) -> Opened:
        """Open the file of a record; raises `ChangedError` where it is another one."""
        path = self.folder / item.path
        try:
            status = path.stat()
            if (item.size, item.modified) != (status.st_size, status.st_mtime_ns):
                raise ChangedError
            return read_tei(path, item.path)
        except (OSError, TeiEncoderError) as error:
            raise ChangedError from error

    def answer(self, ask: Callable[[], T]) -> T:
        """Give what `ask` gives; it is asked again where a file changed under it.

        Raises `ChangedError` where the folder does not come to rest.
        """
        for _ in range(_TRIES):
            try:
                return ask()
            except ChangedError:
                self.survey()
        raise ChangedError
