"""Builds sources and blocks from short lists, as `segment` would give them."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tei_encoder.assemble import assemble
from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.profiles.model import Profile
from tei_encoder.stages import Settings

#: kind, text and, where wanted, a field or (of a turn) the name in the label
Line = tuple[str, str] | tuple[str, str, str]
Made = tuple[Record, tuple[Diagnostic, ...], str]


def blocks_of(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...]]:
    """Join lines by blank ones and give the text with its blocks."""
    text, blocks = "", []
    for kind, words, *more in lines:
        if text:
            blocks.append(_block("other", len(text), len(text) + 2, field="blank"))
            text += "\n\n"
        start = len(text)
        text += words
        block = _block(kind, start, len(text))
        if kind == "turn" and more:
            block = replace(block, label=_label(text, start, more[0]))
        elif more:
            block = replace(block, field=Field(more[0]))
        blocks.append(block)
    return text, tuple(blocks)


def _block(kind: str, start: int, end: int, field: str | None = None) -> Block:
    return Block(
        Kind(kind), Span(start, end), "test", field=Field(field) if field else None
    )


def _label(text: str, start: int, name: str) -> Label:
    at = text.index(name, start)
    end = at + len(name)
    while end < len(text) and text[end] in ".:–-":
        end += 1
    return Label(Span(at, at + len(name)), Span(at, end))


def source_of(text: str) -> Source:
    """Give a source of a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source("page.txt", text, digest, digest, "utf-8", "text")


@pytest.fixture
def make() -> Callable[..., Made]:
    """Give a function that assembles lines: record, findings and text."""

    def made(
        *lines: Line, language: str | None = "en", metadata: Metadata | None = None
    ) -> Made:
        text, blocks = blocks_of(lines)
        settings = Settings(
            profile=Profile("generic"),
            metadata=metadata or Metadata(),
            language=language,
            record_id="r",
        )
        outcome = assemble(source_of(text), blocks, settings)
        (record,) = outcome.value
        return record, outcome.diagnostics, text

    return made
