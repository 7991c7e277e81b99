"""A number and the words around it: what it counts, or what it names."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tei_encoder.language.load import vocabulary, words
from tei_encoder.language.numbers import NumberMatch, decimal_mark
from tei_encoder.model.source import Span

#: `measure/@type` by topic of the `[measures]` tables
TYPES = {
    **dict.fromkeys(
        ("second", "minute", "hour", "day", "week", "month", "year"), "duration"
    ),
    **dict.fromkeys(("km", "m", "mile"), "length"),
    **dict.fromkeys(("kg", "t"), "weight"),
    "ha": "area",
    "currency": "currency",
}
PERCENT = "percent"
SYMBOLS = "$€£¥"
#: how far, in characters, the words around a number are looked at
REACH = 48
#: a bare number of so many digits may be a year or a shelf mark
YEAR_DIGITS = 4
SHORTEST_COUNTED = 4
HOURS = 24
#: signs that make a name of the number after them
SIGNS = frozenset("§№#°º&*")
LAST_WORD = re.compile(r"([^\W\d_]+)(\.?)[ \u00a0]$")
NEXT_WORD = re.compile(r"[ \u00a0]?([^\W\d_]+|%)")
TWO = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A number at `span` of the text: its words, what stands before and after it.

    `before` and `after` end with the passage; `tags` are languages (BCP 47).
    """

    match: NumberMatch
    span: Span
    words: str
    before: str
    after: str
    tags: tuple[str, ...]

    @property
    def symbol(self) -> str | None:
        """The sign of a currency that touches the number."""
        sign = self.before[-1:]
        return sign if sign and sign in SYMBOLS else None

    def unit(self) -> tuple[str, str, int] | None:
        """Give the topic, the printed words and the end of a unit that follows."""
        units = _units(self.tags)
        for words_after in reversed(self._following()):
            printed = " ".join(word for word, _ in words_after).casefold()
            if printed in units:
                return units[printed], printed, self.span.end + words_after[-1][1]
        return None

    def counted(self) -> tuple[str, int] | None:
        """Give what is counted, and where it ends: a plural, by the word's ending.

        One capitalised word may stand between (`600 thousand Korean citizens`).
        """
        for words_after in self._following():
            word, end = words_after[-1]
            passed = all(other[0].isupper() for other, _ in words_after[:-1])
            if passed and _is_plural(word, self.tags):
                return word, self.span.end + end
        return None

    def is_count(self) -> bool:
        """Tell whether a bare number counts something, rather than naming it."""
        opened, closed = self.before[-1:], self.after[:1]
        if (opened in set("([") and closed in set(")]")) or not self.before.strip():
            return False
        whole, _, fraction = self.match.value.partition(".")
        if len(whole) >= YEAR_DIGITS and not (self.match.grouped or self.match.worded):
            return False
        # in most languages a full stop makes an ordinal of a number
        ordinal = closed == "." and self.after[1:].strip()
        if ordinal and decimal_mark(self.tags) != ".":
            return False
        return not (fraction or self.is_time() or self._is_name())

    def is_time(self) -> bool:
        """Tell whether the number may be an hour (`at five`, `um 10 Uhr`)."""
        before, after = LAST_WORD.search(self.before), self._following()
        said_before = before is not None and before[1].casefold() in vocabulary(
            self.tags, "dates", "at", "hour_before"
        )
        said_after = bool(after) and after[0][0][0].casefold() in vocabulary(
            self.tags, "dates", "hour", "clock"
        )
        return (said_before or said_after) and Decimal(self.match.value) <= HOURS

    def _is_name(self) -> bool:
        """Tell whether the number is part of a name (`Article 5`, `Nine Powers`)."""
        after = self._following()
        capital = self.match.worded and self.words[:1].isupper()
        if capital and after and after[0][0][0][0].isupper():
            return True
        last = LAST_WORD.search(self.before)
        if last is None:
            return self.before.rstrip()[-1:] in SIGNS or not self.before[-1].isspace()
        if last[1].casefold() in vocabulary(self.tags, "measures", "reference"):
            return True
        return last[1][0].isupper() and not last[2]

    def _following(self) -> list[list[tuple[str, int]]]:
        """Give the next word, then the next two, with where they end."""
        found: list[tuple[str, int]] = []
        at = 0
        while len(found) < TWO and (word := NEXT_WORD.match(self.after, at)):
            at = word.end()
            found.append((word[1], at))
        return [found[:count] for count in range(1, len(found) + 1)]


def _is_plural(word: str, tags: tuple[str, ...]) -> bool:
    plural, folded = vocabulary(tags, "measures", "plural"), word.casefold()
    if folded in plural:
        return True
    ends = any(folded.endswith(ending) for ending in plural if len(ending) == 1)
    return (
        ends
        and len(word) >= SHORTEST_COUNTED
        and folded not in vocabulary(tags, "function_words", "common")
    )


@cache
def _units(tags: tuple[str, ...]) -> dict[str, str]:
    return {
        form.casefold(): topic
        for tag in reversed(tags)
        for topic in (PERCENT, *TYPES)
        for form in words(tag, "measures").get(topic, ())
    } | {"%": PERCENT}
