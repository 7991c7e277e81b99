"""A text without the stretches that the file itself explains: what is left to read.

Headers and footers, the bodies of notes and the turns that a file states are taken
out, with the line ends around them, so that what they interrupt is whole again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tei_encoder.model.span import Span

_BLANK = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a text: `kept` ranges of it, joined in `text`.

    `starts` are the offsets of the kept ranges in `text`.
    """

    text: str
    kept: tuple[Span, ...]
    starts: tuple[int, ...]

    def pieces(self, span: Span) -> Iterator[Span]:
        """Give the ranges of the whole text that a range of the view stands for."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        for at in range(first, bisect_left(self.starts, span.end)):
            start, kept = self.starts[at], self.kept[at]
            begin, end = max(span.start, start), min(span.end, start + len(kept))
            if begin < end:
                yield Span(begin - start + kept.start, end - start + kept.start)

    def seen(self, span: Span) -> Span | None:
        """Give where in the view a range of the whole text is, or None.

        What is seen of a range in part counts alone.
        """
        start, end = self._seen(span.start), self._seen(span.end)
        return None if len(span) and start == end else Span(start, end)

    def line(self, text: str, number: int) -> int:
        """Give the number in the view of a line of the whole text (0: not seen)."""
        start = _line_start(text, number)
        end = text.find("\n", start)
        line = Span(start, len(text) if end < 0 else end)
        seen = self.seen(line.trimmed(text))
        return self.text.count("\n", 0, seen.start) + 1 if seen and len(seen) else 0

    def _seen(self, offset: int) -> int:
        at = bisect_right(self.kept, offset, key=lambda kept: kept.start) - 1
        if at < 0:
            return 0
        return self.starts[at] + min(offset, self.kept[at].end) - self.kept[at].start


def view(text: str, hidden: Iterable[Span]) -> View:
    """Give a text without the hidden ranges and the lines that they alone fill."""
    reached, kept = 0, list[Span]()
    for span in _joined(sorted(hidden), text):
        lines = _with_line(span, text)
        if lines.start > reached:
            kept.append(Span(reached, lines.start))
        reached = max(reached, lines.end)
    if reached < len(text):
        kept.append(Span(reached, len(text)))
    starts = tuple(accumulate(map(len, kept[:-1]), initial=0)) if kept else ()
    seen = text if len(kept) == 1 and len(kept[0]) == len(text) else _read(kept, text)
    return View(seen, tuple(kept), starts)


def _read(kept: Sequence[Span], text: str) -> str:
    return "".join(span.of(text) for span in kept)


def _joined(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """Join ranges between which nothing but blanks of one line stands."""
    waiting: Span | None = None
    for span in spans:
        if waiting and not text[waiting.end : span.start].strip(_BLANK):
            waiting = Span(waiting.start, max(waiting.end, span.end))
        else:
            if waiting:
                yield waiting
            waiting = span
    if waiting:
        yield waiting


def _with_line(span: Span, text: str) -> Span:
    """Take in the line end where nothing else stands on the first and last line."""
    start, end = span.start, span.end
    while start and text[start - 1] in _BLANK:
        start -= 1
    while end < len(text) and text[end] in _BLANK + "\r":
        end += 1
    opens = start == 0 or text[start - 1] == "\n"
    closes = end == len(text) or text[end] == "\n"
    return Span(start, min(end + 1, len(text))) if opens and closes else span


def _line_start(text: str, number: int) -> int:
    start = 0
    for _ in range(number - 1):
        start = text.find("\n", start) + 1
    return start
