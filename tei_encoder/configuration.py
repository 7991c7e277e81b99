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
        raise ConfigurationError(
            f"cannot be read: {error}", place=path.name, remedy="give a UTF-8 TOML file"
        ) from error
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(
            f"not valid TOML: {error}", place=path.name, remedy="mend that line"
        ) from error


def check_keys(
    table: Mapping[str, Any], known: Collection[str], *, text: str, name: str
) -> None:
    """Refuse a key that nobody reads, with its line and the nearest known key."""
    for key in table:
        if key not in known:
            raise ConfigurationError(
                f"unknown key {key!r}",
                place=f"{name}:{line_of(key, text)}",
                remedy=suggestion(key, tuple(known)),
            )


def line_of(key: str, text: str) -> int:
    """Give the line (from 1) on which `key` is first set; 1 when it cannot be told."""
    for number, line in enumerate(text.split("\n"), start=1):
        head = line.strip().lstrip("[").strip("\"' ")
        if head.startswith(key) and not head[len(key) : len(key) + 1].isalnum():
            return number
    return 1
