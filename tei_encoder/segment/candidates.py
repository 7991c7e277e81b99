"""Finds whatever may be a speaker's label at the beginning of a stretch."""

import re
from collections.abc import Container, Iterator

from tei_encoder.segment.forms import (
    PAREN,
    Candidate,
    Form,
    Mark,
    Place,
    case_of,
    key_of,
)

#: the longest label looked for (characters)
REACH = 220
#: what no name begins with
NO_NAME = "([{•·-–—*\"“”«»„‘'¿¡…|#<>=+/\\"
#: signs of questions and calls in the middle of a sentence
INVERTED = frozenset("¿¡")
CLOSING = ")]）"
SENTENCE_ENDS = (".", "!", "?", "…")
#: a letter that alone is a label in questions and answers: no initial follows
INITIALS_ALONE = re.compile(r"[QqAaPpRr]\.\s+(?![^\W\d_]\.)")
#: initials of names transcribed from Cyrillic
TWO_LETTER_INITIALS = frozenset({"ch", "sh", "iu", "ia", "yu", "ya", "zh", "kh"})
#: what opens a sentence besides a capital
OPENERS = "¿¡(«“\"'‘„[—–…*0123456789"
PREFIX = re.compile(
    r"(?:\[[^\[\]\n]{1,20}\d{1,5}\][ \t]*|[*_]{1,3}(?=\w)|[○◯◎●◆◇■□▲△▼▽※][ \t\u3000]*)+"
)
# the classes of COLON exclude each other's first characters: no backtracking
NUMBERED = re.compile(r"[Q*]?\d{1,4}\.\s{1,3}(?P<title>[^\W\d_]{1,5})(?=[.\s])")
COLON = re.compile(
    rf"[^:：()\[\]（）\n]{{1,160}}+(?:{PAREN}[^:：()\[\]（）\n]{{0,60}}+){{0,3}}[:：]"
)
DASH = re.compile(
    r"[^\s–—:;?!()\n][^–—:;?!()\n]{0,70}+(?:\([^()\n]{0,80}\)\s?)?(?:[–—]|--)(?=\s)"
)
TAB = re.compile(r"[^\t\n]{1,80}+\t")
IDEOGRAPHIC = re.compile(
    r"[^\s.,:;!?（]{1,20}(?: [^\s.,:;!?（]{1,12}){0,2}"
    r"(?:（[^（）\n]{1,40}）)?(?:\u3000| {2,})"
)
CAPPED = re.compile(r"[^\W\d_][\w'’.\-]*\s+(?=\S)")
NEXT = re.compile(r"[\w'’]*")
CLAUSE_END = re.compile(r"[:;?!…]")
PERIOD_DASH = re.compile(r"\.\s?[-–—]+(?=\s|\w)")
#: closing marks looked at in one head, and how far the last may stand (characters)
STOPS = 8
FARTHEST = 130
#: a line that is nothing but a name is no longer (characters)
OWN_LINE = 90
#: nor is a line of a name and a stage direction
DIRECTION = 140
STAGE_PAREN = re.compile(r"\s*[(（\[](?=[^\W\d_])")


#: a closing mark: kind, end of the name, end of the mark
Marked = tuple[Mark, int, int]


def candidates(
    text: str, start: int, end: int, abbreviations: Container[str] = ()
) -> Iterator[Candidate]:
    """Give whatever may be a label at `start` of a paragraph that ends at `end`.

    Looks no further than `REACH` characters. A full stop after one of the
    `abbreviations` (lowercase, without it) or an initial ends no name.
    """
    start = _beginning(text, start, end, abbreviations)
    head = text[start : min(end, start + REACH)]
    if not head or head[0] in NO_NAME:
        return
    closed = False
    for mark, name_end, printed_end in _marked(head, abbreviations):
        closed = closed or (mark is not Mark.PERIOD and _opens(head, printed_end))
        yield from _candidate(head, start, (mark, name_end, printed_end))
    for name_end in _unmarked(head, closed=closed):
        yield from _candidate(head, start, (Mark.NONE, name_end, name_end))


def _opens(head: str, at: int) -> bool:
    """Tell whether what follows a mark may be the beginning of a speech."""
    following = head[at : at + 4].lstrip()[:1]
    return not following.islower() and following not in INVERTED


def _beginning(text: str, start: int, end: int, abbreviations: Container[str]) -> int:
    """Give where a label may begin: behind a page mark, a sign, a question's number."""
    prefix = PREFIX.match(text, start, end)
    start = prefix.end() if prefix else start
    numbered = NUMBERED.match(text, start, end)
    if numbered and numbered["title"].lower() in abbreviations:
        return numbered.start("title")
    return start


def _candidate(head: str, start: int, marked: Marked) -> Iterator[Candidate]:
    """Make one candidate, its name without a stage phrase."""
    mark, name_end, printed_end = marked
    place = _place(head, printed_end)
    name_end = _without_stage(head, mark, name_end)
    name = head[:name_end].rstrip(" \t\r\n.,:–—-*" if mark is not Mark.NONE else None)
    if not any(c.isalnum() or c == "_" for c in name):
        return
    form = Form(mark, place, case_of(name))
    yield Candidate(
        start, start + len(name), start + printed_end, name, key_of(name), form
    )


def _place(head: str, printed_end: int) -> Place:
    if not head[printed_end:].strip():
        return Place.OWN_PARAGRAPH
    following = head[printed_end : printed_end + 4].lstrip(" \t\r")
    return Place.OWN_LINE if following[:1] == "\n" else Place.RUN_IN


