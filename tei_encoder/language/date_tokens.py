"""Cuts a text into the tokens of a date: numbers, calendar words, marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tei_encoder.language.calendar_words import CalendarWords, Word

HAN_DIGITS = "〇零一二三四五六七八九十"
TOKEN = re.compile(
    rf"""
      (?P<number>\d+ | [{HAN_DIGITS}]{{1,4}}(?=[年月日]))
    | (?P<unit>(?<=[\d{HAN_DIGITS}])\ ?
        (?: 年(?![代度间間]) | 년(?![대간도]) | 月(?!間) | 월 | 日(?!本) | 일(?!본)
          | [号號] ))
    | (?P<word>[^\W\d_{HAN_DIGITS}]+)
    | (?P<paragraph>\n[^\S\n]*\n\s*)
    | (?P<mark>[^\s\w])
    | (?P<other>\w)
    """,
    re.VERBOSE,
)
#: digits, or a Han digit before its unit; one set of first characters is fast to seek
DIGITS = re.compile(rf"[\d{HAN_DIGITS}](?:(?<=\d)\d*|(?<!\d)(?=[年月日]))")
UNIT_LETTERS = {
    "年": "Y",
    "년": "Y",
    "月": "M",
    "월": "M",
    "日": "D",
    "일": "D",
    "号": "D",
    "號": "D",
}
MARK_LETTERS = {
    "–": "-",
    "—": "-",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "’": "'",
    "،": ",",
    "、": ",",
    "，": ",",
    "°": "o",
}
PLAIN_MARKS = frozenset(",.-/:'()")
ROMAN = dict(
    zip(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"],
        range(1, 13),
        strict=True,
    )
)
EARLIEST, LATEST = 1000, 2100
DAY_DIGITS, YEAR_DIGITS = 2, 4


class Token(NamedTuple):
    """A token: its class letter in a shape (see `dates`), range and value."""

    letter: str
    start: int
    end: int
    value: int = 0


def tokens(text: str, start: int, end: int, lexicon: CalendarWords) -> list[Token]:
    """Cut `text[start:end]`; offsets stay those of `text`.

    A word or number that either edge cuts through is of class `x`, as is every
    word that the lexicon does not know.
    """
    found: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        token = _token(text, match, lexicon, found[-1] if found else None)
        if token is not None:
            found.append(token)
    for edge, index in ((start, 0), (end, -1)):
        if found and 0 < edge < len(text) and _cuts_word(text, edge):
            cut = found[index]
            found[index] = Token("x", cut.start, cut.end)
    return found


def _cuts_word(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum()


def _token(
    text: str, match: re.Match[str], lexicon: CalendarWords, before: Token | None
) -> Token | None:
    start, end = match.span()
    match match.lastgroup:
        case "number":
            return _number(text, start, end)
        case "unit":
            return Token(UNIT_LETTERS[text[end - 1]], start, end)
        case "word":
            return _word(text, start, end, lexicon, before)
        case "paragraph":
            return Token("|", start, end)
        case "other":
            return Token("x", start, end)
        case _:
            mark = MARK_LETTERS.get(text[start], text[start])
            known = mark in PLAIN_MARKS or mark == "o"
            # the full stop of an abbreviation went with its word
            taken = before is not None and start < before.end
            return None if taken else Token(mark if known else "!", start, end)


def _number(text: str, start: int, end: int) -> Token:
    digits = text[start:end]
    if len(digits) > YEAR_DIGITS:
        return Token("z", start, end)
    value = int(digits) if digits.isdecimal() else _han_number(digits)
    glued = start > 0 and (text[start - 1].isalpha() and _cased(text[start - 1]))
    if glued or text[start - 1 : start] == "_":
        return Token("z", start, end, value)
    if len(digits) <= DAY_DIGITS or (digits[0] in HAN_DIGITS and value < EARLIEST):
        return Token("n", start, end, value)
    plausible = len(digits) == YEAR_DIGITS and EARLIEST <= value <= LATEST
    return Token("y" if plausible else "z", start, end, value)


def _cased(letter: str) -> bool:
    return letter.lower() != letter.upper()


def _han_number(digits: str) -> int:
    """Read a year digit by digit (一九六六) or a number to 99 (二十一)."""
    tens, ten, ones = digits.partition("十")
    if ten:
        return 10 * (_han_number(tens) if tens else 1) + (
            _han_number(ones) if ones else 0
        )
    value = 0
    for digit in digits:
        value = 10 * value + max(0, HAN_DIGITS.index(digit) - 1)
    return value


def _word(
    text: str, start: int, end: int, lexicon: CalendarWords, before: Token | None
) -> Token:
    form = text[start:end]
    folded = form.casefold()
    if before is not None and before.end == start:
        glued = _suffix(folded, start, end, lexicon, before)
        if glued is not None:
            return glued
    if form in ROMAN:
        return Token("r", start, end, ROMAN[form])
    word = lexicon.plain.get(folded)
    if text[end : end + 1] == "." and folded in lexicon.dotted:
        word = lexicon.dotted[folded]
        end += 1
    return _classed(word, start, end, capital=form[0].isupper())


def _suffix(
    folded: str, start: int, end: int, lexicon: CalendarWords, before: Token
) -> Token | None:
    """Class a word that touches a number, or the hyphen or apostrophe after one."""
    if before.letter in "n-" and folded in lexicon.ordinals:
        return Token("o", start, end)
    if before.letter in "y-'" and folded in lexicon.year_suffixes:
        return Token("s", start, end)
    return Token("x", start, end) if before.letter in "ny" and _cased(folded) else None


def _classed(word: Word | None, start: int, end: int, *, capital: bool) -> Token:
    # English writes months with a capital: "may" and "march" are verbs
    if word is None or (word.letter == "e" and not capital):
        return Token("x", start, end)
    return Token(word.letter, start, end, word.value)


def windows(text: str, *, reach: int) -> Iterator[tuple[int, int]]:
    """Give the stretches within `reach` of a digit, merged, in order."""
    start = end = -1
    for match in DIGITS.finditer(text):
        if start >= 0 and match.start() - reach <= end:
            end = match.end() + reach
            continue
        if start >= 0:
            yield start, min(end, len(text))
        start, end = max(0, match.start() - reach), match.end() + reach
    if start >= 0:
        yield start, min(end, len(text))
