"""TOML files that people write: read with exact messages."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from tei_encoder.errors import ConfigurationError
from tei_encoder.registry import suggestion


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """Read a TOML file and give its tables and its text.

    Raises `ConfigurationError` naming file and line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ConfigurationError(
            f"cannot be read: {reason}",
            place=path.name,
            remedy="give a UTF-8 TOML file",
        ) from error
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(
            f"not valid TOML: {error}", place=path.name, remedy="mend that line"
        ) from error


def check_keys(
    table: Mapping[str, Any],
    known: Collection[str],
    *,
    text: str,
    name: str,
    heading: tuple[str, int] = ("", 0),
) -> None:
    """Refuse a key that nobody reads, with its line and the nearest known key.

    `heading` says which table of the file it is, as in `line_of`.
    """
    for key in table:
        if key not in known:
            raise ConfigurationError(
                f"unknown key {key!r}",
                place=f"{name}:{line_of(key, text, heading=heading)}",
                remedy=suggestion(key, tuple(known)),
            )


def line_of(key: str, text: str, *, heading: tuple[str, int] = ("", 0)) -> int:
    """Give the line (from 1) on which `key` is first set; 1 when it cannot be told.

    `heading` names a table and which of that name it is (from 0): the search
    begins there.
    """
    lines = text.split("\n")
    name, nth = heading
    heads = [i for i, line in enumerate(lines) if name and _heading(line) == name]
    first = heads[nth] if nth < len(heads) else 0
    for number, line in enumerate(lines[first:], start=first + 1):
        head = line.strip().lstrip("[").strip("\"' ")
        if head.startswith(key) and not head[len(key) : len(key) + 1].isalnum():
            return number
    return first + 1


def _heading(line: str) -> str:
    line = line.partition("#")[0].strip()
    return line.strip("[] ") if line.startswith("[") else ""