def _marked(head: str, abbreviations: Container[str]) -> Iterator[Marked]:
    """Give the closing marks in a head: kind, end of the name, end of the mark."""
    if ":" in head or "：" in head:
        found = COLON.match(head)
        if found and _closes(head, found.end()):
            yield Mark.COLON, found.end() - 1, found.end()
    yield from _periods(head, abbreviations)
    yield from _with_directions(head)
    if "–" in head or "—" in head or "--" in head:
        found = DASH.match(head)
        if found:
            yield Mark.DASH, found.end() - len(found[0][-1:]), found.end()
    if "\t" in head:
        found = TAB.match(head)
        if found:
            yield Mark.TAB, found.end() - 1, found.end()
    if "\u3000" in head or "  " in head:
        found = IDEOGRAPHIC.match(head)
        if found:
            yield Mark.SPACE, found.end() - 1, found.end()


def _with_directions(head: str) -> Iterator[Marked]:
    """Give a first line of capitals and a direction in small letters, speech below."""
    line, broken, _ = head.partition("\n")
    line = line.rstrip()
    if broken and len(line) <= DIRECTION and line[-1:] in (".", ":"):
        capitals = _leading_capitals(line.split(" "))
        if capitals > 1:
            mark = Mark.PERIOD if line[-1] == "." else Mark.COLON
            yield mark, capitals, len(line)


def _closes(head: str, at: int) -> bool:
    """Tell whether the colon before `at` closes a label: no time, no address."""
    after = head[at : at + 1]
    if head[at - 1] == "：" or not after or after.isspace():
        return True
    return after in OPENERS[:-10] or (after.isalpha() and not after.islower())


def _periods(head: str, abbreviations: Container[str]) -> Iterator[Marked]:
    """Give the full stops that may close a name; initials are passed over."""
    position = 0
    for _ in range(STOPS):
        stop = _stop(head, position)
        if stop is None:
            return
        dash = PERIOD_DASH.match(head, stop)
        if dash:
            yield Mark.STOP_DASH, stop, dash.end()
            return
        after = head[stop + 1 : stop + 2]
        if not after or after.isspace() or after in OPENERS:
            if not _abbreviated(head, stop, abbreviations):
                yield Mark.PERIOD, stop, stop + 1
                return
            if stop == 1 and INITIALS_ALONE.match(head):
                yield Mark.PERIOD, stop, stop + 1
        position = stop + 1


def _stop(head: str, position: int) -> int | None:
    """Give the next full stop outside parentheses, before any other mark."""
    stop = head.find(".", position, FARTHEST)
    opened = head.find("(", position, max(0, stop))
    while opened >= 0:
        closed = head.find(")", opened)
        if closed < 0:
            return None
        stop = head.find(".", closed, FARTHEST)
        position, opened = closed + 1, head.find("(", closed, max(0, stop))
    if stop < 1 or head[stop + 1 : stop + 2] == ".":
        return None
    return None if CLAUSE_END.search(head, position, stop) else stop


def _abbreviated(head: str, stop: int, abbreviations: Container[str]) -> bool:
    """Tell whether the full stop belongs to an initial or an abbreviated title."""
    following = head[stop + 1 : stop + 60].lstrip()
    token = head[:stop].rpartition(" ")[2].lower()
    if token in abbreviations:
        return bool(following)
    last = token.rpartition(".")[2]
    initial = len(last) <= 1 or last in TWO_LETTER_INITIALS
    return initial and following[:1].isupper()


def _unmarked(head: str, *, closed: bool) -> Iterator[int]:
    """Give the ends of names that no mark closes."""
    line = head.partition("\n")[0].rstrip()
    if len(line) <= OWN_LINE and line[-1:] not in '.:;,!?…-–—”"»' and line:
        yield len(line)
    if not closed:
        yield from _capped(head)


def _capped(head: str) -> Iterator[int]:
    """Give the ends of up to four first words before a word that opens a sentence."""
    position = 0
    for _ in range(4):
        found = CAPPED.match(head, position)
        if not found or not (found[0][0].isupper()):
            return
        word, following = found[0].rstrip(), NEXT.search(head, found.end())
        next_word = following[0] if following else ""
        goes_on = word[-1] == "." or (_shouted(word) and _shouted(next_word))
        after = head[found.end()]
        if not goes_on and (after in OPENERS or after.isupper()):
            yield found.start() + len(word)
        position = found.end()


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _without_stage(head: str, mark: Mark, name_end: int) -> int:
    """Give the end of the name before a stage phrase in small letters."""
    name = head[:name_end]
    rest = head[name_end + 1 : name_end + 5].lstrip(" \t\r")
    alone = mark is Mark.COLON or rest[:1] == "\n"
    opened = STAGE_PAREN.search(name)
    if opened and (
        name[opened.end() : opened.end() + 1].islower()
        or name.rstrip(CLOSING)[-1:] in SENTENCE_ENDS
    ):
        return opened.start()
    words = name.split(" ")
    if mark is not Mark.NONE and alone and len(words) > 1 and len(words[0]) > 1:
        capitals = _leading_capitals(words)
        if capitals:
            return capitals
    comma = -1 if opened else name.find(", ")
    if comma > 0 and mark is not Mark.COLON and name[comma + 2 : comma + 3].islower():
        return comma if alone or name[:comma].isupper() else name_end
    return name_end


def _leading_capitals(words: list[str]) -> int:
    """Give the length of the first words in capitals before one in small letters."""
    length = 0
    for word in words:
        if not word.isupper():
            return length - 1 if length and word[:1].islower() else 0
        length += len(word) + 1
    return 0
