"""What each key of a profile does on a page: read with it and without it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tei_encoder.language.load import languages, words
from tei_encoder.model.block import Block, Field
from tei_encoder.model.source import Source
from tei_encoder.profiles.load import build
from tei_encoder.profiles.model import Profile
from tei_encoder.segment.lexicon import BORROWED, lexicon
from tei_encoder.segment.lines import Line, cut
from tei_encoder.segment.parse import complete, parse
from tei_encoder.segment.read import read

#: the topic that `auto` alone reads
SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a profile: its dotted name and its value.

    Each phrase of a list is a value of its own; the whole list has the value "".
    `without` are the keys of the profile that are left when it is taken away.
    """

    name: str
    value: str
    without: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A block that a key brought about: line, kind with it and kind without it."""

    line: int
    reading: str
    without: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What a key did on a page: the lines its words stand on, and what it changed."""

    key: Key
    lines: tuple[int, ...]
    changes: tuple[Change, ...]

    @property
    def idle(self) -> bool:
        """Tell whether the key did nothing.

        A language is told to the TEI at least, and citations are read after the
        blocks; of a list the phrases are asked.
        """
        table = self.key.name.partition(".")[0]
        told = table in {"language", "citation"} or not self.key.value
        return unread(self.key) or not (self.lines or self.changes or told)


def keys(table: Mapping[str, Any]) -> Iterator[Key]:
    """Give the keys of a profile's file that do something; its title does not."""
    for name, value in table.items():
        if name == "title":
            continue
        if not isinstance(value, Mapping):
            yield Key(name, str(value), _without(table, name))
            continue
        for topic, inner in value.items():
            rest = _without(value, topic)
            several = name == "phrases" and len(inner) > 1
            named = inner.get("names", ()) if name == "citation" else inner
            shown = ", ".join(named) if isinstance(named, list) else str(named)
            left = {**table, name: rest}
            yield Key(f"{name}.{topic}", "" if several else shown, left)
            if several:
                yield from _each_phrase(table, topic, inner)


def unread(key: Key) -> bool:
    """Tell whether a key holds phrases of a topic that nobody reads."""
    table, _, topic = key.name.partition(".")
    return table == "phrases" and topic not in topics()


def topics() -> frozenset[str]:
    """Give the topics of phrases that the parser reads."""
    told = {topic for tag in languages() for topic in words(tag, "segment")}
    return frozenset({*told, *BORROWED, SIGNS})


def effects(source: Source, table: Mapping[str, Any], name: str) -> Iterator[Effect]:
    """Give what each key of the profile called `name` does on a page, in its order."""
    lines = cut(source.text)
    read_so = _blocks(source.text, build(table, name))
    for key in keys(table):
        other = _blocks(source.text, build(key.without, name))
        changes = tuple(_changes(source.text, read_so, other))
        yield Effect(key, tuple(_matched(source.text, lines, key)), changes)


def _without(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key != name}


def _each_phrase(
    table: Mapping[str, Any], topic: str, phrases: list[str]
) -> Iterator[Key]:
    for phrase in phrases:
        rest = [other for other in phrases if other != phrase]
        kept = {**table["phrases"], topic: rest}
        yield Key(f"phrases.{topic}", phrase, {**table, "phrases": kept})


def _blocks(text: str, profile: Profile) -> tuple[Block, ...]:
    found = parse(read(text, complete(profile)))
    return tuple(block for block in found if block.field is not Field.BLANK)


def _matched(text: str, lines: tuple[Line, ...], key: Key) -> Iterator[int]:
    """Give the numbers of the lines on which a phrase stands."""
    if not (key.name.startswith("phrases.") and key.value):
        return
    known = lexicon((), {key.name: (key.value,)})
    for line in lines:
        lower = " ".join(text[line.start : line.end].lower().split())
        if known.find(lower).holds:
            yield line.number


def _changes(
    text: str, blocks: tuple[Block, ...], others: tuple[Block, ...]
) -> Iterator[Change]:
    """Give the blocks that another reading of the page has not."""
    starts = [block.span.start for block in others]
    position, number = 0, 1
    for block in blocks:
        number += text.count("\n", position, block.span.start)
        position = block.span.start
        other = others[max(0, bisect_right(starts, position) - 1)]
        told, else_told = _said(block, text), _said(other, text)
        if (block.span, told) != (other.span, else_told):
            yield Change(number, told, else_told)


def _said(block: Block, text: str) -> str:
    kind = f"{block.kind}.{block.field}" if block.field else block.kind.value
    label = " ".join(block.label.name.of(text).split()) if block.label else ""
    return f"{kind} of {label!r}" if label else kind
