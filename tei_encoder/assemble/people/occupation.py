"""Tells what is said of a person from an office: ages, kin and numbers are none."""

import re

from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.wording import Token, tokens
from tei_encoder.model.source import Span

POSSESSIVE = re.compile(r"[^\W\d_]['’]s?$")

#: how many digits the years of a person have at most
LONGEST_AGE = 3


def office_in(text: str, said: Span, lexicon: Lexicon) -> Span | None:
    """Give the office in what is said of a person, without an age after it.

    There is none in what tells whose kin somebody is, or in the rest of a table row,
    which ends with a number.
    """
    found = list(tokens(text, said))
    end = said.end
    for number, token in enumerate(found):
        if _is_age(found[number : number + 2], lexicon):
            end, found = token.start, found[:number]
            break
    span = _without_marks(text, Span(said.start, end))
    if not found or found[-1].text.strip(".").isdigit() or _is_kin(found, lexicon):
        return None
    return span if any(char.isalpha() for char in span.of(text)) else None


def _is_age(pair: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether two words are a number of years (`20 år`, `aged 30`)."""
    words = [token.folded for token in pair]
    years = any(w.isdigit() and len(w) <= LONGEST_AGE for w in words)
    return years and not lexicon.ages.isdisjoint(words)


def _is_kin(found: list[Token], lexicon: Lexicon) -> bool:
    if lexicon.kinship.isdisjoint(token.folded for token in found):
        return False
    first = found[0].text
    return not lexicon.is_office(first) or POSSESSIVE.search(first) is not None


def _without_marks(text: str, span: Span) -> Span:
    """Take marks and a bracket that nothing opens off the end."""
    span = span.trimmed(text)
    while len(span) and (
        text[span.end - 1] in ",;:–—-("
        or (text[span.end - 1] == ")" and "(" not in span.of(text))
    ):
        span = Span(span.start, span.end - 1).trimmed(text)
    return span
