"""Annotating takes time that grows with the length of the record alone."""

import sys
from collections.abc import Callable

import pytest

from tei_encoder.annotate import annotate, inlines
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings

MakeRecord = Callable[..., tuple[Source, Record]]
RICH = (
    "On 7 September 1966 at 2 p.m. Comrade Kim Il Sung [Kim Ir Sen] of the DPRK "
    "sent 600 thousand soldiers (laughter) to China [illegible], last year."
)
HARD = [
    RICH,
    "[" * 40,
    "()" * 20,
    "AB CD " * 12,
    "Mr. " * 20,
    "five " * 20,
    "[sic] " * 9,
]


def calls(work: Callable[[], object]) -> int:
    """Count the calls that `work` makes: a measure without a clock."""
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("speech_text", HARD)
def test_more_turns(speech: MakeRecord, settings: Settings, speech_text: str) -> None:
    """Four times the turns make at most about four times the calls."""

    def run(source: Source, record: Record) -> None:
        annotated = annotate(source, record, settings).value
        list(inlines(source, annotated))

    small = speech(*[("A:", speech_text)] * 20)
    large = speech(*[("A:", speech_text)] * 80)
    run(*small)
    few, many = calls(lambda: run(*small)), calls(lambda: run(*large))
    assert many <= 4.6 * few


@pytest.mark.parametrize(
    "piece", ["[a", "(", "Mr. A", "AB ", "1 thousand ", "Kim ", "… "]
)
def test_a_long_paragraph(speech: MakeRecord, settings: Settings, piece: str) -> None:
    """One paragraph of 40,000 characters comes back."""
    source, record = speech(("A:", piece * (40_000 // len(piece))))
    assert annotate(source, record, settings).value.parts == record.parts
