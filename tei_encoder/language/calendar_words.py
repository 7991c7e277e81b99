"""The words of dates in a set of languages, as one lexicon."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import vocabulary, words

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
#: topics whose words have no value of their own, with their letter in a shape
PARTICLES = {"of": "f", "year": "g", "to": "t", "within": "i", "seasons": "q"}
#: month letters: `e` may precede its day, `h` follows its year, `m` follows its day
MONTH_LETTERS = {"mdy": "e", "ymd": "h"}


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is in a date.

    `letter` is its class in a shape (see `dates`), `value` a month (1 to 12), a
    weekday (0 is Monday) or 0.
    """

    letter: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """A lexicon: casefolded words, those that need a full stop apart.

    `ordinals` may follow the number of a day, `year_suffixes` that of a year.
    """

    plain: dict[str, Word]
    dotted: dict[str, Word]
    ordinals: frozenset[str]
    year_suffixes: frozenset[str]


@cache
def calendar_words(languages: tuple[str, ...]) -> CalendarWords:
    """Join the tables of `languages` (BCP 47); none means every language known.

    Where two languages give a word two meanings, the earlier language decides.
    """
    plain: dict[str, Word] = {}
    dotted: dict[str, Word] = {}
    asked = languages or known_languages()
    for form, word in (entry for tag in asked for entry in _entries(tag)):
        table = dotted if form.endswith(".") else plain
        table.setdefault(form.removesuffix("."), word)
    return CalendarWords(
        plain,
        dotted,
        vocabulary(asked, "dates", "ordinal"),
        vocabulary(asked, "dates", "year_suffix"),
    )


def _entries(tag: str) -> Iterator[tuple[str, Word]]:
    table = words(tag, "dates")
    letter = MONTH_LETTERS.get("".join(table.get("order", ())), "m")
    for number, name in enumerate(MONTHS, start=1):
        for form in table.get(name, ()):
            yield form.casefold(), Word(letter, number)
    for number, name in enumerate(WEEKDAYS):
        for form in table.get(name, ()):
            yield form.casefold(), Word("w", number)
    for topic, letter_of_topic in PARTICLES.items():
        for form in table.get(topic, ()):
            yield form.casefold(), Word(letter_of_topic)
