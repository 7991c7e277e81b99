"""What may stand before a label: a sign, a number, the time of a recording."""

import re
from collections.abc import Container, Iterator

from tei_encoder.segment.forms import Opening

#: marks of direction and order, which the eye does not see
UNSEEN = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\ufeff"
)
#: a page mark, emphasis, a printer's sign
SIGNS = re.compile(
    r"(?:\[[^\[\]\n]{1,20}\d{1,5}\][ \t]*|[*_]{1,3}(?=\w)|[○◯◎●◆◇■□▲△▼▽※][ \t\u3000]*"
    rf"|[{UNSEEN}])+"
)
#: the number of a question before a title
NUMBERED = re.compile(r"[Q*]?\d{1,4}\.\s{1,3}(?P<title>[^\W\d_]{1,5})(?=[.\s])")
CLOCK = r"\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
TIME = rf"[\[(<]?{CLOCK}(?:\s?(?:-->|[-–—])\s?{CLOCK})?[\])>]?"
BEFORE = (
    (Opening.TIME, re.compile(rf"{TIME}[ \t]*(?:[-–—|][ \t]*)?(?=[^\s\d])")),
    (Opening.NUMBER, re.compile(r"[(\[]?\d{1,4}[.)\]][ \t]+(?=\D)")),
    (Opening.DASH, re.compile(r"(?:[–—][ \t]?|[-•*·][ \t]+)(?=[^\W\d_]|[(\[<])")),
    (Opening.CHEVRON, re.compile(r">{1,3}[ \t]*(?=[^\W\d_]|[(\[<])")),
)
#: an opening bracket whose closing one ends a name
BRACKET = re.compile(
    r"[(（\[<【［](?=[^\W\d_][^()（）\[\]<>【】［］\n]{0,60}[)）\]>】］])"
)


def openings(
    text: str, start: int, end: int, abbreviations: Container[str]
) -> Iterator[tuple[Opening, int]]:
    """Give where a label may begin in a paragraph, and what stands before it there.

    First where nothing does, or nothing but a page mark, a sign, a question's number.
    """
    signs = SIGNS.match(text, start, end)
    start = signs.end() if signs else start
    numbered = NUMBERED.match(text, start, end)
    if numbered and numbered["title"].lower() in abbreviations:
        yield Opening.NONE, numbered.start("title")
        return
    yield Opening.NONE, start
    opening = Opening.NONE
    for kind, expression in BEFORE:
        before = expression.match(text, start, end)
        if before:
            opening, start = kind, before.end()
            yield opening, start
    bracket = BRACKET.match(text, start, end)
    if bracket:
        yield Opening.BRACKET, bracket.end()
