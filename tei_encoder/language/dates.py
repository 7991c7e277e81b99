"""Reads dates, whole strings or in running text, in the languages with data.

Only what the words say is given, as W3C dates: no part is invented, two digits are
no year, and `7/9/1966` is no day.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tei_encoder.language.calendar_words import calendar_words
from tei_encoder.language.date_evidence import Context, evident
from tei_encoder.language.date_reading import DateMatch, DateReading
from tei_encoder.language.date_shapes import READERS, SHAPE, Parts
from tei_encoder.language.date_tokens import DIGITS, Token, tokens, windows
from tei_encoder.model.source import Span

__all__ = ["DateMatch", "DateReading", "find_dates", "parse_date"]

#: how far, in characters, a date reaches from one of its digits
REACH = 40
LONGEST = 120
EDGES = " \t\r\n\u00a0,;:()[]"
#: shapes whose parts must touch: `1966-09-07` is a date, `1966 - 9 - 7` a sum
TIGHT = frozenset({"year_first", "numeric"})
#: what is a date only where somebody says that it is one
STATED_ONLY = frozenset({"short_year"})


def parse_date(text: str, languages: Sequence[str] = ()) -> DateReading | None:
    """Read `text` as one date, or give None.

    `languages` are BCP 47 tags, the likeliest first; none means all with data.
    White space, brackets and closing marks around the date are no part of it.
    A bare year is read, since the caller holds that the whole text is a date.
    """
    stripped = text.strip(EDGES)
    if len(stripped) > LONGEST or not DIGITS.search(stripped):
        return None
    found = tokens(stripped, 0, len(stripped), calendar_words(tuple(languages)))
    letters = "".join([token.letter for token in found])
    match = SHAPE.fullmatch(letters.lstrip("f").rstrip("."))
    if match is None or match.lastgroup is None:
        return None
    if match.lastgroup in TIGHT and not _touch(found):
        return None
    return READERS[match.lastgroup](_parts(found))


def find_dates(
    text: str, languages: Sequence[str] = (), *, year: int | None = None
) -> list[DateMatch]:
    """Give the dates of running text, in order, without overlaps.

    A bare number is a year only on evidence (`in 1966,`); that it is `year`, the
    year of the record, counts as such.
    Years of two digits are left out; dates that the calendar lacks are given, with
    `calendar_ok` False.
    The time taken grows with the length of the text alone.
    """
    asked = tuple(languages)
    lexicon = calendar_words(asked)
    return [
        found
        for start, end in windows(text, reach=REACH)
        for found in _dates_in(text, tokens(text, start, end, lexicon), asked, year)
    ]


def _dates_in(
    text: str, found: Sequence[Token], languages: tuple[str, ...], year: int | None
) -> Iterator[DateMatch]:
    letters = "".join([token.letter for token in found])
    for match in SHAPE.finditer(letters):
        shape = match.lastgroup
        if shape is None or shape in STATED_ONLY:
            continue
        part = found[match.start() : match.end()]
        context = Context(text, found, match.start(), match.end(), languages, year)
        if evident(shape, context) and (shape not in TIGHT or _touch(part)):
            yield DateMatch(_span(part), READERS[shape](_parts(part)))


def _span(part: Sequence[Token]) -> Span:
    """Give the range of a date; a full stop that ends it may end the sentence."""
    last = part[-2] if part[-1].letter == "." and len(part) > 1 else part[-1]
    return Span(part[0].start, last.end)


def _parts(found: Sequence[Token]) -> Parts:
    weekdays = [token.value for token in found if token.letter == "w"]
    return (
        [token.value for token in found if token.letter == "n"],
        [token.value for token in found if token.letter in "emhr"],
        [token.value for token in found if token.letter == "y"],
        weekdays[0] if weekdays else None,
    )


def _touch(found: Sequence[Token]) -> bool:
    return all(first.end == second.start for first, second in pairwise(found))
