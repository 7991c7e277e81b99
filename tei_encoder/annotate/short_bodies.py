"""Abbreviations of bodies and governments called by a name, told by words beside them.

`member of the ALP` makes `ALP` a body wherever the record has it, and so does a
full name before it in brackets. A government is called after a person where its
name is no country's (`the Sato government`): an inference, with its certainty.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tei_encoder.annotate.people import Page
from tei_encoder.language.gazetteer import gazetteer, listed
from tei_encoder.language.load import vocabulary
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.description import Certainty
from tei_encoder.model.source import Span

MEMBERSHIP = "abbreviation-of-a-body"
EPONYM = "government-of-a-person"
SHORT = r"[^\W\d_a-z][^\W\d_a-z]+"
PLACES = ("countries", "regions", "states", "cities", "organisations")


def short_bodies(pages: Iterable[Page], named: Iterable[Annotation]) -> frozenset[str]:
    """Give the abbreviations that the record shows to be of bodies.

    `named` are the bodies claimed by their full names.
    """
    found: set[str] = set()
    ends = set()
    for page in pages:
        ends |= {c.span.end for c in named if c.span in page.stretch.span}
        if pattern := _membership(page.tags):
            found.update(_shown(page, pattern))
        for match in re.finditer(rf"\(({SHORT})\)", _text(page)):
            if match.start() - 1 + page.stretch.span.start in ends:
                found.add(match[1])
    return frozenset(found)


def _shown(page: Page, pattern: re.Pattern[str]) -> Iterator[str]:
    organs, countries = listed(page.tags, "organs"), listed(page.tags, "countries")
    for match in pattern.finditer(_text(page)):
        for word in match[1].split():
            if word not in organs and word not in countries:
                yield word


def short_bodies_in(page: Page, known: frozenset[str]) -> Iterator[Annotation]:
    """Claim abbreviations known to be of bodies, with organs of theirs (`ALP CC`)."""
    if not known:
        return
    start, end = page.stretch.span.start, page.stretch.span.end
    for match in _any_of(known, page.tags).finditer(page.text, start, end):
        yield Annotation(Span(*match.span()), AnnotationKind.ORG_NAME, rule=MEMBERSHIP)


def governments_in(page: Page) -> Iterator[Annotation]:
    """Claim governments called after a person, and the person."""
    pattern = _governments(page.tags)
    if pattern is None:
        return
    start, end = page.stretch.span.start, page.stretch.span.end
    for match in pattern.finditer(page.text, start, end):
        if _is_of_a_person(page, match):
            for group, kind in ((0, "ORG_NAME"), (1, "PERS_NAME")):
                yield Annotation(
                    Span(*match.span(group)),
                    AnnotationKind[kind],
                    certainty=Certainty.MEDIUM,
                    rule=EPONYM,
                )


def _is_of_a_person(page: Page, match: re.Match[str]) -> bool:
    word, before = match[1], page.text[max(0, match.start() - 40) : match.start()]
    small = vocabulary(page.tags, "function_words", "common")
    if not word[0].isupper() or word.isupper() or word.casefold() in small:
        return False
    if word.endswith(tuple(listed(page.tags, "adjectives"))):
        return False
    if any(word in listed(page.tags, topic) for topic in PLACES) or page.is_role_name(
        word.casefold()
    ):
        return False
    last = before.split()[-1:] or [""]
    # another capital, or the beginning of a sentence, tells nothing of this one
    return last[0].islower()


def _text(page: Page) -> str:
    return page.stretch.span.of(page.text)


@cache
def _membership(tags: tuple[str, ...]) -> re.Pattern[str] | None:
    cues = sorted(map(re.escape, listed(tags, "members")))
    articles = "|".join(
        sorted(re.escape(a) for t in tags for a in gazetteer(t).get("articles", ()))
    )
    article = f"(?:(?:{articles})\\s)?" if articles else ""
    if not cues:
        return None
    cue = f"(?i:{'|'.join(cues)})"
    return re.compile(rf"\b{cue}\s{article}({SHORT}(?:\s{SHORT})?)(?![\w-])")


@cache
def _any_of(known: frozenset[str], tags: tuple[str, ...]) -> re.Pattern[str]:
    organs = "|".join(sorted(map(re.escape, listed(tags, "organs")))) or "(?!)"
    names = "|".join(sorted(map(re.escape, known)))
    return re.compile(
        rf"(?<![\w-])(?:(?:{organs})\s)?(?:{names})(?:\s(?:{organs}))?(?![\w-])"
    )


@cache
def _governments(tags: tuple[str, ...]) -> re.Pattern[str] | None:
    words = "|".join(sorted(map(re.escape, listed(tags, "governments"))))
    capital = r"(?=[^\W\d_a-z])[^\W\d_]{3,}"
    return re.compile(rf"(?<![\w-])({capital})\s(?:{words})\b") if words else None
