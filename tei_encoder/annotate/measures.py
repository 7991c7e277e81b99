"""Numbers, percentages, quantities with their unit, sums of money, large counts.

Encoded after TEI Guidelines 3.6.3; a number that may be a reference, a name or a
year is left alone.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tei_encoder.annotate.languages import languages_of
from tei_encoder.annotate.number_context import PERCENT, REACH, TYPES, Spot
from tei_encoder.annotate.spans import merged, touches
from tei_encoder.annotate.stretches import Place, Stretch, stretches
from tei_encoder.language.load import words
from tei_encoder.language.numbers import find_numbers
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

NUMBER = "stated-number"
MEASURE = "stated-measure"
PLACES = frozenset({Place.SPEECH, Place.NARRATION, Place.SETTING})
#: what a number may already be part of
TAKEN = frozenset({AnnotationKind.DATE, AnnotationKind.TIME, AnnotationKind.GAP})
Attributes = tuple[tuple[str, str], ...]


def annotate_measures(
    source: Source, record: Record, settings: Settings
) -> Outcome[tuple[Annotation, ...]]:
    """Claim the numbers of speech and narration with what they count.

    Without words for numbers in the language of the record nothing is claimed.
    Numbers within dates, times and gaps that the record already has are passed over.
    """
    tags = languages_of(source, record, settings)
    if not (tags and words(tags[0], "measures")):
        return Outcome(())
    taken = merged(c.span for c in record.annotations if c.kind in TAKEN)
    items = sorted(i.start for listed in source.layout.lists for i in listed.items)
    return Outcome(
        tuple(
            claim
            for stretch in stretches(record)
            if stretch.place in PLACES
            for claim in _claims(source.text, stretch, taken, tags, items)
        )
    )


def _claims(
    text: str,
    stretch: Stretch,
    taken: list[Span],
    tags: tuple[str, ...],
    items: Sequence[int],
) -> Iterator[Annotation]:
    """Claim the numbers of a stretch; `items` are where the items of lists begin."""
    first, last = stretch.span.start, stretch.span.end
    for match in find_numbers(stretch.span.of(text), tags):
        span = Span(match.span.start + first, match.span.end + first)
        item = bisect_right(items, span.start)
        begun = max(first, items[item - 1]) if item else first
        before = text[max(begun, span.start - REACH) : span.start]
        after = text[span.end : min(last, span.end + REACH)]
        claim = _claim(Spot(match, span, span.of(text), before, after, tags))
        if claim and not touches(claim.span, taken):
            yield claim


def _claim(spot: Spot) -> Annotation | None:
    unit = spot.unit()
    if unit is not None and unit[0] == PERCENT:
        attributes = (("type", "percentage"), *_values(spot))
        return _number(Span(spot.span.start, unit[2]), attributes)
    if spot.match.upper is None and (unit or spot.symbol):
        return _with_unit(spot, unit)
    if spot.match.upper is None and spot.match.scaled:
        return _large(spot)
    return _number(spot.span, _bare(spot)) if spot.is_count() else None


def _with_unit(spot: Spot, unit: tuple[str, str, int] | None) -> Annotation | None:
    start, end = spot.span.start, spot.span.end
    if spot.symbol is not None:
        span = Span(start - 1, end)
        return _measure(span, spot, "currency", ("unit", spot.symbol))
    if unit is None or (unit[0] == "hour" and spot.is_time()):
        return None
    topic, printed, end = unit
    name = printed if topic == "currency" else topic
    return _measure(Span(start, end), spot, TYPES[topic], ("unit", name))


def _large(spot: Spot) -> Annotation:
    """Claim thousands and millions, with what is counted if that can be told."""
    counted = spot.counted()
    if counted is None:
        return _number(spot.span, _values(spot))
    span = Span(spot.span.start, counted[1])
    return _measure(span, spot, "count", ("commodity", counted[0]))


def _values(spot: Spot) -> Attributes:
    if spot.match.upper is None:
        return (("value", spot.match.value),)
    return (("atLeast", spot.match.value), ("atMost", spot.match.upper))


def _bare(spot: Spot) -> Attributes:
    kind = (("type", "range"),) if spot.match.upper is not None else ()
    return (*kind, *_values(spot))


def _measure(span: Span, spot: Spot, kind: str, what: tuple[str, str]) -> Annotation:
    attributes = (("type", kind), ("quantity", spot.match.value), what)
    return Annotation(span, AnnotationKind.MEASURE, attributes, rule=MEASURE)


def _number(span: Span, attributes: Attributes) -> Annotation:
    return Annotation(span, AnnotationKind.NUM, attributes, rule=NUMBER)
