"""When words were said: the time codes of a file, and the moments pointed to."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tei_encoder.encode.ids import Ids
from tei_encoder.model.layout import Cue
from tei_encoder.model.source import Span


@dataclass(slots=True)
class Clock:
    """The cues of a file; `times` maps moments pointed to (milliseconds) to ids."""

    cues: Sequence[Cue]
    ids: Ids
    times: dict[int, str] = field(default_factory=dict)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Put the cues into the order of the text."""
        self.cues = sorted(self.cues, key=lambda cue: cue.span)
        self.starts = [cue.span.start for cue in self.cues]

    def when(self, time: int) -> str:
        """Give a pointer to a moment; it is then written."""
        if time not in self.times:
            self.times[time] = self.ids.claim(f"t{time}")
        return f"#{self.times[time]}"

    def during(self, spans: Iterable[Span]) -> tuple[int, int] | None:
        """Give when the words of some stretches begin and end."""
        found = [cue for span in spans for cue in self._in(span)]
        if not found:
            return None
        return min(cue.begin for cue in found), max(cue.end for cue in found)

    def _in(self, span: Span) -> Sequence[Cue]:
        first = bisect_left(self.starts, span.start)
        if first and self.cues[first - 1].span.end > span.start:
            first -= 1
        return self.cues[first : bisect_left(self.starts, span.end)]
