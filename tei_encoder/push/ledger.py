"""Remembers what a server confirmed, so that others' changes there are seen."""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tei_encoder.errors import OutputError


class Ledger:
    """Digests of documents by name, as one place on one server should hold them.

    A name has two where a push was cut: what was there, and what was being sent.
    The file holds one JSON list per line, name first; the last of a name counts.
    The server has the last word on what it holds: nothing is skipped for the ledger.
    """

    def __init__(self, path: Path) -> None:
        """Read what earlier pushes left; lines that are torn or foreign count nothing.

        Raises `OutputError` where it cannot be kept.
        """
        self.path = path
        self._known: dict[str, frozenset[str]] = {}
        with suppress(OSError, UnicodeDecodeError):
            for line in path.read_text(encoding="utf-8").split("\n"):
                self._read(line)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._rewrite()
        except OSError as error:
            raise self._failure(error) from error

    def is_foreign(self, name: str, digest: str) -> bool:
        """Tell whether a document is known here, but not with this content."""
        known = self._known.get(name, frozenset())
        return bool(known) and digest not in known

    def expect(self, name: str, digest: str) -> None:
        """Remember that a document is being sent."""
        self._write(name, self._known.get(name, frozenset()) | {digest})

    def confirm(self, name: str, digest: str) -> None:
        """Remember that the server holds a document with this content."""
        if self._known.get(name) != frozenset({digest}):
            self._write(name, frozenset({digest}))

    def forget(self, name: str) -> None:
        """Remember that nobody knows what the server holds."""
        self._write(name, frozenset())

    def _write(self, name: str, digests: frozenset[str]) -> None:
        self._known[name] = digests
        try:
            with self.path.open("a", encoding="utf-8") as stream:
                stream.write(self._line(name))
        except OSError as error:
            raise self._failure(error) from error

    def _rewrite(self) -> None:
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        try:
            text = "".join(self._line(n) for n, d in sorted(self._known.items()) if d)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self.path)
        finally:
            temporary.unlink(missing_ok=True)

    def _line(self, name: str) -> str:
        return json.dumps([name, *sorted(self._known[name])]) + "\n"

    def _read(self, line: str) -> None:
        with suppress(ValueError, TypeError):
            name, *digests = json.loads(line)
            if isinstance(name, str) and all(isinstance(d, str) for d in digests):
                self._known[name] = frozenset(digests)

    def _failure(self, error: OSError) -> OutputError:
        return OutputError(
            f"the ledger cannot be kept: {(error.strerror or str(error)).lower()}",
            place=str(self.path),
            remedy="give another file with --ledger",
        )


def ledger_path(server: str, place: str) -> Path:
    """Give the user's ledger of a place on a server (XDG Base Directory: state).

    Raises `OutputError` for a user without a home.
    """
    given = os.environ.get("XDG_STATE_HOME")
    try:
        folder = Path(given) if given else Path.home() / ".local" / "state"
    except RuntimeError as error:
        raise OutputError(
            "the ledger of pushes has no place: there is no home folder",
            remedy="give a file with --ledger",
        ) from error
    name = sha256(f"{server}\0{place}".encode()).hexdigest()[:16]
    return folder / "tei-encoder" / "push" / f"{name}.jsonl"
