"""What the lines of a text tell of where records begin and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tei_encoder.segment.forms import begins_small
from tei_encoder.segment.lexicon import Found, Lexicon
from tei_encoder.segment.lines import Line

#: lines of a record's front, of its back, and what is no longer than such a line
FRONT, BACK, LONGEST = 10, 6, 160
#: a line of the body is longer (characters), twice as long if no mark ends it
SENTENCE = 40
#: a date alone holds no more words
DATE_WORDS = 6
#: lines of a heading above a front
HEADING = 3
CLOCK = re.compile(r"\d[:.]\d\d")
RULE = re.compile(r"([-=_*~#+.•·—–])(?:\s*\1){2,}")
YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?!\d)")
FIGURES = re.compile(
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:1[4-9]|20)\d\d|(?:1[4-9]|20)\d\d-\d\d-\d\d"
    r"|(?<!\d)(?:1[89]|20)\d\d(?:0[1-9]|1[012])(?:0[1-9]|[12]\d|3[01])(?!\d)"
)
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+|(?<![^\W_])[ivxlc]{2,}(?![^\W_])")
#: topics of lines that close a record
CLOSING = frozenset({"stenographer", "typist", "copies", "decipherer", "signature"})
#: topics that, at the beginning of a line or as the whole of it, open a field
FIELDS = {
    "captions_participants": "participants",
    "captions_place": "place",
    "captions_date": "date",
    "classification": "classification",
}
#: what closes a record read from a web page
PAGE_LABELS = "the labels of a page"
SENTENCE_ENDS = frozenset(".;,…?!。，؟۔।॥։።။។")


@dataclass(frozen=True, slots=True)
class Clue:
    """What a line says of a record's frame: `opens` and `closes` hold words for it."""

    opens: str = ""
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Frames:
    """The lines of a text and what they say of frames; each is asked once."""

    text: str
    lines: Sequence[Line]
    known: Lexicon
    asked: dict[int, Clue] = field(default_factory=dict)

    def clue(self, index: int) -> Clue:
        """Give the clue of a line."""
        clue = self.asked.get(index)
        if clue is None:
            clue = Clue()
            if len(self.lines[index]) <= LONGEST:
                clue = _clue(self.words(index), self.known)
            self.asked[index] = clue
        return clue

    def words(self, index: int) -> str:
        """Give the words of a line."""
        return self.text[self.lines[index].start : self.lines[index].end]

    def front(self, index: int) -> dict[str, str]:
        """Give the kinds of lines that stand together from a line on, with words."""
        told: dict[str, str] = {}
        for place in range(index, min(index + FRONT, len(self.lines))):
            opens = self.clue(place).opens
            if not opens and place > index and self.is_body(place):
                break
            if opens:
                told.setdefault(opens, self.words(place))
            if opens in {"title", "date"} and self._dates_a_title(place):
                told.setdefault("title", self.words(place))
                told.setdefault("date", self.words(place))
        return told

    def head(self, index: int, last: int) -> int:
        """Give the first of the lines in capitals, or with numbers, above a front.

        They name the body that met, or number the record; none ends a sentence or
        closes what is before. No more than `HEADING` lines are taken, behind `last`.
        """
        first = max(last + 1, index - HEADING)
        while index > first and self._is_heading(index - 1):
            index -= 1
        return index

    def _is_heading(self, index: int) -> bool:
        words = self.words(index)
        if len(words) > LONGEST or self.clue(index).closes or not words[0].isalnum():
            return False
        ends = words[-1] in SENTENCE_ENDS or words[-1] in ":)"
        numbered = NUMBER.search(words.lower()) is not None and WORD.search(words)
        return not (ends or CLOCK.search(words)) and (words.isupper() or bool(numbered))

    def _dates_a_title(self, index: int) -> bool:
        """Tell whether a line holds both a title's words and a date."""
        words = self.words(index)
        found = self.known.find(" ".join(words.lower().split()))
        titled = self.clue(index).opens == "title" or "title" in found.begins
        return titled and _has_date(words, found)

    def is_body(self, index: int) -> bool:
        """Tell whether a line is a sentence or more: no part of any frame."""
        size = len(self.lines[index])
        ended = self.text[self.lines[index].end - 1] in SENTENCE_ENDS
        return size > (SENTENCE if ended else 2 * SENTENCE)

    def may_open(self, index: int) -> bool:
        """Tell, cheaply, whether a line may open a record.

        A sentence does not, unless it holds a number.
        """
        if len(self.lines[index]) > LONGEST:
            return False
        words = self.words(index)
        return words[-1] not in SENTENCE_ENDS or NUMBER.search(words) is not None

    def form(self, index: int) -> str:
        """Give the form of a numbered heading, empty for any other line.

        A page's number is no heading.
        """
        words = " ".join(self.words(index).lower().split())
        form = NUMBER.sub("0", words)
        if form == words or len(words) > LONGEST or not WORD.search(form):
            return ""
        return "" if "page" in self.known.find(words).begins else form

    def is_parted(self, index: int) -> bool:
        """Tell whether a separator or a form feed stands before a line."""
        before = self.text[self.lines[index - 1].end : self.lines[index].start]
        return "\f" in before or self.is_rule(index - 1)

    def is_rule(self, index: int) -> bool:
        """Tell whether a line is a separator."""
        line = self.lines[index]
        if len(line) > LONGEST or self.text[line.start].isalnum():
            return False
        return RULE.fullmatch(self.words(index)) is not None

    def closing(self, index: int) -> str:
        """Give what closes a record among the last lines before one, if anything."""
        before = range(index - 1, max(-1, index - 1 - BACK), -1)
        return next((c for n in before if (c := self.clue(n).closes)), "")


def _clue(words: str, known: Lexicon) -> Clue:
    found = known.find(" ".join(words.lower().split()))
    if "page_labels" in found.spells or "rights" in found.begins:
        return Clue(closes=PAGE_LABELS)
    if found.begins & CLOSING or "sitting" in found.holds:
        return Clue(closes="a closing formula")
    if "sources" in found.begins:
        return Clue("source", "a source")
    return Clue(_opens(words, found, known))


def _opens(words: str, found: Found, known: Lexicon) -> str:
    """Give the kind of line that opens a record, empty where it is none."""
    if _is_date(words, found):
        return "date"
    label, colon, _ = words.partition(":")
    spelled = found.spells | (
        known.find(label.lower()).spells if colon else frozenset()
    )
    for topic in sorted(spelled & FIELDS.keys()):
        return FIELDS[topic]
    is_title = "title" in found.holds and not (colon or begins_small(words))
    return "title" if is_title and words[-1] not in SENTENCE_ENDS else ""


def _has_date(words: str, found: Found) -> bool:
    """Tell whether a line, a title for one, holds day, month and year."""
    if FIGURES.search(words):
        return True
    days = YEAR.search(words) and DAY.search(words)
    return "months" in found.holds and days is not None


def _is_date(words: str, found: Found) -> bool:
    """Tell whether day, month and year, and few words more, fill a line."""
    if len(WORD.findall(words)) > DATE_WORDS:
        return False
    return _has_date(words, found)
