"""Questions about many spans have the same answers as one by one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.annotate.spans import lies_within, merged, touches
from tei_encoder.model.source import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 6)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(SPANS, st.lists(SPANS))
def test_touches(span: Span, others: list[Span]) -> None:
    """A span touches the merged ground where it overlaps one of the spans."""
    expected = any(span.overlaps(other) for other in others)
    assert expected == touches(span, merged(others))


@given(st.lists(SPANS))
def test_merged(spans: list[Span]) -> None:
    """Merged spans are disjoint, ascend and cover the same code points."""
    ground = merged(spans)
    covered = {point for span in spans for point in range(span.start, span.end)}
    assert covered == {p for span in ground for p in range(span.start, span.end)}
    assert all(a.end < b.start for a, b in pairwise(ground))


@given(SPANS, st.lists(SPANS))
def test_lies_within(span: Span, others: list[Span]) -> None:
    """A span lies within disjoint places where one of them holds it."""
    places = merged(others)
    expected = len(span) > 0 and any(span in place for place in places)
    assert expected == lies_within(span, places)
