"""Reads what the toolkit knows about languages: `data/<BCP 47 tag>.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from tei_encoder.errors import ConfigurationError

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@cache
def languages() -> tuple[str, ...]:
    """Give the BCP 47 tags of all languages with data, sorted."""
    folder = files("tei_encoder.language") / "data"
    return tuple(
        sorted(
            entry.name.removesuffix(".toml")
            for entry in folder.iterdir()
            if entry.name.endswith(".toml")
        )
    )


@cache
def words(language: str, table: str) -> Mapping[str, tuple[str, ...]]:
    """Give one table of a language: topic to words, in the order of the file.

    `language` is a BCP 47 tag; `pt-BR` falls back to `pt` (RFC 4647, lookup).
    A language or table without data gives an empty mapping.
    Raises `ConfigurationError` when a data file is wrong.
    """
    tag = _known(language)
    if tag is None:
        return NOTHING
    return MappingProxyType(
        {
            key: (value,) if isinstance(value, str) else tuple(value)
            for key, value in _parsed(tag, table).items()
        }
    )


@cache
def vocabulary(tags: tuple[str, ...], table: str, *topics: str) -> frozenset[str]:
    """Join the casefolded words of some topics of a table, in all of `tags`."""
    return frozenset(
        form.casefold()
        for tag in tags
        for topic in topics
        for form in words(tag, table).get(topic, ())
    )


def _known(language: str) -> str | None:
    tag = language.lower()
    while tag and tag not in languages():
        tag = tag.rpartition("-")[0]
    return tag or None


@cache
def _sections(tag: str) -> Mapping[str, str]:
    """Cut a data file into the text of its tables, by name."""
    file = files("tei_encoder.language") / "data" / f"{tag}.toml"
    pieces = _HEADING.split(file.read_text(encoding="utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _parsed(tag: str, table: str) -> dict[str, Any]:
    """Parse one table alone: a page asks for few, and TOML takes its time."""
    try:
        return tomllib.loads(_sections(tag).get(table, ""))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(
            f"not valid TOML in [{table}]: {error}",
            place=f"{tag}.toml",
            remedy="mend that line",
        ) from error
