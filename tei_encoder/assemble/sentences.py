"""Cuts prose of a minute-taker into sentences."""

import re
from collections.abc import Iterator

from tei_encoder.model.source import Span

#: a closing mark before white space and a capital; an initial does not end a sentence
END = re.compile(
    r"(?<![A-ZА-Я])(?<!\b[^\W\d_]{2})[.!?]['\"”’)\]]*(?=\s+\W*[^\W\d_a-zа-я])|[。！？]|\n\s*\n"
)


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Give the sentences of a range, without white space at their ends."""
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        found = Span(start, match.end()).trimmed(text)
        if len(found):
            yield found
        start = match.end()
    rest = Span(start, span.end).trimmed(text)
    if len(rest):
        yield rest
