"""Quotes words so that they can be found again."""

from typing import Final

from tei_encoder.decisions.find import places
from tei_encoder.model.decision import Quote
from tei_encoder.model.source import Span

#: code points of surroundings, as many annotation tools keep; more where need be
USUAL: Final = 32
MOST: Final = 512


def quote(text: str, span: Span) -> Quote:
    """Quote the words in `span` with enough around them to find no other place.

    White space is squeezed, as it is when they are looked for.
    """
    size = USUAL
    made = _quote(text, span, size)
    while size < MOST and len(places(text, made)) > 1:
        size *= 2
        made = _quote(text, span, size)
    return Quote(made.exact, made.before, made.after, span.start)


def _quote(text: str, span: Span, size: int) -> Quote:
    return Quote(
        exact=" ".join(span.of(text).split()),
        before=_squeezed(text[max(0, span.start - size) : span.start]),
        after=_squeezed(text[span.end : span.end + size]),
    )


def _squeezed(text: str) -> str:
    """Make each run of white space one space, also at the ends."""
    inner = " ".join(text.split())
    if not inner:
        return ""
    lead = " " if text[0].isspace() else ""
    return lead + inner + (" " if text[-1].isspace() else "")
