"""Target `md`: the record as CommonMark, with labels in bold and notes as footnotes."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from tei_encoder.export.agents import participants
from tei_encoder.export.reading_text import Notes, Paragraph, paragraphs
from tei_encoder.model.block import Kind
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

#: what CommonMark reads as markup anywhere (its sections 6.1 to 6.6)
_ANYWHERE: Final = re.compile(r"([\\`*_\[\]<>&~])")
#: and at the beginning of a line: headings, lists, quotations, rules, code, tables
_AT_START: Final = re.compile(r"^([#+>=|:-]|\d{1,9}(?=[.)](\s|$)))", re.MULTILINE)
_INDENT: Final = re.compile(r"^[ \t]+", re.MULTILINE)


def export_md(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give one file."""
    notes = Notes()
    blocks = [
        *_head(holding.entry),
        *map(_shown, paragraphs(holding.decoded.parts, notes)),
        *(f"[^{n}]: {_joined(text)}" for n, text in enumerate(notes.texts, start=1)),
    ]
    text = "\n\n".join(block for block in blocks if block.strip())
    return Outcome({f"{holding.name}.md": f"{text}\n".encode()})


def escaped(text: str) -> str:
    r"""Give text so that CommonMark shows it as it is; line ends are kept (`\`)."""
    plain = _INDENT.sub("", _ANYWHERE.sub(r"\\\1", text))
    return _AT_START.sub(_escape_start, plain).replace("\n", "\\\n")


def _escape_start(match: re.Match[str]) -> str:
    """Escape the mark, or the point or bracket after a number."""
    return f"{match[1]}\\" if match[1][0].isdigit() else f"\\{match[1]}"


def _head(entry: CatalogueEntry) -> Iterator[str]:
    yield f"# {_joined(entry.title or entry.id)}"
    facts = (
        ("Record", entry.id),
        ("Date", entry.date.text if entry.date else None),
        ("Participants", "; ".join(agent.name for agent in participants(entry))),
        ("Source", entry.original.citation or entry.original.reference_code),
    )
    yield "\n".join(f"- {name}: {_joined(value)}" for name, value in facts if value)
    yield "---"


def _joined(text: str) -> str:
    return escaped(" ".join(text.split()))


def _shown(paragraph: Paragraph) -> str:
    # XML has no U+0000: it keeps the places of the notes while all is escaped
    pieces = escaped("\0".join(paragraph.pieces)).split("\0")
    marks = (f"[^{number}]" for number in paragraph.marks)
    pairs = zip_longest(pieces, marks, fillvalue="")
    words = "".join(piece + mark for piece, mark in pairs).strip()
    if paragraph.label:
        return f"**{_joined(paragraph.label)}** {words}"
    if paragraph.kind in {Kind.TITLE, Kind.HEADING}:
        return f"## {words}"
    return f"*{words}*" if paragraph.kind is Kind.STAGE and words else words
