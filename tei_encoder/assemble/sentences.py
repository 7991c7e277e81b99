"""Cuts prose of a minute-taker into sentences."""

import re
from collections.abc import Iterator

from tei_encoder.assemble.people.lexicon import Lexicon, fold
from tei_encoder.model.source import Span

#: a closing mark before white space and what is no small letter, or a blank line;
#: words are tried from their beginning alone, so that time stays linear in them
END = re.compile(
    r"(?<![^\W\d_])(?P<word>[^\W\d_]*+)[.!?]['\"”’)\]]*+(?=\s++\W*+[^\W\d_a-zа-я])"
    r"|[。！？]|\n\s*\n"
)


def sentences(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Give the sentences of a range, without white space at their ends.

    The full stop of an initial or an honorific (`Sra.`) ends none.
    """
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        word = fold(match["word"] or "")
        if match["word"] and (len(word) == 1 or lexicon.is_honorific(word)):
            continue
        found = Span(start, match.end()).trimmed(text)
        if len(found):
            yield found
        start = match.end()
    rest = Span(start, span.end).trimmed(text)
    if len(rest):
        yield rest
