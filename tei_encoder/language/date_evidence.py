"""Whether something of the shape of a date, in running text, is one."""

from collections.abc import Sequence
from dataclasses import dataclass

from tei_encoder.language.date_tokens import Token
from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import vocabulary

#: a range of bare years runs from `EARLIEST_YEAR` on, over less than a lifetime
EARLIEST_YEAR = 1700
LONGEST_RANGE = 100
LONGEST_ABBREVIATION = 4
JOINTS = "-/.:"
NUMBERS = "nyz"
CLOSING = ",.;:)!|]'"


@dataclass(frozen=True, slots=True)
class Context:
    """Where a shape was found: `found[first:last]` of the tokens of `text`.

    `year` is the year of the record, if known: evidence for a bare number.
    """

    text: str
    found: Sequence[Token]
    first: int
    last: int
    languages: tuple[str, ...]
    year: int | None

    def at(self, index: int) -> Token | None:
        """Give a token, or None beyond either end."""
        return self.found[index] if 0 <= index < len(self.found) else None


def evident(shape: str, context: Context) -> bool:
    """Tell whether the words around and in a shape make it a date."""
    if not _alone(context):
        return False
    match shape:
        case "year":
            return _is_year(context)
        case "years":
            return _are_years(context)
        case _:
            return True


def _alone(context: Context) -> bool:
    """Refuse what is a part of a longer number (`3.7.9.1966`, `6-7 September`)."""
    first, last = context.found[context.first], context.found[context.last - 1]
    before, after = context.at(context.first - 1), context.at(context.last)
    if before and before.letter in JOINTS and first.letter in NUMBERS:
        earlier = context.at(context.first - 2)
        if earlier and earlier.letter in NUMBERS and before.end == first.start:
            return False
    if after and after.letter in JOINTS and after.start == last.end:
        later = context.at(context.last + 1)
        return not (later and later.letter in NUMBERS and later.start == after.end)
    return True


def _is_year(context: Context) -> bool:
    part = context.found[context.first : context.last]
    if any(token.letter in "gYs" for token in part):
        return True
    before = context.at(context.first - 1)
    if before is None:
        return False
    of_a_season = before.letter == "f" and _letter(context, -2) == "q"
    named = before.letter == "i" or of_a_season
    own = part[0].value == context.year and before.letter in "xft"
    return (named or own) and part[0].value >= EARLIEST_YEAR and _ends(context)


def _are_years(context: Context) -> bool:
    first, middle, last = context.found[context.first : context.last]
    plausible = (
        EARLIEST_YEAR <= first.value < last.value
        and last.value - first.value < LONGEST_RANGE
    )
    if middle.letter == "t":
        return plausible and _letter(context, -1) == "i"
    return plausible and not _after_abbreviation(context)


def _after_abbreviation(context: Context) -> bool:
    """Tell whether `pp.` or `No.` makes numbers of what follows."""
    stop, word = context.at(context.first - 1), context.at(context.first - 2)
    return (
        stop is not None
        and word is not None
        and stop.letter == "."
        and word.end == stop.start
        and word.end - word.start <= LONGEST_ABBREVIATION
    )


def _ends(context: Context) -> bool:
    """Tell whether what follows is no thing that is counted."""
    after = context.at(context.last)
    if after is None or after.letter in CLOSING:
        return True
    asked = context.languages or known_languages()
    word = context.text[after.start : after.end].casefold()
    return word in vocabulary(asked, "function_words", "common")


def _letter(context: Context, offset: int) -> str:
    token = context.at(context.first + offset)
    return token.letter if token else ""
