"""A page as recognizers see it: its text and all that was learned about it."""

from dataclasses import dataclass

from tei_encoder.profiles.model import Profile
from tei_encoder.segment.appearance import NO_LOOKS, Looks
from tei_encoder.segment.forms import Candidate
from tei_encoder.segment.grammar import Grammar
from tei_encoder.segment.layout import Layout
from tei_encoder.segment.lexicon import NOTHING, Found, Lexicon
from tei_encoder.segment.lines import Line
from tei_encoder.segment.shape import Weight

#: an item of a list is no longer (characters)
ITEM = 100
#: a sentence that tells what somebody said has so many words at least
REPORT = 8
SENTENCE_END = frozenset('.!?…:;,—–-"”»)]。！？：；，）」』؟۔।॥։።။។')


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, or the part of one that a label begins.

    `start` and `end` are code points, without white space at either end; `line` is the
    number of its first line; `head` its first words and `cues` the topics whose words
    they hold; `label` the best candidate at its start, `weights` what speaks for it and
    `label_score` their sum; `is_item`: it is short and no sentence.
    """

    start: int
    end: int
    line: int
    head: str
    cues: Found = NOTHING
    label: Candidate | None = None
    weights: tuple[Weight, ...] = ()
    label_score: float = 0.0
    is_item: bool = False

    def __len__(self) -> int:
        """Give the number of code points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Page:
    """A page, read twice.

    `captions` gives, for each stretch in a list of those present, the index of the
    caption above it; `listed` holds the stretches around which most are short items;
    `thanks` are the notes on funding, in lowercase; `whole` holds the stretches that
    are a table or list; `unlabelled` those that open turns without labels.
    """

    text: str
    profile: Profile
    lexicon: Lexicon
    layout: Layout
    lines: tuple[Line, ...]
    grammar: Grammar
    stretches: tuple[Stretch, ...]
    captions: dict[int, int]
    listed: frozenset[int]
    thanks: tuple[str, ...]
    looks: Looks = NO_LOOKS
    whole: frozenset[int] = frozenset()
    unlabelled: frozenset[int] = frozenset()

    def reports(self, stretch: Stretch) -> bool:
        """Tell whether a stretch of so many words holds a verb of saying."""
        words = stretch.head.lower().split()
        return (
            len(words) >= REPORT
            and "title" not in stretch.cues.begins
            and any(self.lexicon.has("reporting", word) for word in words[1:-1])
        )

    def last_line(self, stretch: Stretch) -> int:
        """Give the number of the last line of a stretch."""
        return stretch.line + self.text.count("\n", stretch.start, stretch.end)
