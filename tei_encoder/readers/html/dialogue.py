"""Definition lists that are dialogues: terms who speak, definitions what they say."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from lxml import etree

from tei_encoder.model.layout import StatedTurn
from tei_encoder.model.span import Span
from tei_encoder.readers.html.tree import local, words_of
from tei_encoder.readers.reading_text import PARAGRAPH

#: marks that close a printed name
_CLOSING: Final = " :：—–-"


def is_dialogue(element: etree._Element) -> bool:
    """Tell a dialogue (HTML 4.01, 10.3): a term comes back, and each has its words.

    A glossary defines no term twice.
    """
    items = list(element.iter("dt", "dd"))
    names = [words_of(e).strip() for e in items if local(e) == "dt"]
    answered = all(
        local(b) == "dd" for a, b in pairwise([*items, element]) if local(a) == "dt"
    )
    return answered and len(set(filter(None, names))) < len(names)


@dataclass(slots=True)
class Dialogue:
    """The turns of a dialogue, as they are written: label and words."""

    turns: list[tuple[Span, list[Span]]] = field(default_factory=list)

    def add(self, element: etree._Element, span: Span) -> None:
        """Take the span of a term or a definition."""
        if local(element) == "dt":
            self.turns.append((span, []))
        elif self.turns and span:
            self.turns[-1][1].append(span)

    def stated(self, text: str) -> list[StatedTurn]:
        """Give the turns, each paragraph of theirs apart."""
        return [
            StatedTurn(
                _named(label, text),
                tuple(part for span in said for part in paragraphs(span, text)),
            )
            for label, said in self.turns
            if said
        ]


def paragraphs(span: Span, text: str) -> list[Span]:
    """Cut a span at its empty lines."""
    found: list[Span] = []
    place = span.start
    for words in span.of(text).split(PARAGRAPH):
        part = Span(place, place + len(words)).trimmed(text)
        found += [part] if part else []
        place += len(words) + len(PARAGRAPH)
    return found


def _named(label: Span, text: str) -> Span | None:
    """Give the name without the mark that closes it; None where none is printed."""
    name = label.of(text).rstrip(_CLOSING)
    return Span(label.start, label.start + len(name)) if name else None
