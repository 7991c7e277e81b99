"""Finds numbers in running text, in digits and in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tei_encoder.language.load import languages as known_languages
from tei_encoder.language.load import vocabulary, words
from tei_encoder.model.source import Span

#: numbers in words below this are as often no counts ("one", "the two")
LEAST_IN_WORDS = 3
HUNDRED, THOUSAND = 100, 1000
LONGEST_NUMBER = 15
MOST_WORDS = 8
WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
ABBREVIATED = re.compile(r"[^\W\d_]+\.?")
JOINTS = frozenset({" ", "-", "\u00a0"})
HYPHENS = frozenset({"-", "–"})
#: stands for a word that only joins (two hundred AND five)
NOTHING = 0
#: what touches a number and makes it a part of something else
BEFORE = r"(?<![\w.,:/#№§^_\\+*·–-])"
AFTER = r"(?![\w/–-]|[.,:·]\d)"
GROUPS = {".": "[,\u00a0\u202f]", ",": "[. \u00a0\u202f\u2009]"}


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number: its value, as decimal digits; `upper` the other end of a range.

    `scaled` tells that a word multiplied it ("600 thousand"), `grouped` that its
    digits are set in groups ("600,000"), `worded` that it is in words alone.
    """

    span: Span
    value: str
    upper: str | None = None
    scaled: bool = False
    grouped: bool = False
    worded: bool = False


def find_numbers(text: str, languages: Sequence[str] = ()) -> list[NumberMatch]:
    """Give the numbers of `text`, in order, without overlaps.

    `languages` are BCP 47 tags; the first tells the decimal mark.
    Parts of names, references and longer strings (`D4`, `38th`, `18/2021`) are left
    out, and so is what cannot be told from its digits.
    """
    tags = tuple(languages) or known_languages()
    in_digits = list(_in_digits(text, tags)) if DIGIT.search(text) else []
    taken = {match.span.start for match in in_digits}
    in_words = (m for m in _in_words(text, tags) if m.span.start not in taken)
    found = sorted([*in_digits, *in_words], key=lambda match: match.span)
    return list(_disjoint(found))


def _disjoint(found: list[NumberMatch]) -> Iterator[NumberMatch]:
    end = 0
    for match in found:
        if match.span.start >= end:
            end = match.span.end
            yield match


def _in_digits(text: str, tags: tuple[str, ...]) -> Iterator[NumberMatch]:
    decimal = decimal_mark(tags)
    scales = _values(tags)
    for match in _shape(decimal).finditer(text):
        printed = match["number"]
        coded = printed[0] == "0" and printed[1:2].isdecimal()
        if coded or len(printed) > LONGEST_NUMBER:
            continue
        value = _value(printed, decimal)
        upper = match["upper"]
        if upper is not None and not value < int(upper):
            continue
        end, scale = _scale(text, match.end(), scales)
        yield NumberMatch(
            Span(match.start(), end),
            _written(value * scale),
            None if upper is None else _written(Decimal(upper) * scale),
            scaled=scale > 1,
            grouped=match["grouped"] is not None,
        )


def decimal_mark(tags: tuple[str, ...]) -> str:
    """Give the decimal mark of the first language; a comma where it is not told."""
    return "".join(words(tags[0], "measures").get("decimal", (","))) if tags else ","


def _value(printed: str, decimal: str) -> Decimal:
    kept = "".join(c for c in printed if c.isdecimal() or c == decimal)
    return Decimal(kept.replace(decimal, "."))


def _written(value: Decimal) -> str:
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _scale(text: str, at: int, scales: dict[str, int]) -> tuple[int, int]:
    """Give where a number ends with the word that multiplies it, and by how much."""
    if text[at : at + 1] not in JOINTS:
        return at, 1
    word = ABBREVIATED.match(text, at + 1)
    if word is None:
        return at, 1
    folded = word[0].lower()
    for form in (folded, folded.rstrip(".")):
        scale = scales.get(form, 0)
        if scale >= THOUSAND:
            return word.start() + len(form), scale
    return at, 1


def _in_words(text: str, tags: tuple[str, ...]) -> Iterator[NumberMatch]:
    values, joiners = _values(tags), vocabulary(tags, "measures", "joiner")
    lower = text.lower()
    if not any(form in lower for form in _telling(tags)):
        return
    run: list[tuple[int, int, int]] = []
    for match in WORD.finditer(text):
        folded = match[0].lower()
        value = values.get(folded)
        if value is None and not run:
            continue
        if run and folded in joiners:
            value = NOTHING
        start = match.start()
        joined = bool(run) and start == run[-1][1] + 1 and text[start - 1] in JOINTS
        if run and not (joined and value is not None):
            yield from _run(text, run)
            run = []
            value = values.get(folded)
        if value is not None:
            run.append((start, match.end(), value))
    yield from _run(text, run)


def _run(text: str, run: list[tuple[int, int, int]]) -> Iterator[NumberMatch]:
    """Read number words that follow each other as one number, if they are one."""
    if run and run[-1][2] == NOTHING:
        run = run[:-1]
    if not run or len(run) > MOST_WORDS or run[0][2] >= HUNDRED:
        return
    start, end = run[0][0], run[-1][1]
    glued = text[start - 1 : start] in HYPHENS or text[end : end + 1] in HYPHENS
    value = _composed([value for _, _, value in run if value != NOTHING])
    if value is None or value < LEAST_IN_WORDS or glued:
        return
    scaled = value >= THOUSAND
    yield NumberMatch(Span(start, end), str(value), scaled=scaled, worded=True)


def _composed(values: list[int]) -> int | None:
    """Add and multiply number words; None where they do not make one number."""
    total = current = 0
    limit: int | None = None
    for value in values:
        if value >= THOUSAND:
            if limit is not None and value >= limit:
                return None
            total, current, limit = total + max(current, 1) * value, 0, value
        elif value == HUNDRED and 0 < current < 10:  # noqa: PLR2004 - two hundred
            current *= HUNDRED
        elif _adds(current, value):
            current += value
        else:
            return None
    return total + current


def _adds(current: int, value: int) -> bool:
    """Tell whether `value` fills the empty places of `current` (twenty, five)."""
    if current == 0:
        return True
    tens = 10
    if current % HUNDRED == 0:
        return value < HUNDRED
    return current % tens == 0 and current % HUNDRED > tens and value < tens


@cache
def _values(tags: tuple[str, ...]) -> dict[str, int]:
    return {
        form.lower(): int(topic)
        for tag in reversed(tags)
        for topic, forms in words(tag, "measures").items()
        if topic.isdecimal()
        for form in forms
    }


@cache
def _telling(tags: tuple[str, ...]) -> frozenset[str]:
    """Give the words without one of which there is no number in words."""
    values = _values(tags).items()
    return frozenset(form for form, value in values if value >= LEAST_IN_WORDS)


@cache
def _shape(decimal: str) -> re.Pattern[str]:
    fraction = rf"(?:{re.escape(decimal)}\d+)?"
    grouped = rf"(?P<grouped>\d{{1,3}}(?:{GROUPS[decimal]}\d{{3}})+{fraction})"
    number = rf"(?P<number>{grouped}(?!\d)|\d+{fraction})"
    return re.compile(rf"{BEFORE}{number}(?:[-–](?P<upper>\d{{1,3}}))?{AFTER}")
