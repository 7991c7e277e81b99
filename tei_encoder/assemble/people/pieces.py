"""Cuts an item of a list into pieces and tells names from what is said of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tei_encoder.assemble.people.appellation import (
    Appellation,
    Nature,
    read_appellation,
)
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.assemble.people.wording import Token, tokens
from tei_encoder.assemble.phrases import without_opening
from tei_encoder.model.source import Span

#: what stands between commas or spaced dashes; brackets keep their commas
PIECE = re.compile(
    r"(?:\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)|(?!\s[–—-]\s)[^,;，、；])+", re.DOTALL
)
FOOTNOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}$|\s*\[\d{1,2}\]$")
POSSESSIVE = re.compile(r"[^\W\d_]['’]s?$")
LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an item.

    `names` tells whether it can name somebody, as a name does, and as an office does
    that is addressed (`Mr. Speaker`).
    """

    span: Span
    appellation: Appellation
    names: bool


def pieces(text: str, item: Span, lexicon: Lexicon) -> Iterator[Piece]:
    """Give the pieces of an item in order; `A and B` are two where both are names."""
    for match in PIECE.finditer(text, item.start, item.end):
        for span in _parted(text, trimmed(text, Span(*match.span())), lexicon):
            appellation = read_appellation(span.of(text), lexicon)
            addressed = appellation.nature is Nature.OFFICE and appellation.address
            names = bool(addressed) or is_name(appellation, lexicon)
            yield Piece(span, appellation, names)


def is_name(appellation: Appellation, lexicon: Lexicon) -> bool:
    """Tell whether an appellation can stand in a list as somebody's name."""
    if appellation.nature is not Nature.PERSON or appellation.name is None:
        return False
    found = tokens(appellation.name_text)
    if not found or len(found) > LONGEST_NAME or found[0].text[:1].islower():
        return False
    if any(_is_plain_word(token, lexicon) for token in found):
        return False
    if not (appellation.address or appellation.initials) and (
        lexicon.bodies.intersection(appellation.words)
    ):
        return False
    return not any(_is_no_name(token, lexicon) for token in found)


def _is_plain_word(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word in small letters is none of those that names have."""
    if not token.text[:1].islower() or token.text.endswith(("'", "’")):
        return False
    small = (lexicon.particles, lexicon.suffixes, lexicon.honorifics_given)
    return not any(token.folded in words for words in small)


def trimmed(text: str, span: Span) -> Span:
    """Take white space, a closing mark and the sign of a footnote off a piece."""
    span = without_opening(text, span.trimmed(text))
    if note := FOOTNOTE.search(span.of(text)):
        span = Span(span.start, span.start + note.start()).trimmed(text)
    last = tokens(text, span)[-1:]
    if last and text[span.end - 1] == "." and not last[0].is_initial:
        span = Span(span.start, span.end - 1)
    return span


def _is_no_name(token: Token, lexicon: Lexicon) -> bool:
    if any(char.isdigit() for char in token.text) or POSSESSIVE.search(token.text):
        return True
    small = token.folded in lexicon.links and token.folded not in lexicon.particles
    return small and token.text[:1].islower()


def _parted(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """Part `A and B` where both sides are names; drop a leading `and`."""
    joiners = [
        t for t in tokens(text, span) if t.folded in lexicon.joiners or t.text == "&"
    ]
    if joiners and joiners[0].start == span.start:
        span = Span(joiners.pop(0).end, span.end).trimmed(text)
    for joiner in joiners:
        first = trimmed(text, Span(span.start, joiner.start))
        second = trimmed(text, Span(joiner.end, span.end))
        if _are_two(text, first, second, lexicon):
            yield first
            yield second
            return
    if len(span):
        yield span


def _are_two(text: str, first: Span, second: Span, lexicon: Lexicon) -> bool:
    """Tell two names from one with a small word inside (`Forcadell i Lluís`)."""
    one, other = (read_appellation(s.of(text), lexicon) for s in (first, second))
    if not is_name(one, lexicon) or not is_name(other, lexicon):
        return False
    lone = len(one.words) + len(one.initials) == 1
    return lone or len(other.words) + len(other.initials) > 1 or bool(other.address)
