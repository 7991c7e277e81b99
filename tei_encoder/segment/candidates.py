"""Finds whatever may be a speaker's label at the beginning of a stretch."""

import re
from collections.abc import Container, Iterator

from tei_encoder.segment.forms import (
    Candidate,
    Form,
    Mark,
    Opening,
    Place,
    begins_small,
    case_of,
    key_of,
)
from tei_encoder.segment.marks import (
    Marked,
    closing_bracket,
    leading_capitals,
    marked,
    opens,
    unmarked,
)
from tei_encoder.segment.openings import TIME, UNSEEN, openings

#: the longest label looked for (characters)
REACH = 220
#: what no name begins with
NO_NAME = "([{•·-–—*\"“”«»„‘'¿¡…|#<>=+/\\（【［"
CLOSING = tuple(")]）")
SENTENCE_ENDS = (".", "!", "?", "…")
#: what is no part of a name at its end, and what else where a mark closes it
BLANK = f" \t\r\n\u00a0\u3000{UNSEEN}"
MARKS = f"{BLANK}.,:：–—-*|"
#: words in parentheses, closed or not, and a time with or without them
STAGE_PAREN = re.compile(r"\s*[(（\[](?=[^\W\d_])")
TIME_AT_END = re.compile(rf"\s+{TIME}:?$")


def candidates(
    text: str, start: int, end: int, abbreviations: Container[str] = ()
) -> Iterator[Candidate]:
    """Give whatever may be a label at `start` of a paragraph that ends at `end`.

    Looks no further than `REACH` characters. A full stop after one of the
    `abbreviations` (lowercase, without it) or an initial ends no name.
    """
    for opening, begin in openings(text, start, end, abbreviations):
        head = text[begin : min(end, begin + REACH)]
        if head and head[0] not in NO_NAME:
            for mark in _closed(head, opening, abbreviations):
                yield from _candidate(head, begin, mark, opening)


def _closed(
    head: str, opening: Opening, abbreviations: Container[str]
) -> Iterator[Marked]:
    """Give the marks that may close a label, and the ends of names without one."""
    if opening is Opening.BRACKET:
        yield from closing_bracket(head)
        return
    closed = False
    for found in marked(head, abbreviations):
        closed = closed or (found[0] is not Mark.PERIOD and opens(head, found[2]))
        yield found
    for name_end in unmarked(head, closed=closed):
        yield Mark.NONE, name_end, name_end


def _candidate(
    head: str, start: int, closed: Marked, opening: Opening
) -> Iterator[Candidate]:
    """Make one candidate, its name without a stage phrase."""
    mark, name_end, printed_end = closed
    place = _place(head, printed_end)
    name_end = _without_stage(head, mark, name_end)
    name = head[:name_end].rstrip(BLANK if mark is Mark.NONE else MARKS)
    if not any(c.isalnum() or c == "_" for c in name):
        return
    form = Form(mark, place, case_of(name), opening)
    yield Candidate(
        start, start + len(name), start + printed_end, name, key_of(name), form
    )


def _place(head: str, printed_end: int) -> Place:
    if not head[printed_end:].strip():
        return Place.OWN_PARAGRAPH
    following = head[printed_end : printed_end + 4].lstrip(" \t\r")
    return Place.OWN_LINE if following[:1] == "\n" else Place.RUN_IN


def _without_stage(head: str, mark: Mark, name_end: int) -> int:
    """Give the end of the name before a time, or a stage phrase in small letters.

    Small letters in closed parentheses may be an office: the whole page tells.
    """
    name = head[:name_end]
    timed = TIME_AT_END.search(name)
    if timed:
        return timed.start()
    rest = head[name_end + 1 : name_end + 5].lstrip(" \t\r")
    alone = mark is Mark.COLON or rest[:1] == "\n"
    opened = STAGE_PAREN.search(name)
    if opened and _is_phrase(name, opened.end()):
        return opened.start()
    words = name.split(" ")
    if mark is not Mark.NONE and alone and len(words) > 1 and len(words[0]) > 1:
        capitals = leading_capitals(words)
        if capitals:
            return capitals
    comma = -1 if opened else name.find(", ")
    if comma > 0 and mark is not Mark.COLON and begins_small(name[comma + 2 :]):
        return comma if alone or name[:comma].isupper() else name_end
    return name_end


def _is_phrase(name: str, inside: int) -> bool:
    """Tell whether parentheses hold a sentence, or small letters and end no name."""
    bare = name.rstrip(BLANK)
    if bare.rstrip(")]）")[-1:] in SENTENCE_ENDS:
        return True
    return begins_small(name[inside:]) and bare[-1:] not in CLOSING
