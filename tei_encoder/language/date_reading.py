"""What a date says, in the W3C profile of ISO 8601."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as stated: one of `when`, `start`/`end`, `not_before`/`not_after`.

    All are W3C (`1966-09-07`, `1966-09`, `1966`, `--09-07`); the fields stand for
    TEI's `@when`, `@from`, `@to`, `@notBefore` and `@notAfter` (att.datable.w3c).
    A date whose words do not settle its parts (`7/9/66`) has none of them.
    `weekday` is the one stated (0 is Monday); `calendar_ok` is False where the
    calendar has no such day or another weekday on it.
    """

    when: str | None = None
    start: str | None = None
    end: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    certainty: Certainty | None = None
    weekday: int | None = None
    calendar_ok: bool = True

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """The TEI attributes that say the same, in a fixed order."""
        named = (
            ("when", self.when),
            ("from", self.start),
            ("to", self.end),
            ("notBefore", self.not_before),
            ("notAfter", self.not_after),
        )
        return tuple((name, value) for name, value in named if value is not None)

    @property
    def iso(self) -> str | None:
        """The date as one value: `when`, or an EDTF interval `from/to`."""
        if self.start is not None and self.end is not None:
            return f"{self.start}/{self.end}"
        return self.when


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date found in running text; `span` has no white space at its ends."""

    span: Span
    reading: DateReading


IMPOSSIBLE = DateReading(calendar_ok=False)


def on_day(year: int, month: int, day: int, weekday: int | None = None) -> DateReading:
    """Read a full date; a day that the calendar lacks gives no `when`."""
    if not _exists(year, month, day):
        return IMPOSSIBLE
    agrees = weekday is None or date(year, month, day).weekday() == weekday
    return DateReading(when=w3c(year, month, day), weekday=weekday, calendar_ok=agrees)


def in_month(year: int, month: int) -> DateReading:
    """Read a month of a year."""
    return DateReading(when=w3c(year, month)) if _is_month(month) else IMPOSSIBLE


def yearly(month: int, day: int) -> DateReading:
    """Read a day of a month without its year (W3C `gMonthDay`)."""
    leap_year = 2000
    if not _exists(leap_year, month, day):
        return IMPOSSIBLE
    return DateReading(when=f"--{month:02}-{day:02}")


def between(first: DateReading, last: DateReading) -> DateReading:
    """Join two dates to a range; one that runs backwards is no date."""
    if first.when is None or last.when is None or first.when >= last.when:
        return IMPOSSIBLE
    return DateReading(start=first.when, end=last.when)


def numeric(first: int, second: int, year: int) -> DateReading:
    """Read `7/9/1966`: day and month are settled only where one is above 12.

    Otherwise both orders are possible: `notBefore` and `notAfter` enclose them.
    """
    if first == second or not _is_month(first):
        return on_day(year, second, first)
    if not _is_month(second):
        return on_day(year, first, second)
    orders = sorted((w3c(year, first, second), w3c(year, second, first)))
    return DateReading(not_before=orders[0], not_after=orders[1])


def w3c(year: int, month: int | None = None, day: int | None = None) -> str:
    """Write a date, or its year, or its year and month, as W3C has it."""
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    return "-".join(parts)


def _exists(year: int, month: int, day: int) -> bool:
    return _is_month(month) and 1 <= day <= monthrange(year, month)[1]


def _is_month(number: int) -> bool:
    return 1 <= number <= 12  # noqa: PLR2004 - the months of a year
