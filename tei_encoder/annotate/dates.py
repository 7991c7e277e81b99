"""Dates and times in the text, in W3C form; what is uncertain is not tagged."""

from collections.abc import Iterator
from datetime import date

from tei_encoder.annotate.languages import languages_of
from tei_encoder.annotate.rules import CALENDAR_CONTRADICTION
from tei_encoder.annotate.stretches import Place, Stretch, stretches
from tei_encoder.language.dates import DateReading, find_dates
from tei_encoder.language.relative_dates import find_relative_dates
from tei_encoder.language.times import find_times
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Certainty
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

STATED = "stated-date"
RELATIVE = "relative-date"
TIME = "stated-time"
YEAR_DIGITS = 4


def annotate_dates(
    source: Source, record: Record, settings: Settings
) -> Outcome[tuple[Annotation, ...]]:
    """Claim stated dates and times, and those told from the day of the record.

    A date that the calendar contradicts is reported; without a weekday to blame it
    gets no claim.
    """
    tags = languages_of(source, record, settings)
    claims: list[Annotation] = []
    diagnostics: list[Diagnostic] = []
    year, day = _year_of(record), _day_of(record)
    for stretch in stretches(record):
        if stretch.place in {Place.LABEL, Place.REFERENCE}:
            continue
        text, start = stretch.span.of(source.text), stretch.span.start
        for found in find_dates(text, tags, year=year):
            span = _moved(found.span, start)
            claims += _stated(span, found.reading)
            diagnostics += _contradictions(source.text, span, found.reading)
        claims += _times(text, start, tags)
        claims += _relative(text, stretch, day, tags)
    return Outcome(tuple(claims), tuple(diagnostics))


def _stated(span: Span, reading: DateReading) -> Iterator[Annotation]:
    if not reading.attributes:
        return
    certainty = reading.certainty if reading.calendar_ok else Certainty.LOW
    yield _date(span, reading, certainty, STATED)


def _times(text: str, start: int, tags: tuple[str, ...]) -> Iterator[Annotation]:
    for found in find_times(text, tags):
        yield Annotation(
            _moved(found.span, start),
            AnnotationKind.TIME,
            (("when", found.reading.when),),
            certainty=found.reading.certainty,
            rule=TIME,
        )


def _relative(
    text: str, stretch: Stretch, day: date | None, tags: tuple[str, ...]
) -> Iterator[Annotation]:
    """Claim relative dates in speech: nobody else says them on that day."""
    if day is None or stretch.place is not Place.SPEECH:
        return
    for found in find_relative_dates(text, day, tags):
        span = _moved(found.span, stretch.span.start)
        yield _date(span, found.reading, found.reading.certainty, RELATIVE)


def _date(
    span: Span, reading: DateReading, certainty: Certainty | None, rule: str
) -> Annotation:
    return Annotation(
        span,
        AnnotationKind.DATE,
        reading.attributes,
        certainty=certainty,
        rule=rule,
    )


def _contradictions(text: str, span: Span, reading: DateReading) -> list[Diagnostic]:
    if reading.calendar_ok:
        return []
    no_such = "the calendar has no such day"
    message = no_such if reading.when is None else "that day was another weekday"
    return [
        Diagnostic(
            CALENDAR_CONTRADICTION,
            message,
            span=span,
            label=f"read as {reading.when or 'a date'}",
            help=f"check {span.of(text)!r} against the original",
            source="annotate",
        )
    ]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _day_of(record: Record) -> date | None:
    """Give the day of the conversation, if it is known and a single one."""
    when = record.description.date.when if record.description.date else None
    try:
        return date.fromisoformat(when) if when else None
    except ValueError:
        return None


def _year_of(record: Record) -> int | None:
    when = record.description.date.when if record.description.date else None
    year = (when or "")[:YEAR_DIGITS]
    return int(year) if len(year) == YEAR_DIGITS and year.isdecimal() else None
