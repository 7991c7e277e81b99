"""Tells labels that name nobody: several people, an unknown one, a number."""

import re
from collections.abc import Sequence

from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.wording import Token

BLANK_TO_FILL = re.compile(r"_{2,}|…|\.{3,}|^\W*$")
#: a year of print in Roman numbers, 1100 and later (`M DCC LII`)
ROMAN_YEAR = re.compile(r"M{1,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:I[XV]|V?I{0,4})")
LONG_ENOUGH = 3
NUMBER = re.compile(r"[§(]?(?:\d+|[IVXLC]+|[a-z])[.)º°ª]*")


def is_anonymous(head: str, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a label leaves open who speaks, or is the caption of something.

    It has a blank to fill in or says `unidentified`, is made of words such as
    `question` alone, is an office that is one of several (`a Member`, `Speaker 2`),
    a number (`Article 5`) or the head of a column (`Name`). `found` are its words.
    """
    if BLANK_TO_FILL.search(head) or leaves_open(found, lexicon):
        return True
    if _is_number(head, found, lexicon) or _consists_of(
        found, lexicon.columns, lexicon.articles
    ):
        return True
    small = (lexicon.articles, lexicon.honorifics)
    one_of_several = any(char.isdigit() for char in head) or (
        len(found) > 1 and found[0].folded in lexicon.indefinite
    )
    if one_of_several and _consists_of(
        found, lexicon.anonymous | lexicon.offices, *small
    ):
        return True
    return _consists_of(found, lexicon.anonymous, *small)


def leaves_open(found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether words say that somebody is not identified (`Unknown`)."""
    return not lexicon.unidentified.isdisjoint(token.folded for token in found)


def is_group(
    printed: Sequence[Token], lexicon: Lexicon, known: frozenset[str] = frozenset()
) -> bool:
    """Tell whether a label names several people at once, by its first or last word.

    Words that are `known` as names are none of these, nor is what an honorific or an
    office makes somebody's (`Audience Member`).
    """
    small = (lexicon.articles, lexicon.links, lexicon.honorifics)
    if _consists_of(printed, lexicon.groups, lexicon.collectives, *small):
        return True
    found = [t.folded for t in printed if t.folded not in lexicon.articles]
    if len(found) > 1 and _is_small(found[0], lexicon):
        found = found[1:]
    if not found or known.intersection(found) or lexicon.is_honorific(found[0]):
        return False
    if found[0] in lexicon.quantifiers:
        return True
    if found[0] in lexicon.groups or found[0] in lexicon.collectives:
        return len(found) == 1 or found[1] not in lexicon.offices
    return found[-1] in lexicon.collectives and found[0] not in lexicon.offices


def _is_small(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.particles and word not in lexicon.quantifiers


def _is_number(head: str, found: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell whether a label numbers a part of a text, or is a year in Roman numbers."""
    words = [token.text for token in found]
    if head.lstrip().startswith("§") or (found and found[0].folded in lexicon.numbered):
        rest = words[1:]
        return bool(rest) and all(NUMBER.fullmatch(word) for word in rest)
    joined = "".join(word.strip(".") for word in words)
    return len(joined) > LONG_ENOUGH and ROMAN_YEAR.fullmatch(joined) is not None


def _consists_of(
    found: Sequence[Token], needed: frozenset[str], *allowed: frozenset[str]
) -> bool:
    """Tell whether there are words of `needed`, and besides none but the allowed."""
    words = {t.folded for t in found if not t.text.strip(".#").isdigit()}
    return not words.isdisjoint(needed) and words <= needed.union(*allowed)
