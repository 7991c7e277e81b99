"""Remembers what was converted, so that unchanged inputs are skipped."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tei_encoder.batch.finding_json import from_list, to_list
from tei_encoder.batch.plan import LEDGER, Job
from tei_encoder.batch.report import Row
from tei_encoder.batch.write import write_whole
from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.rules import all_rules
from tei_encoder.version import VERSION


@dataclass(frozen=True, slots=True)
class Entry:
    """A converted input: what it was made of, what was written, and its report.

    `key` is a digest of bytes, settings and version; `outputs` are file names
    relative to the folder with the SHA-256 of each.
    """

    name: str
    key: str
    outputs: dict[str, str]
    rows: tuple[Row, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Ledger:
    """The entries of one output folder; every new one is on disk at once.

    The file holds one JSON object per line; the last of a name counts.
    """

    def __init__(self, folder: Path) -> None:
        """Read what earlier runs left; lines that are torn or foreign count nothing."""
        self.folder = folder
        self.entries: dict[str, Entry] = {}
        with suppress(OSError, UnicodeDecodeError):
            for line in (folder / LEDGER).read_text(encoding="utf-8").split("\n"):
                if entry := _entry(line):
                    self.entries[entry.name] = entry

    def unchanged(self, name: str, key: str) -> Entry | None:
        """Give the entry of an input that need not be converted again.

        Its bytes, settings and version are the same and its outputs are as written.
        """
        entry = self.entries.get(name)
        if entry is None or entry.key != key:
            return None
        kept = all(
            _digest(self.folder / output) == digest
            for output, digest in entry.outputs.items()
        )
        return entry if kept else None

    def add(self, entry: Entry) -> None:
        """Remember an entry, also on disk."""
        self.entries[entry.name] = entry
        with (self.folder / LEDGER).open("a", encoding="utf-8") as stream:
            stream.write(_line(entry))

    def tidy(self) -> None:
        """Write the ledger anew, one line per input, by name."""
        lines = (_line(self.entries[name]) for name in sorted(self.entries))
        write_whole(self.folder / LEDGER, "".join(lines).encode())


def key_of(job: Job, data: bytes, *, save_text: bool) -> str:
    """Give a digest of all that the output depends on."""
    parts = (
        VERSION,
        sha256(data).hexdigest(),
        canonical(job.settings),
        canonical(job.reading),
        save_text,
    )
    return sha256(json.dumps(parts).encode()).hexdigest()


def canonical(value: object) -> Any:  # noqa: ANN401 - what JSON can hold
    """Give a value in a form that is the same in every process."""
    if is_dataclass(value):
        held = [canonical(getattr(value, field.name)) for field in fields(value)]
        return [type(value).__name__, *held]
    if isinstance(value, Mapping):
        return sorted([str(key), canonical(item)] for key, item in value.items())
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    if isinstance(value, list | tuple):
        return list(map(canonical, value))
    return value if isinstance(value, str | int | float | None) else repr(value)


def _entry(line: str) -> Entry | None:
    try:
        table = json.loads(line)
        return Entry(
            table["name"],
            table["key"],
            table["outputs"],
            tuple(Row(**row) for row in table["rows"]),
            tuple(from_list(fields, _rules()) for fields in table["diagnostics"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def _line(entry: Entry) -> str:
    table = {
        "name": entry.name,
        "key": entry.key,
        "outputs": entry.outputs,
        "rows": [asdict(row) for row in entry.rows],
        "diagnostics": [to_list(finding) for finding in entry.diagnostics],
    }
    return json.dumps(table, ensure_ascii=True) + "\n"


@cache
def _rules() -> dict[str, Rule]:
    return {rule.code: rule for rule in all_rules()}


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
