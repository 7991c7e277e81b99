"""Target `txt`: title, date, people, and what was said, as plain text."""

from collections.abc import Iterator
from itertools import zip_longest

from tei_encoder.export.agents import participants
from tei_encoder.export.reading_text import Notes, Paragraph, paragraphs
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package


def export_txt(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give one file; paragraphs are parted by blank lines."""
    notes = Notes()
    blocks = [
        *_head(holding.entry),
        *map(_shown, paragraphs(holding.decoded.parts, notes)),
        *(f"[{number}] {text}" for number, text in enumerate(notes.texts, start=1)),
    ]
    text = "\n\n".join(block for block in blocks if block.strip())
    return Outcome({f"{holding.name}.txt": f"{text}\n".encode()})


def _head(entry: CatalogueEntry) -> Iterator[str]:
    """Say what it is; what the body itself prints is not taken from it."""
    facts = (
        ("Record", entry.id),
        ("Title", entry.title),
        ("Date", entry.date.text if entry.date else None),
        ("Participants", "; ".join(agent.name for agent in participants(entry))),
        ("Source", entry.original.citation or entry.original.reference_code),
    )
    yield "\n".join(f"{name}: {value}" for name, value in facts if value)
    yield "-" * 8


def _shown(paragraph: Paragraph) -> str:
    marks = (f"[{number}]" for number in paragraph.marks)
    pairs = zip_longest(paragraph.pieces, marks, fillvalue="")
    words = "".join(piece + mark for piece, mark in pairs)
    return f"{paragraph.label} {words}" if paragraph.label else words
