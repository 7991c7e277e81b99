"""What is odd about the times and words of captions."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Diagnostic, Rule
from tei_encoder.readers.captions import rules
from tei_encoder.readers.captions.caption import Aside, Caption, Captions

#: captions that repeat a line, out of all, from which on they roll
_ROLL: Final = 0.5
_FEW: Final = 3
_SHOWN: Final = 60


def findings(captions: Captions, uri: str) -> Iterator[Diagnostic]:
    """Report captions without times, ill-timed ones, and ones that roll.

    Raises `ReadError` where captions have no times at all.
    """
    untimed = [c for c in captions.captions if c.begin is None]
    if untimed and len(untimed) == len(captions.captions):
        raise ReadError(
            "no times that can be read",
            place=f"{uri}:{untimed[0].line}",
            remedy="write them as 00:01:02.500 --> 00:01:04.000",
        )
    for item in captions.flow:
        if isinstance(item, Aside) and item.reason == "untimed":
            shown = item.text if len(item.text) <= _SHOWN else item.text[:_SHOWN] + "…"
            yield _finding(rules.UNTIMED, f"no times in {shown!r}")
    yield from _ill_timed([c for c in captions.captions if c.begin is not None])
    yield from _rolling(captions.captions)


def _ill_timed(captions: list[Caption]) -> Iterator[Diagnostic]:
    latest = 0
    for item in captions:
        begin, end = item.begin or 0, item.end or 0
        if begin < 0:
            problem = "begins before the recording does"
        elif end < begin:
            problem = "ends before it begins"
        elif begin < latest:
            problem = "begins before the one that it follows"
        else:
            problem = ""
        latest = max(latest, begin)
        if problem:
            yield _finding(rules.ILL_TIMED, f"line {item.line}: {problem}")


def _rolling(captions: list[Caption]) -> Iterator[Diagnostic]:
    lines = [_lines(item) for item in captions]
    repeats = sum(
        bool(before and after and before[-1] == after[0])
        for before, after in pairwise(lines)
    )
    if repeats >= _FEW and repeats >= len(captions) * _ROLL:
        message = f"{repeats} of {len(captions)} captions repeat a line before them"
        yield _finding(rules.ROLLING, message)


def _lines(item: Caption) -> list[str]:
    words = "\n".join(part.text for part in item.words)
    return [line.strip() for line in words.split("\n") if line.strip()]


def _finding(rule: Rule, message: str) -> Diagnostic:
    return Diagnostic(rule, message, source="readers")
