"""Questions about many spans, answered in the logarithm of their number."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tei_encoder.model.source import Span


def merged(spans: Iterable[Span]) -> list[Span]:
    """Give the same ground as disjoint spans, in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def touches(span: Span, ground: Sequence[Span]) -> bool:
    """Tell whether `span` shares a code point with `ground` (see `merged`)."""
    at = bisect_right(ground, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in ground[max(0, at - 1) : at + 1])


def lies_within(span: Span, places: Sequence[Span]) -> bool:
    """Tell whether `span` is not empty and lies in one of disjoint, sorted places."""
    at = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return at >= 0 and len(span) > 0 and span in places[at]
