"""A page read as a whole: its lines, layout, languages and grammar of labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tei_encoder.profiles.model import Profile
from tei_encoder.segment import layout as layouts
from tei_encoder.segment.context import follows
from tei_encoder.segment.forms import KEY, Candidate, Form, Place, candidates
from tei_encoder.segment.grammar import Grammar, Occurrence, learn
from tei_encoder.segment.layout import Layout
from tei_encoder.segment.lexicon import NOTHING, Found, Lexicon, lexicon, spoken
from tei_encoder.segment.lines import Line, cut
from tei_encoder.segment.shape import Weight

#: how far into a page its front may reach (paragraphs)
FRONT = 60
#: an item of a list is no longer (characters)
ITEM = 100
SENTENCE_END = frozenset(".!?…:;,—–-\"”»)]。！？：；，）」』؟۔")
#: how many stretches on either side tell a list
AROUND = 3
#: the score from which a candidate inside a paragraph begins a stretch of its own
STRONG = 4.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, or the part of one that a label begins.

    `start` and `end` are code points, without white space at either end; `line` is the
    number of its first line; `blanks` the blank lines before it, -1 within a line;
    `cues` the topics whose words its head holds; `label` the best candidate at its start and `weights` what speaks for it.
    """

    start: int
    end: int
    line: int
    blanks: int
    indent: int
    head: str
    cues: Found = NOTHING
    label: Candidate | None = None
    weights: tuple[Weight, ...] = ()

    def __len__(self) -> int:
        """Give the number of code points."""
        return self.end - self.start

    @property
    def is_item(self) -> bool:
        """Tell whether it is as short as an item of a list and no sentence."""
        return self.end - self.start <= ITEM and self.head[-1] not in SENTENCE_END

    @property
    def label_score(self) -> float:
        """The sum of what speaks for and against the label."""
        return sum(weight for weight, _ in self.weights)


@dataclass(frozen=True, slots=True)
class Page:
    """What recognizers are given: the text and all that was learned about it."""

    text: str
    profile: Profile
    lexicon: Lexicon
    layout: Layout
    lines: tuple[Line, ...]
    grammar: Grammar
    stretches: tuple[Stretch, ...]

    def is_listed(self, index: int) -> bool:
        """Tell whether most stretches around one are short items as well."""
        around = self.stretches[max(0, index - AROUND) : index + AROUND + 1]
        return sum(stretch.is_item for stretch in around) >= AROUND + 2

    def last_line(self, stretch: Stretch) -> int:
        """Give the number of the last line of a stretch."""
        return stretch.line + self.text.count("\n", stretch.start, stretch.end)


def read(text: str, profile: Profile) -> Page:
    """Read a page twice: first to learn its grammar, then to part it into stretches."""
    lines = cut(text)
    layout = layouts.observe(text, lines)
    tags = (profile.language,) if profile.language else spoken(text)
    known = lexicon(tags, profile.phrases)
    groups = layouts.paragraphs(layout, text, lines)
    found = list(_occurrences(text, lines, groups, known.sets))
    grammar = learn(found, known)
    front = _front(lines, groups, found, grammar)
    vocabulary = _vocabulary(text[:front])
    grammar = replace(grammar, vocabulary=vocabulary, front_end=front)
    stretches = tuple(_stretches(text, lines, groups, grammar))
    return Page(text, profile, known, layout, lines, grammar, stretches)


def _occurrences(
    text: str,
    lines: Sequence[Line],
    groups: Sequence[tuple[int, int]],
    sets: Mapping[str, frozenset[str]],
) -> Iterator[Occurrence]:
    short = sets.get("abbreviations", frozenset())
    persons = sets.get("persons", frozenset())
    for index, (first, last) in enumerate(groups):
        start, end = lines[first].start, lines[last - 1].end
        for candidate in candidates(text, start, end, short):
            context = tuple(follows(text, candidate, end, persons))
            yield Occurrence(index, candidate, context)


def _front(
    lines: Sequence[Line],
    groups: Sequence[tuple[int, int]],
    found: Sequence[Occurrence],
    grammar: Grammar,
) -> int:
    """Give the end of the paragraph before the first sure label."""
    sure = (
        o.paragraph
        for o in found
        if sum(w for w, _ in (*grammar.weigh(o.candidate), *o.context)) >= STRONG
    )
    front = groups[: min(FRONT, next(sure, FRONT))]
    return lines[front[-1][1] - 1].end if front else 0


def _vocabulary(front: str) -> frozenset[str]:
    """Give the words of a page's front that do not begin with a small letter."""
    words = KEY.findall(front)
    return frozenset(word.lower() for word in words if not word[:1].islower())


def _stretches(
    text: str,
    lines: Sequence[Line],
    groups: Sequence[tuple[int, int]],
    grammar: Grammar,
) -> Iterator[Stretch]:
    openers = {key.split(" ", 1)[0] for key, n in grammar.names.items() if n > 1 and key}
    for first, last in groups:
        starts = [first]
        starts += [
            k
            for k in range(first + 1, last)
            if _opens(text, lines[k], lines[last - 1].end, grammar, openers)
        ]
        for a, b in zip(starts, [*starts[1:], last], strict=True):
            yield _stretch(text, lines[a], lines[b - 1].end, grammar)


def _opens(
    text: str, line: Line, end: int, grammar: Grammar, openers: set[str]
) -> bool:
    """Tell whether a line within a paragraph begins with a label of the page."""
    word = KEY.search(text, line.start, min(line.end, line.start + 40))
    if not word or word[0].lower() not in openers:
        return False
    best = _best(text, line.start, end, grammar)
    return best is not None and sum(w for w, _ in best[1]) >= STRONG + 1


def _stretch(text: str, line: Line, end: int, grammar: Grammar) -> Stretch:
    best = _best(text, line.start, end, grammar)
    label, weights = best or (None, ())
    label = label and grammar.without_stage(label)
    head = text[line.start : min(end, line.start + 300)]
    return Stretch(
        line.start,
        end,
        line.number,
        line.blanks,
        line.indent,
        head,
        grammar.lexicon.find(" ".join(head.lower().split())),
        label,
        weights,
    )


def _best(
    text: str, start: int, end: int, grammar: Grammar
) -> tuple[Candidate, tuple[Weight, ...]] | None:
    best: tuple[float, Candidate, tuple[Weight, ...]] | None = None
    short = grammar.lexicon.sets.get("abbreviations", frozenset())
    for candidate in candidates(text, start, end, short):
        context = follows(text, candidate, end, grammar.lexicon.sets.get("persons", ()))
        weights = (*grammar.weigh(candidate), *context)
        score = sum(weight for weight, _ in weights)
        if best is None or score > best[0]:
            best = (score, candidate, weights)
    return best[1:] if best else None


__all__ = ["Form", "Page", "Stretch", "read"]
