"""A text cut into lines and paragraphs, and what may be a label in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_encoder.segment.candidates import candidates
from tei_encoder.segment.context import follows
from tei_encoder.segment.learning import Occurrence
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.lines import Line

#: candidates by the place where they stand
Found = dict[int, tuple[Occurrence, ...]]
#: paragraphs as ranges of lines, and the labels that may stand within them
Groups = Sequence[tuple[int, int]]
Inner = Mapping[int, list[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text cut into lines and paragraphs, before anything is known of its labels."""

    text: str
    lines: Sequence[Line]
    groups: Groups
    inner: Inner


def occurrences(
    text: str, start: int, end: int, index: int, known: Lexicon
) -> Iterator[Occurrence]:
    """Give what may be a label at a place in the paragraph of that index."""
    short = known.sets.get("abbreviations", frozenset())
    for candidate in candidates(text, start, end, short):
        context = tuple(follows(text, candidate, end, known))
        yield Occurrence(index, candidate, context)
