"""Tells labels that name nobody: several people, an unknown one, a number."""

import re

from tei_encoder.assemble.people.lexicon import Lexicon, fold
from tei_encoder.assemble.people.wording import tokens

BLANK_TO_FILL = re.compile(r"_{2,}|…|\.{3,}|^\W*$")
#: a year of print in Roman numbers, 1100 and later (`M DCC LII`)
ROMAN_YEAR = re.compile(r"M{1,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:I[XV]|V?I{0,4})")
LONG_ENOUGH = 3
NUMBER = re.compile(r"[§(]?(?:\d+|[IVXLC]+|[a-z])[.)º°ª]*")


def is_anonymous(head: str, lexicon: Lexicon) -> bool:
    """Tell whether a label leaves open who speaks, or is the caption of something.

    It has a blank to fill in or says `unidentified`, is made of words such as
    `question` alone, is an office that is one of several (`a Member`, `Speaker 2`),
    a number (`Article 5`) or the head of a column (`Name`).
    """
    if BLANK_TO_FILL.search(head) or leaves_open(head, lexicon):
        return True
    if _is_number(head, lexicon) or _consists_of(
        head, lexicon.columns | lexicon.articles, lexicon.columns
    ):
        return True
    found = [fold(token.text) for token in tokens(head)]
    allowed = lexicon.anonymous | lexicon.articles | lexicon.honorifics
    one_of_several = any(char.isdigit() for char in head) or (
        len(found) > 1 and found[0] in lexicon.indefinite
    )
    if one_of_several and _consists_of(
        head, allowed | lexicon.offices, lexicon.anonymous | lexicon.offices
    ):
        return True
    return _consists_of(head, allowed, lexicon.anonymous)


def leaves_open(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words say that somebody is not identified (`Unknown`)."""
    return not lexicon.unidentified.isdisjoint(t.folded for t in tokens(words))


def is_group(head: str, lexicon: Lexicon, known: frozenset[str] = frozenset()) -> bool:
    """Tell whether a label names several people at once, by its first or last word.

    Words that are `known` as names are none of these, nor is what an honorific or an
    office makes somebody's (`Audience Member`).
    """
    small = lexicon.articles | lexicon.links | lexicon.honorifics
    if _consists_of(head, lexicon.groups | lexicon.collectives | small, lexicon.groups):
        return True
    found = [t.folded for t in tokens(head) if t.folded not in lexicon.articles]
    if len(found) > 1 and found[0] in lexicon.particles - lexicon.quantifiers:
        found = found[1:]
    if not found or known.intersection(found) or lexicon.is_honorific(found[0]):
        return False
    if found[0] in lexicon.quantifiers:
        return True
    if found[0] in lexicon.groups | lexicon.collectives:
        return len(found) == 1 or found[1] not in lexicon.offices
    return found[-1] in lexicon.collectives and found[0] not in lexicon.offices


def _is_number(head: str, lexicon: Lexicon) -> bool:
    """Tell whether a label numbers a part of a text, or is a year in Roman numbers."""
    found = [token.text for token in tokens(head)]
    first = fold(found[0]) if found else ""
    if first in lexicon.numbered or head.lstrip().startswith("§"):
        rest = found[1:]
        return bool(rest) and all(NUMBER.fullmatch(word) for word in rest)
    joined = "".join(word.strip(".") for word in found)
    return len(joined) > LONG_ENOUGH and ROMAN_YEAR.fullmatch(joined) is not None


def _consists_of(head: str, allowed: frozenset[str], needed: frozenset[str]) -> bool:
    found = [fold(t.text) for t in tokens(head) if not t.text.strip(".#").isdigit()]
    return bool(found) and set(found) <= allowed and bool(set(found) & needed)
