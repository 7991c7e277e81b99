"""Remembers verdicts, so that no file is validated twice (see `verdict_keys`)."""

import os
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tei_encoder.batch.verdict_json import from_json, to_json
from tei_encoder.errors import OutputError
from tei_encoder.validate import Verdict

#: the one file in the folder
NAME: Final = "verdicts.sqlite3"
#: no more verdicts are kept; the oldest go first
MOST: Final = 200_000
#: new verdicts are written so many at a time
_BATCH: Final = 200
_TABLE: Final = "CREATE TABLE IF NOT EXISTS verdicts (key TEXT PRIMARY KEY, text TEXT)"
_WRITE: Final = "INSERT OR REPLACE INTO verdicts VALUES (?, ?)"
_READ: Final = "SELECT text FROM verdicts WHERE key = ?"
_KNOWN: Final = "SELECT '' FROM verdicts WHERE key = ?"
_TRIM: Final = (
    "DELETE FROM verdicts WHERE rowid <= (SELECT max(rowid) FROM verdicts) - ?"
)


def user_folder() -> Path:
    """Give the user's folder for verdicts, which need not exist (XDG Base Directory).

    Raises `RuntimeError` for a user without a home.
    """
    given = os.environ.get("XDG_CACHE_HOME")
    return (Path(given) if given else Path.home() / ".cache") / "tei-encoder"


class Verdicts:
    """The verdicts in a folder; should it break, they are forgotten, nothing else."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or make it; raises `OutputError` where that fails."""
        self._waiting: dict[str, str] = {}
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database: sqlite3.Connection | None = _opened(folder / NAME)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"verdicts cannot be kept here: {error}",
                place=str(folder),
                remedy="give another folder with --cache, or --no-cache",
            ) from error

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what waits and close, also when the run was interrupted."""
        self._flush()
        if self._database:
            self._database.close()

    def __contains__(self, key: str) -> bool:
        """Tell whether a verdict is remembered."""
        return self._row(_KNOWN, key) is not None

    def find(self, key: str) -> Verdict | None:
        """Give a verdict that is remembered."""
        row = self._row(_READ, key)
        return from_json(row[0]) if row else None

    def keep(self, key: str, verdict: Verdict) -> None:
        """Remember a verdict."""
        self._waiting[key] = to_json(verdict)
        if len(self._waiting) >= _BATCH:
            self._flush()

    def _row(self, query: str, key: str) -> tuple[str] | None:
        if self._database is None:
            return None
        try:
            row: tuple[str] | None = self._database.execute(query, (key,)).fetchone()
        except sqlite3.Error:
            self._database = None
            return None
        return row

    def _flush(self) -> None:
        if self._database is None or not self._waiting:
            return
        try:
            with self._database:
                self._database.executemany(_WRITE, self._waiting.items())
                self._database.execute(_TRIM, (MOST,))
        except sqlite3.Error:
            self._database = None
        self._waiting.clear()


def _opened(path: Path) -> sqlite3.Connection:
    """Open the file; one that is no database any more is begun anew."""
    try:
        return _with_table(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        return _with_table(path)


def _with_table(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    try:
        with database:
            database.execute(_TABLE)
    except sqlite3.Error:
        database.close()
        raise
    return database
