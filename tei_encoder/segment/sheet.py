"""A text cut into lines and paragraphs, and what may be a label in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tei_encoder.model.span import Span
from tei_encoder.segment.appearance import NO_LOOKS, Looks
from tei_encoder.segment.candidates import candidates
from tei_encoder.segment.context import follows
from tei_encoder.segment.lexicon import Lexicon
from tei_encoder.segment.lines import Line
from tei_encoder.segment.occurrence import Occurrence

#: candidates by the place where they stand
Found = dict[int, tuple[Occurrence, ...]]
#: paragraphs as ranges of lines, and the labels that may stand within them
Groups = Sequence[tuple[int, int]]
Inner = Mapping[int, list[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text cut into lines and paragraphs, before anything is known of its labels.

    `whole` are the indexes of paragraphs that no label parts.
    """

    text: str
    lines: Sequence[Line]
    groups: Groups
    inner: Inner
    whole: frozenset[int] = frozenset()


def occurrences(
    text: str, span: Span, index: int, known: Lexicon, looks: Looks = NO_LOOKS
) -> Iterator[Occurrence]:
    """Give what may be a label at a place in the paragraph of that index.

    `span` reaches from the place to the end of the paragraph.
    """
    start, end = span.start, span.end
    short = known.sets.get("abbreviations", frozenset())
    found = [*candidates(text, start, end, short)]
    apart = looks.label(text, start, end)
    if apart and all(candidate.name_end != apart.name_end for candidate in found):
        found.append(apart)
    for candidate in found:
        context = (
            *follows(text, candidate, end, known),
            *looks.label_weights(candidate, apart),
        )
        yield Occurrence(index, candidate, context)
