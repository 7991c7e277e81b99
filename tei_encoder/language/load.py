"""Reads what the toolkit knows about languages: `data/<BCP 47 tag>.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from tei_encoder.errors import ConfigurationError

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
_TOPIC = re.compile(r"^(\w+) = ", re.MULTILINE)
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
    Asking it for a topic raises `ConfigurationError` when the data are wrong there.
    """
    tag = _known(language)
    return NOTHING if tag is None else _Table(tag, table)


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


class _Table(Mapping[str, tuple[str, ...]]):
    """A table whose topics are parsed alone: a page asks for few of many languages."""

    def __init__(self, tag: str, table: str) -> None:
        """Cut the text of a table where its topics begin."""
        self._place = (tag, table)
        pieces = _TOPIC.split(_sections(tag).get(table, ""))
        self._texts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
        self._parsed: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, topic: str) -> tuple[str, ...]:
        """Parse a topic when it is first asked for."""
        if topic not in self._parsed:
            self._parsed[topic] = self._parse(topic, self._texts[topic])
        return self._parsed[topic]

    def __iter__(self) -> Iterator[str]:
        """Go through the topics in the order of the file."""
        return iter(self._texts)

    def __len__(self) -> int:
        """Give the number of topics."""
        return len(self._texts)

    def _parse(self, topic: str, text: str) -> tuple[str, ...]:
        tag, table = self._place
        try:
            value = tomllib.loads(f"{topic} = {text}")[topic]
        except tomllib.TOMLDecodeError as error:
            raise ConfigurationError(
                f"not valid TOML in [{table}], {topic}: {error}",
                place=f"{tag}.toml",
                remedy="mend that line",
            ) from error
        return (value,) if isinstance(value, str) else tuple(value)
