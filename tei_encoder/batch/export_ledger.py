"""Remembers which packages were made of what, so that a run can be taken up again."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tei_encoder.batch.write import write_whole
from tei_encoder.errors import OutputError

#: a file, not a folder: DSpace takes every folder beside the items for one more
LEDGER: Final = ".tei-encoder-export.jsonl"


@dataclass(frozen=True, slots=True)
class Made:
    """A package: `top` is its file or folder, `key` and `digest` what it is made of."""

    top: str
    key: str
    digest: str


class ExportLedger:
    """What was made by name of record; every new one is on disk at once.

    The file holds one JSON list per line: target, name, top, key, digest; the last of
    a name counts. A folder holds the packages of one target.
    """

    def __init__(self, folder: Path, target: str) -> None:
        """Read what earlier runs left; lines that are torn or foreign count nothing.

        Raises `OutputError` where the folder holds packages of another target.
        """
        self.path = folder / LEDGER
        self.target = target
        self.made: dict[str, Made] = {}
        with suppress(OSError, UnicodeDecodeError):
            for line in self.path.read_text(encoding="utf-8").split("\n"):
                self._read(line, folder)

    def add(self, name: str, made: Made) -> None:
        """Remember a package, also on disk."""
        self.made[name] = made
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(self._line(name))

    def tidy(self) -> None:
        """Write the ledger anew, one line per package, by name."""
        if self.made:
            write_whole(self.path, "".join(map(self._line, sorted(self.made))).encode())

    def _line(self, name: str) -> str:
        made = self.made[name]
        return json.dumps([self.target, name, made.top, made.key, made.digest]) + "\n"

    def _read(self, line: str, folder: Path) -> None:
        try:
            target, name, top, key, digest = json.loads(line)
        except ValueError:
            return
        if target != self.target:
            raise OutputError(
                f"the folder holds what was exported to {target!r}",
                place=str(folder),
                remedy="give another folder with -o",
            )
        self.made[name] = Made(top, key, digest)
