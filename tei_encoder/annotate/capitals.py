"""Runs of capitalised words: what names are made of."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*")
SPACES = frozenset({" ", "\u00a0", "\n", "\r\n"})
#: no name has more words
LONGEST = 8
APOSTROPHES = frozenset({"'", "’"})


class Word(NamedTuple):
    """A word at its place."""

    text: str
    start: int
    end: int
    capital: bool

    @property
    def folded(self) -> str:
        """The casefolded form, to be looked up."""
        return self.text.casefold()


def words_of(text: str, start: int, end: int, small: frozenset[str]) -> list[Word]:
    """Give the words of `text[start:end]` that can be of a name or beside one.

    They are those with a capital, those after an apostrophe, and the `small` ones
    that stand before another; a hyphen joins words, an apostrophe does not.
    """
    found: list[Word] = []
    for match in _candidate(small).finditer(text, start, end):
        form, at = match[0], match.start()
        capital = form[0].isupper()
        if capital or form in small or text[at - 1] in APOSTROPHES:
            found.append(Word(form, at, match.end(), capital))
    return found


@cache
def _candidate(small: frozenset[str]) -> re.Pattern[str]:
    """Build the pattern that passes over most words that are of no interest."""
    plain = sorted(re.escape(form) for form in small if "a" <= form[0] <= "z")
    any_small = f"(?:{'|'.join(plain) or '(?!)'})"
    return re.compile(
        rf"(?<!{LETTER})(?<!{LETTER}-)"
        rf"(?:(?=[^a-z]|(?<=['’])){WORD.pattern}"
        rf"|{any_small}(?=[\s.'’]{{1,2}}(?:[^a-z]|{any_small})))"
    )


def joined(text: str, first: Word, second: Word) -> bool:
    """Tell whether two words may be of one name.

    One space stands between, an apostrophe that is no possessive (`Ch'iao`), or the
    full stop of an initial or a title (`A. I.`, `Dr. Li`), as `abbreviated` says.
    """
    between = text[first.end : second.start]
    if between in SPACES:
        return True
    if between in APOSTROPHES:
        return first.capital and len(second.text) > 1
    return len(first.text) == 1 and between in {". ", "."}


def abbreviated(text: str, first: Word, second: Word) -> bool:
    """Tell whether a full stop and a space stand between two words."""
    return text[first.end : second.start] in {". ", ".\u00a0"}


def run_from(
    text: str, words: Sequence[Word], at: int, inside: frozenset[str]
) -> list[Word]:
    """Give the words from `words[at]` on that may be one name, at most `LONGEST`.

    All are capitalised but for the words `inside` names (`de la`), which stand
    before another one, and what an apostrophe joins to a capital.
    """
    found: list[Word] = []
    length = 0
    for word in words[at : at + LONGEST]:
        if found and not joined(text, found[-1], word):
            break
        found.append(word)
        touches = len(found) > 1 and text[found[-2].end] in APOSTROPHES
        if word.capital or touches:
            length = len(found)
        elif not (length and word.folded in inside):
            break
    return found[:length]
