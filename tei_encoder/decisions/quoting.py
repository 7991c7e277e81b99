"""Quotes words so that they can be found again."""

from typing import Final

from tei_encoder.decisions.find import places
from tei_encoder.model.decision import Quote
from tei_encoder.model.source import Span

#: code points of surroundings, as many annotation tools keep; more where need be
USUAL: Final = 32
MOST: Final = 512
#: and of words that stand for a whole block
OPENING: Final = 60


def quote(text: str, span: Span, *, least: bool = False) -> Quote:
    """Quote the words in `span` with enough around them to find no other place.

    White space is squeezed, as it is when they are looked for. With `least`, words
    that stand once are quoted without what is around them.
    """
    size = 0 if least else USUAL
    made = _quote(text, span, size)
    while size < MOST and len(places(text, made)) > 1:
        size = max(USUAL, 2 * size)
        made = _quote(text, span, size)
    return Quote(made.exact, made.before, made.after, span.start)


def opening(text: str, span: Span) -> Span:
    """Give the first words in a span: those of its first line, whole ones."""
    first = text[span.start : span.end].split("\n", 1)[0]
    cut = len(first) if len(first) <= OPENING else first.rfind(" ", 1, OPENING)
    return Span(span.start, span.start + (cut if cut > 0 else OPENING)).trimmed(text)


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
