"""Reading dates takes time that grows with the length of the text alone."""

import sys
from collections.abc import Callable

import pytest

from tei_encoder.language.dates import find_dates
from tei_encoder.language.times import find_times

HARD = ["1", "1 ", "一", " ", "7 September ", "1-", "7.", "12:", "\n ", "1966年", "a7"]


def steps(work: Callable[[], object]) -> int:
    """Count the calls that `work` makes: a measure without a clock."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", HARD)
def test_calls_grow_linearly(piece: str) -> None:
    """Four times the text makes at most about four times the calls."""
    small, large = piece * 500, piece * 2000
    few = steps(lambda: find_dates(small, ["en", "zh"]))
    many = steps(lambda: find_dates(large, ["en", "zh"]))
    assert many <= 4.5 * few + 100


@pytest.mark.parametrize("piece", HARD)
def test_long_texts_come_back(piece: str) -> None:
    """A pattern that backtracked would not come back from 60,000 characters."""
    text = piece * (60_000 // len(piece))
    assert find_dates(text, ["en"]) is not None
    assert find_times(text, ["en"]) is not None
