"""Finds the run of capital letters that a phrase introduces (`Typed by F. Kola`)."""

import re

from tei_encoder.model.source import Span

WORD = re.compile(r"[^\s,;:()\[\]]+")
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+")
OPENING = re.compile(r"[\s:\[(–—-]*")


def name_after(
    text: str, within: Span, links: frozenset[str] = frozenset()
) -> Span | None:
    """Give the name that starts a range, after opening marks.

    Small words in `links` (`of`, `von`) may stand inside it.
    """
    opening = OPENING.match(text, within.start, within.end)
    start = end = at = opening.end() if opening else within.start
    for match in WORD.finditer(text, start, within.end):
        word = match.group()
        between = text[at : match.start()]
        if between.strip() or ("\n" in between and at > start):
            break
        if not _may_stand(word, links):
            break
        at = match.end()
        if word.casefold() not in links or word[0].isupper():
            end = at
        if _ends_sentence(word):
            break
    lone = Span(start, end).of(text)
    if lone.isupper() and lone.isalpha() and text[end : end + 2].strip().islower():
        return None  # an abbreviation that goes on in small letters is half a name
    return _named(text, Span(start, end))


def name_at_end(text: str, within: Span) -> Span | None:
    """Give the name that ends a range: its last capital words."""
    words = list(WORD.finditer(text, within.start, within.end))
    start = end = within.end
    for match in reversed(words):
        if not (match.group()[0].isupper() or _is_caseless(match.group())):
            break
        if start != end and text[match.end() : start].strip():
            break
        start = match.start()
    return _named(text, Span(start, end))


def _may_stand(word: str, links: frozenset[str]) -> bool:
    return word[0].isupper() or _is_caseless(word) or word.casefold() in links


def _is_caseless(word: str) -> bool:
    return word[0].isalpha() and word[0].upper() == word[0].lower()


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and INITIALS.fullmatch(word) is None


def _named(text: str, span: Span) -> Span | None:
    span = span.trimmed(text)
    last = span.of(text).split()[-1:] or [""]
    if _ends_sentence(last[0]):
        span = Span(span.start, span.end - 1)
    return span if len(span) else None
