"""A page as the parser reads it, for people and for programs."""

import json
import sys
from bisect import bisect_left
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from tei_encoder import pipeline, readers
from tei_encoder.annotate import inlines
from tei_encoder.batch.inputs import STDIN, STDIN_NAME, find_inputs
from tei_encoder.cli.options import reader_options
from tei_encoder.cli.readings import explained, reviewed, row
from tei_encoder.cli.render.lines import Lines
from tei_encoder.cli.request import metadata_of, profile_of
from tei_encoder.cli.rulings import decisions_of
from tei_encoder.cli.voices import Voices
from tei_encoder.model.block import Block, Field
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings, Split


@dataclass(frozen=True, slots=True)
class PageRequest:
    """The arguments and options of `segment`, as click gives them."""

    file: str
    layout: str
    line: int | None
    review: bool
    metadata: Path | None
    decisions: Path | None
    no_decisions: bool
    format: str | None
    encoding: str | None
    columns: str | None
    sheet: str | None
    profile: str
    language: str | None
    split: str


def show_page(request: PageRequest) -> str:
    """Give what was asked for: blocks, what to review, or the readings of one line."""
    source, settings = source_of(request), settings_of(request)
    if request.line is not None:
        return explained(source, settings, request.line, request.layout)
    if request.review:
        return reviewed(source, settings, request.layout, request.file)
    parsed = pipeline.parse_record(source, settings)
    return as_json(parsed) if request.layout == "json" else as_text(parsed)


def source_of(request: PageRequest) -> Source:
    """Read the file, or standard input."""
    if request.file == STDIN:
        data, name = sys.stdin.buffer.read(), STDIN_NAME
    else:
        data, name = Path(request.file).read_bytes(), request.file
    return readers.read(
        data,
        name,
        format=request.format,
        encoding=request.encoding,
        options=reader_options(request.columns, request.sheet),
    ).value


def settings_of(request: PageRequest) -> Settings:
    """Give the settings that were asked for, rulings and metadata included."""
    item = find_inputs([request.file])[0]
    return Settings(
        profile=profile_of(request.profile),
        metadata=metadata_of(item, request.metadata),
        decisions=decisions_of(item, request.decisions, ignored=request.no_decisions),
        language=request.language,
        split=Split(request.split),
    )


def as_text(parsed: pipeline.Parsed) -> str:
    """Give a line per block: its first line on the page, kind, speaker and words."""
    voices = Voices(parsed.records)
    lines = Lines(parsed.source.text)
    return "\n".join(_row(b, lines, voices) for b in _labelled(parsed))


def as_json(parsed: pipeline.Parsed) -> str:
    """Give all that is known of the blocks that hold more than blanks."""
    source = parsed.source
    voices = Voices(parsed.records)
    asides = _inlines(parsed)
    blocks = [
        {
            **_block(block, source.text),
            "who": voices.of(block),
            "inlines": _within(block.span, asides),
            "score": block.score,
            "margin": block.margin,
            "evidence": list(block.evidence),
        }
        for block in _labelled(parsed)
    ]
    page = {
        "source": {"uri": source.uri, "sha256": source.bytes_sha256},
        "profile": parsed.profile.name,
        "blocks": blocks,
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def _row(block: Block, lines: Lines, voices: Voices) -> str:
    who = f" <{voices.of(block)}>" if block.label and voices.of(block) else ""
    return row(block, lines) + who


def _labelled(parsed: pipeline.Parsed) -> list[Block]:
    return [block for block in parsed.blocks if block.field is not Field.BLANK]


def _block(block: Block, text: str) -> dict[str, Any]:
    label = block.label.name if block.label else None
    return {
        "start": block.span.start,
        "end": block.span.end,
        "kind": block.kind.value,
        "field": block.field.value if block.field else None,
        "speaker": " ".join(label.of(text).split()) if label else None,
        "label_start": label.start if label else None,
        "label_end": label.end if label else None,
    }


def _inlines(parsed: pipeline.Parsed) -> list[dict[str, Any]]:
    """Give the asides inside paragraphs, in the order of the text."""
    found = {
        inline for record in parsed.records for inline in inlines(parsed.source, record)
    }
    return [
        {"start": span.start, "end": span.end, "kind": kind}
        for span, kind in sorted(found)
    ]


def _within(span: Span, asides: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give those of the asides, ascending, that lie in a span."""
    first = bisect_left(asides, span.start, key=itemgetter("start"))
    last = bisect_left(asides, span.end, key=itemgetter("start"))
    return [aside for aside in asides[first:last] if aside["end"] <= span.end]
