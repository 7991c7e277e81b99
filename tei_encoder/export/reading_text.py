"""What a record says, in order and without markup: for `txt` and `md`.

Notes that stand beside the text (footnotes) are gathered at the end, each with its
number where it belongs; nothing that is printed is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tei_encoder.model.block import Kind
from tei_encoder.model.decoded import DecodedPart, DecodedPassage, DecodedUtterance


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph to be shown; `label` is that of the turn which it begins.

    `pieces` are its words, cut where a note stands; the nth cut has `marks[n]`.
    """

    kind: Kind
    label: str
    pieces: tuple[str, ...]
    marks: tuple[int, ...] = ()


@dataclass(slots=True)
class Notes:
    """The notes met so far, in order."""

    texts: list[str] = field(default_factory=list)

    def add(self, text: str) -> int:
        """Take a note and give its number."""
        self.texts.append(text)
        return len(self.texts)


def paragraphs(parts: tuple[DecodedPart, ...], notes: Notes) -> Iterator[Paragraph]:
    """Give the paragraphs of a record in order; notes are put into `notes`."""
    for part in parts:
        if isinstance(part, DecodedUtterance):
            yield from _turn(part, notes)
        else:
            yield _paragraph(part, "", notes)


def _turn(utterance: DecodedUtterance, notes: Notes) -> Iterator[Paragraph]:
    label = utterance.label.text.strip() if utterance.label else ""
    for passage in utterance.content:
        spoken = passage.kind is Kind.TURN
        yield _paragraph(passage, label if spoken else "", notes)
        label = "" if spoken else label


def _paragraph(passage: DecodedPassage, label: str, notes: Notes) -> Paragraph:
    beside = [i for i in passage.inlines if i.text and not len(i.span)]
    beside.sort(key=lambda inline: inline.span.start)
    pieces, marks, start = [], [], 0
    for inline in beside:
        pieces.append(passage.text[start : inline.span.start])
        marks.append(notes.add(inline.text))
        start = inline.span.start
    pieces.append(passage.text[start:])
    return Paragraph(passage.kind, label, tuple(pieces), tuple(marks))
