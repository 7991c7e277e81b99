"""Lines that figures of day and year fill."""

import re

#: a line that says more than a date is longer (characters)
LONGEST = 120
SHORT_DATE = 30
#: words in a date at most
DATE_WORDS = 9
YEAR = re.compile(
    r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)"
)
DAY = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)?(?!\d)")
CJK_DATE = re.compile(r"[0-9〇一二三四五六七八九十○]{1,4}\s*[年월月日일년]")
WORD = re.compile(r"[^\W\d_]+")


def words_of(line: str) -> list[str]:
    """Give the words of a line without its figures."""
    return WORD.findall(line)


def is_dated(line: str) -> bool:
    """Tell whether a line holds day and year, and hardly anything else."""
    if len(line) > LONGEST:
        return False
    if YEAR.search(line) and DAY.search(line):
        return len(words_of(line)) <= DATE_WORDS
    return len(line) <= SHORT_DATE and bool(CJK_DATE.search(line))
