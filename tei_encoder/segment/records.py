"""Parts a file that holds several records, where the evidence is strong.

A record begins where the front of one stands again: a title, a date, those present,
before it a separator, the back of another record, or under a heading that repeats the
form of the first. A wrong cut costs more than a missed one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source, Span
from tei_encoder.segment.fronts import PAGE_LABELS, Frames
from tei_encoder.segment.languages import spoken
from tei_encoder.segment.lexicon import lexicon
from tei_encoder.segment.lines import Line, cut
from tei_encoder.segment.rules import RECORDS_PARTED
from tei_encoder.segment.unwrapping import unwrapped
from tei_encoder.stages import Settings, Split

#: a record has at least so many lines and characters
LINES, CHARACTERS = 4, 200
#: kinds of lines that make a front where no sign says that a record begins, and kinds
#: and signs together where one does
WITHOUT_SIGN, WITH_SIGN = 3, 3


@dataclass(frozen=True, slots=True)
class Beginning:
    """The index of the line that begins a record, and the evidence in words."""

    index: int
    evidence: tuple[str, ...]


def divide(source: Source, settings: Settings) -> Outcome[tuple[Span, ...]]:
    """Give the spans of the records of a file; together they are its text.

    Each but the first begins with its first visible character.
    """
    text = unwrapped(source)
    lines = cut(text) if settings.split is not Split.NEVER else ()
    found = tuple(_beginnings(text, lines, settings)) if lines else ()
    starts = [0, *(lines[b.index].start for b in found)]
    spans = tuple(Span(a, b) for a, b in pairwise([*starts, len(text)]))
    return Outcome(spans, tuple(_told(lines, found)))


def _told(lines: Sequence[Line], found: Sequence[Beginning]) -> Iterator[Diagnostic]:
    for beginning in found:
        line = lines[beginning.index]
        why = ", ".join(beginning.evidence)
        span = Span(line.start, line.end)
        message = f"another record begins: {why}"
        yield Diagnostic(RECORDS_PARTED, message, span=span, source="segment")


def _beginnings(
    text: str, lines: Sequence[Line], settings: Settings
) -> Iterator[Beginning]:
    tag = settings.profile.language
    known = lexicon((tag,) if tag else spoken(text), settings.profile.phrases)
    frames = Frames(text, lines, known)
    first = frames.front(0)
    last, body = 0, False
    front: Mapping[str, str] = first
    for index in range(1, len(lines)):
        if not body:
            body = frames.is_body(index) and not frames.clue(index).opens
        elif _may_begin(frames, last, index):
            evidence = _evidence(frames, index, first)
            if evidence.front != front and evidence.is_enough(settings.split):
                yield Beginning(frames.head(index, last), evidence.words)
                last, body, front = index, False, evidence.front


def _may_begin(frames: Frames, last: int, index: int) -> bool:
    """Tell whether a paragraph begins at a line that may be the first of a record."""
    line = frames.lines[index]
    far = index - last >= LINES and line.start - frames.lines[last].start >= CHARACTERS
    if not (far and frames.may_open(index)):
        return False
    if not (line.blanks or frames.is_parted(index)):
        return False
    return frames.clue(index - 1).closes != PAGE_LABELS


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a place has of the front of a record, and the signs that one begins."""

    front: Mapping[str, str]
    signs: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Give the evidence in words."""
        return (*self.signs, f"a front of {' and '.join(self.front)}")

    def is_enough(self, split: Split) -> bool:
        """Tell whether to part the file here; `always` takes less."""
        named = self.front.keys() & {"title", "date"}
        kinds = len(self.front) + len(self.signs)
        if split is Split.ALWAYS:
            return bool(named) and kinds > 1
        if self.signs:
            return bool(named) and kinds >= WITH_SIGN
        return len(named) > 1 and kinds >= WITHOUT_SIGN


def _evidence(frames: Frames, index: int, first: Mapping[str, str]) -> Evidence:
    numbered = bool(frames.form(0)) and frames.form(index) == frames.form(0)
    repeated = numbered or frames.words(index) == frames.words(0)
    parted = frames.is_parted(index)
    if not (repeated or parted or frames.clue(index).opens):
        return Evidence({}, ())
    front, signs = frames.front(index), list[str]()
    if repeated:
        signs.append("the form of the first heading again")
        signs += ["it is numbered"] if numbered else []
    elif len(front.keys() & {"title", "date"}) > 1 and [*front] == [*first]:
        signs.append("a front like the first")
    if parted:
        signs.append("a separator before it")
    closing = frames.closing(index)
    if closing:
        signs.append(f"{closing} before it")
    return Evidence(front, tuple(signs))
