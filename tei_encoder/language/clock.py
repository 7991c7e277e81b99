"""What a time of the day is when it has been read."""

from dataclasses import dataclass

from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span

NOON = 12
HOURS = 24
MINUTES = 60


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time as `hh:mm:ss` (W3C; TEI's `@when` needs the seconds).

    `certainty` is given where the words leave room: `12 PM`, `at 2:30`.
    """

    when: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time found in running text."""

    span: Span
    reading: TimeReading


def on_clock(hour: int, minute: int) -> TimeReading | None:
    """Read a time told without its half of the day: until noon it may be either."""
    if hour >= HOURS or minute >= MINUTES:
        return None
    return _at(hour, minute, None if hour > NOON else Certainty.MEDIUM)


def in_half_day(hour: int, minute: int, *, after_noon: bool) -> TimeReading | None:
    """Read an hour of the morning or of the time after noon."""
    if minute >= MINUTES:
        return None
    if hour == NOON:
        # "12 PM" is noon by rule, midnight to some
        return _at(NOON if after_noon else 0, minute, Certainty.MEDIUM)
    if not 0 < hour < NOON:
        return None
    return _at(hour + NOON if after_noon else hour, minute, None)


def _at(hour: int, minute: int, certainty: Certainty | None) -> TimeReading:
    return TimeReading(f"{hour:02}:{minute:02}:00", certainty)
