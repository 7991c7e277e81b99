"""Gives the source that recognized pages make, and what is to be said of it."""

from collections.abc import Sequence
from typing import Final

from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.ocr.recognized import RecognizedPage
from tei_encoder.readers.ocr.rules import DOUBTFUL_WORDS
from tei_encoder.readers.ocr.sheets import sheets
from tei_encoder.readers.pages.writing import written

#: words recognized with less confidence are doubtful
DOUBTFUL: Final = 0.6


def recognized_source(
    pages: Sequence[RecognizedPage],
    data: bytes,
    uri: str,
    *,
    reader: str,
    encoding: str = "",
) -> Outcome[Source]:
    """Give the source that pages make.

    Raises `ReadError` where no page has words.
    """
    source = written(sheets(pages), data, uri, reader=reader, encoding=encoding)
    zones = [zone for zone in source.layout.zones if zone.confidence is not None]
    doubtful = [
        z for z in zones if z.confidence is not None and z.confidence < DOUBTFUL
    ]
    if not doubtful:
        return Outcome(source)
    message = (
        f"{len(doubtful)} of {len(zones)} words were recognized with a confidence"
        f" below {DOUBTFUL:.0%}"
    )
    worst = min(doubtful, key=lambda zone: zone.confidence or 0.0)
    finding = Diagnostic(DOUBTFUL_WORDS, message, span=worst.span, source="readers")
    return Outcome(source, (finding,))
