"""What may close a label: marks, and the end of a line."""

import re
from collections.abc import Container, Iterator

from tei_encoder.segment.forms import PAREN, Mark, begins_small
from tei_encoder.segment.openings import TIME

#: signs of questions and calls in the middle of a sentence
INVERTED = frozenset("¿¡")
#: a letter that alone is a label in questions and answers: no initial follows
INITIALS_ALONE = re.compile(r"[QqAaPpRr]\.\s+(?![^\W\d_]\.)")
#: a family name and initials behind it, the last full stop of which closes the label
INITIALS_LAST = re.compile(
    r"(?!\w+\.)[^\W\d_]{2,}(?:-[^\W\d_]+)?\s(?:[^\W\d_]\.\s?){1,2}(?<=\.)(?=\s)(?!\s[^\W\d_]\.)"
)
#: initials of names transcribed from Cyrillic
TWO_LETTER_INITIALS = frozenset({"ch", "sh", "iu", "ia", "yu", "ya", "zh", "kh"})
#: what opens a sentence besides a capital
SENTENCE_OPENERS = "¿¡(«“\"'‘„[—–…*"
OPENERS = f"{SENTENCE_OPENERS}0123456789"
# the classes of COLON exclude each other's first characters: no backtracking
COLON = re.compile(
    rf"[^:：()\[\]（）\n]{{1,160}}+(?:{PAREN}[^:：()\[\]（）\n]{{0,60}}+){{0,3}}[:：]"
)
DASH = re.compile(
    r"[^\s–—:;?!()\n][^–—:;?!()\n]{0,70}?(?:\([^()\n]{0,80}\)\s?)?"
    r"(?:[–—]|--|(?<=\s)-)(?=\s)"
)
TAB = re.compile(r"[^\t\n|]{1,80}+(?:\t| ?\|(?=\s))")
TIMED = re.compile(
    rf"[^\W\d_][^\d:：()\[\]\n]{{0,60}}?[ \t]+{TIME}:?(?=\s|$)(?!\s*[-–—]\s*\d)"
)
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
CLOSED = re.compile(
    r"[^()（）\[\]<>【】［］\n]{1,60}(?P<mark>[)）\]>】］](?:\s?[:：])?)"
)

#: a closing mark: kind, end of the name, end of the mark
Marked = tuple[Mark, int, int]


def closing_bracket(head: str) -> Iterator[Marked]:
    """Give the bracket that closes a name in brackets, and a colon after it."""
    found = CLOSED.match(head)
    if found:
        yield Mark.BRACKET, found.start("mark"), found.end()


def marked(head: str, abbreviations: Container[str]) -> Iterator[Marked]:
    """Give the closing marks in a head: kind, end of the name, end of the mark."""
    if ":" in head or "：" in head:
        found = COLON.match(head)
        if found and _closes(head, found.end()):
            yield Mark.COLON, found.end() - 1, found.end()
        timed = TIMED.match(head)
        if timed:
            yield Mark.TIME, timed.end(), timed.end()
    yield from _periods(head, abbreviations)
    yield from _with_directions(head)
    if "–" in head or "—" in head or "--" in head or " - " in head:
        found = DASH.match(head)
        if found:
            yield Mark.DASH, found.end() - len(found[0][-1:]), found.end()
    if "\t" in head or "|" in head:
        found = TAB.match(head)
        if found:
            yield Mark.TAB, found.end() - 1, found.end()
    if "\u3000" in head or "  " in head:
        found = IDEOGRAPHIC.match(head)
        if found:
            yield Mark.SPACE, found.end() - 1, found.end()


def unmarked(head: str, *, closed: bool) -> Iterator[int]:
    """Give the ends of names that no mark closes."""
    line = head.partition("\n")[0].rstrip()
    if len(line) <= OWN_LINE and line[-1:] not in '.:;,!?…-–—”"»' and line:
        yield len(line)
    if not closed:
        yield from _capped(head)


def opens(head: str, at: int) -> bool:
    """Tell whether what follows a mark may be the beginning of a speech."""
    following = head[at : at + 4].lstrip()[:1]
    return not begins_small(following) and following not in INVERTED


def leading_capitals(words: list[str]) -> int:
    """Give the length of the first words in capitals before one in small letters."""
    length = 0
    for word in words:
        if not word.isupper():
            return length - 1 if length and begins_small(word) else 0
        length += len(word) + 1
    return 0


def _with_directions(head: str) -> Iterator[Marked]:
    """Give a first line of capitals and a direction in small letters, speech below."""
    line, broken, _ = head.partition("\n")
    line = line.rstrip()
    if broken and len(line) <= DIRECTION and line[-1:] in (".", ":"):
        capitals = leading_capitals(line.split(" "))
        if capitals > 1:
            mark = Mark.PERIOD if line[-1] == "." else Mark.COLON
            yield mark, capitals, len(line)


def _closes(head: str, at: int) -> bool:
    """Tell whether the colon before `at` closes a label: no time, no address."""
    after = head[at : at + 1]
    if head[at - 1] == "：" or not after or after.isspace():
        return True
    return after in SENTENCE_OPENERS or (after.isalpha() and not begins_small(after))


def _periods(head: str, abbreviations: Container[str]) -> Iterator[Marked]:
    """Give the full stops that may close a name; initials are passed over."""
    yield from _initials(head, abbreviations)
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
            abbreviated = _abbreviated(head, stop, abbreviations)
            if not abbreviated or (stop == 1 and INITIALS_ALONE.match(head)):
                yield Mark.PERIOD, stop, stop + 1
            if not (abbreviated or _caseless_letter(head, stop)):
                return
        position = stop + 1


def _initials(head: str, abbreviations: Container[str]) -> Iterator[Marked]:
    """Give the last full stop of initials behind a family name, if a sentence opens."""
    found = INITIALS_LAST.match(head)
    if found and found[0][-2].lower() not in abbreviations:
        following = NEXT.match(head, found.end() + 1)
        if following and not _shouted(following[0]):
            yield Mark.PERIOD, found.end() - 1, found.end()


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
    token = head[:stop].rpartition(" ")[2]
    if token.lower() in abbreviations:
        return bool(following)
    last = token.rpartition(".")[2]
    initial = len(last) <= 1 or last.lower() in TWO_LETTER_INITIALS
    return initial and following[:1].isupper()


def _caseless_letter(head: str, stop: int) -> bool:
    """Tell whether one letter without a capital stands first: maybe an initial."""
    return stop == 1 and head[0].isalpha() and head[0] == head[0].swapcase()


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
