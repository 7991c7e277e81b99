"""The readings that compete on a page, and where to look first."""

import json
from collections.abc import Iterator
from typing import Any, Final

from tei_encoder import pipeline
from tei_encoder.cli.render.excerpt import visible
from tei_encoder.cli.render.lines import Lines
from tei_encoder.decisions import command, opening, quote
from tei_encoder.errors import TeiEncoderError
from tei_encoder.model.block import Block
from tei_encoder.model.source import Source
from tei_encoder.segment import Doubt, Reading
from tei_encoder.stages import Settings

#: characters of a block that the labelled view shows
_SHOWN: Final = 60


def explained(source: Source, settings: Settings, line: int, layout: str) -> str:
    """Give the readings that compete for a line, best first, with their evidence.

    Raises `TeiEncoderError` where the page has no such line.
    """
    lines = Lines(source.text)
    if line > lines.count:
        raise TeiEncoderError(
            f"there is no line {line}",
            place=source.uri,
            remedy=f"the page has {lines.count} lines",
        )
    readings = pipeline.explain_line(source, settings, line)
    if layout == "json":
        told = {"line": line, "readings": list(map(_reading, readings))}
        return json.dumps(told, ensure_ascii=False, indent=1)
    shown = f"{line} | {visible(lines.line(line))}"
    none = () if readings else ("no reading: the line is blank",)
    return "\n".join([shown, *none, *(row for r in readings for row in _rows(r))])


def reviewed(source: Source, settings: Settings, layout: str, file: str) -> str:
    """Give the blocks by rising margin, each with the best reading of another kind.

    With each is the command that would rule for that reading, on the input `file`.
    """
    lines = Lines(source.text)
    doubts = pipeline.review(source, settings)
    if layout == "json":
        told = {
            "review": [
                {**_doubt(doubt, lines), "command": _deciding(source, file, doubt)}
                for doubt in doubts
            ]
        }
        return json.dumps(told, ensure_ascii=False, indent=1)
    return "\n".join(
        f"{d.block.margin:6.2f}  {row(d.block, lines)}\n"
        f"        else {kind_of(d.rival)}: {visible('; '.join(d.rival.evidence))}\n"
        f"        {visible(_deciding(source, file, d))}"
        for d in doubts
    )


def _deciding(source: Source, file: str, doubt: Doubt) -> str:
    """Give the command that would rule for the rival."""
    field = ("--field", str(doubt.rival.field)) if doubt.rival.field else ()
    kind = ("--kind", str(doubt.rival.kind), *field)
    words = quote(source.text, opening(source.text, doubt.block.span), least=True)
    return command(file, words, *kind)


def row(block: Block, lines: Lines) -> str:
    """Give the first line of a block, its kind and its first words."""
    number, _ = lines.place(block.span.start)
    words = " ".join(block.span.of(lines.text)[: 4 * _SHOWN].split())
    return f"{number:>5}  {kind_of(block):<20} {visible(words[:_SHOWN])}"


def kind_of(block: Block | Reading) -> str:
    """Give a kind and its field."""
    return f"{block.kind}.{block.field}" if block.field else block.kind.value


def _rows(reading: Reading) -> Iterator[str]:
    yield f"{reading.score:6.2f}  {kind_of(reading)}  ({reading.recognizer})"
    yield from (f"        {visible(reason)}" for reason in reading.evidence)


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "kind": reading.kind.value,
        "field": reading.field.value if reading.field else None,
        "score": round(reading.score, 2),
        "recognizer": reading.recognizer,
        "evidence": list(reading.evidence),
    }


def _doubt(doubt: Doubt, lines: Lines) -> dict[str, Any]:
    block = doubt.block
    return {
        "line": lines.place(block.span.start)[0],
        "start": block.span.start,
        "end": block.span.end,
        "kind": block.kind.value,
        "field": block.field.value if block.field else None,
        "score": block.score,
        "margin": block.margin,
        "evidence": list(block.evidence),
        "rival": _reading(doubt.rival),
    }
