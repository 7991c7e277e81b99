"""Abbreviations of bodies and governments called by a name, told by words beside them.

`member of the ALP` makes `ALP` a body wherever the record has it, and so does a
full name before it in brackets. A government is called after a person where its
name is no country's (`the Sato government`): an inference, with its certainty.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tei_encoder.annotate.capitals import Word, joined
from tei_encoder.annotate.people import Page
from tei_encoder.language.gazetteer import listed
from tei_encoder.language.load import vocabulary
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span

MEMBERSHIP = "abbreviation-of-a-body"
EPONYM = "government-of-a-person"
PLACES = ("countries", "regions", "states", "cities", "organisations")
#: how far back, in characters, the words may begin that make a body of what follows
REACH = 40
SHORTEST_NAME = 3


def short_bodies(bodies: Mapping[Page, Sequence[Annotation]]) -> frozenset[str]:
    """Give the abbreviations that the record shows to be of bodies.

    `bodies` are those claimed by their full names, page by page.
    """
    return frozenset(
        word.text
        for page, named in bodies.items()
        for at, word in enumerate(page.words)
        if _is_short(word)
        and (_is_member(page, at) or _is_introduced(page, word, named))
    )


def _is_short(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isupper()


def _is_introduced(page: Page, word: Word, named: Sequence[Annotation]) -> bool:
    """Tell whether it stands in brackets right after the full name of a body."""
    if page.text[word.end : word.end + 1] != ")":
        return False
    return any(page.text[body.span.end : word.start] == " (" for body in named)


def _is_member(page: Page, at: int) -> bool:
    """Tell whether `words[at]` stands after `member of the`, or an organ after it."""
    words, tags = page.words, page.tags
    pattern = _membership(tags)
    organs = listed(tags, "organs")
    if pattern is None or words[at].text in organs | listed(tags, "countries"):
        return False
    first = words[at]
    if at and words[at - 1].text in organs and joined(page.text, words[at - 1], first):
        first = words[at - 1]
    least = max(page.stretch.span.start, first.start - REACH)
    return pattern.search(page.text, least, first.start) is not None


def short_bodies_in(page: Page, known: frozenset[str]) -> Iterator[Annotation]:
    """Claim abbreviations known to be of bodies, with organs of theirs (`ALP CC`)."""
    words, organs = page.words, listed(page.tags, "organs")
    for at, word in enumerate(words):
        if word.text not in known:
            continue
        first, last = word, word
        before, after = words[max(0, at - 1)], words[min(at + 1, len(words) - 1)]
        if before.text in organs and joined(page.text, before, word):
            first = before
        if after.text in organs and joined(page.text, word, after):
            last = after
        span = Span(first.start, last.end)
        yield Annotation(span, AnnotationKind.ORG_NAME, rule=MEMBERSHIP)


def governments_in(page: Page) -> Iterator[Annotation]:
    """Claim governments called after a person, and the person."""
    forms = _governments(page.tags)
    for word in page.words:
        if not word.capital or page.text[word.end : word.end + 1] != " ":
            continue
        if page.text.startswith(forms, word.end + 1) and _is_of_a_person(page, word):
            end = re.compile(r"\w+").match(page.text, word.end + 1)
            whole = Span(word.start, end.end() if end else word.end)
            for span, kind in (
                (whole, AnnotationKind.ORG_NAME),
                (Span(word.start, word.end), AnnotationKind.PERS_NAME),
            ):
                yield Annotation(span, kind, certainty=Certainty.MEDIUM, rule=EPONYM)


def _is_of_a_person(page: Page, word: Word) -> bool:
    text, tags = word.text, page.tags
    if len(text) < SHORTEST_NAME or text.isupper() or page.is_role_name(word.folded):
        return False
    if word.folded in vocabulary(tags, "function_words", "common"):
        return False
    if text.endswith(tuple(listed(tags, "adjectives"))):
        return False
    if any(text in listed(tags, topic) for topic in PLACES):
        return False
    before = page.text[max(0, word.start - REACH) : word.start].split()
    # another capital, or the beginning of a sentence, tells nothing of this one
    return bool(before) and before[-1].islower()


@cache
def _membership(tags: tuple[str, ...]) -> re.Pattern[str] | None:
    cues = "|".join(sorted(map(re.escape, listed(tags, "members"))))
    articles = "|".join(sorted(map(re.escape, listed(tags, "articles")))) or "(?!)"
    if not cues:
        return None
    return re.compile(rf"\b(?i:{cues})\s(?:(?:{articles})\s)?$")


@cache
def _governments(tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(listed(tags, "governments")))
