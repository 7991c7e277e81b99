"""Places and organisations by the lists of each language, and of authority files.

Countries also with what makes a state's name of theirs (`PR of China`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tei_encoder.annotate.capitals import APOSTROPHES, WORD, Word, joined
from tei_encoder.annotate.known_names import links
from tei_encoder.annotate.people import Page
from tei_encoder.language.gazetteer import gazetteer, listed
from tei_encoder.language.load import vocabulary
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.record import EntityKind
from tei_encoder.model.source import Span

LISTED = "listed-name"
PLACE, ORG = AnnotationKind.PLACE_NAME, AnnotationKind.ORG_NAME
KINDS = {
    "countries": (PLACE, (("type", "country"),)),
    "regions": (PLACE, (("type", "region"),)),
    "states": (PLACE, (("type", "region"),)),
    "cities": (PLACE, (("type", "settlement"),)),
    "organisations": (ORG, ()),
    # of authority files
    EntityKind.ORGANISATION: (ORG, ()),
    EntityKind.PLACE: (PLACE, ()),
}
Forms = Sequence[tuple[tuple[str, ...], str]]
#: how far back, in characters, the form of a state may begin
REACH = 50


def places_in(page: Page) -> Iterator[Annotation]:
    """Claim the places and organisations that are named on their own.

    One that is a part of a longer name (`Communist Party of China`, `UN Commission`)
    is left alone, since that names something else.
    """
    known, authority = _known(page.tags), page.known.authority.listed
    done = 0
    for at, word in enumerate(page.words):
        if not word.capital or at < done:
            continue
        if word.text not in known and word.text not in authority:
            continue
        forms = (*known.get(word.text, ()), *authority.get(word.text, ()))
        count, topic = _listed(page, at, forms)
        done = at + count
        if not count or not _ends(page, done):
            continue
        start = _state(page, word.start) if topic == "countries" else word.start
        if start < word.start or _begins(page, at):
            kind, attributes = KINDS[topic]
            span = Span(start, page.words[done - 1].end)
            yield Annotation(span, kind, attributes, rule=LISTED)


def _listed(page: Page, at: int, forms: Forms) -> tuple[int, str]:
    """Give how many words from `words[at]` on are a listed name, and its topic.

    It is the longest one.
    """
    best, topic = 0, ""
    for form, of in forms:
        part = page.words[at : at + len(form)]
        if len(form) > best and tuple(word.text for word in part) == form:
            between = (
                joined(page.text, first, second)
                or page.text[first.end : second.start] in APOSTROPHES
                for first, second in pairwise(part)
            )
            if all(between):
                best, topic = len(form), of
    return best, topic


def _ends(page: Page, last: int) -> bool:
    """Tell whether no longer name goes on after `words[:last]`.

    An office may follow (`Albanian Ambassador`), and after an abbreviation anything
    (`UN Charter`), for that is of what it abbreviates.
    """
    words = page.words
    if last == len(words) or not joined(page.text, words[last - 1], words[last]):
        return True
    after = words[last]
    is_short = words[last - 1].text.isupper() and not after.text.isupper()
    return not after.capital or page.is_role(after) or is_short


def _begins(page: Page, first: int) -> bool:
    """Tell whether no longer name goes on before `words[first]`."""
    text, words = page.text, page.words
    if not first or not joined(text, words[first - 1], words[first]):
        return True
    before = words[first - 1]
    if text[before.start - 1 : before.start] in APOSTROPHES and not before.capital:
        return False
    if before.capital:
        return _is_common(page, before) or (
            page.is_role(before) and words[first].text.isupper()
        )
    # where every noun has a capital, one before `of` tells nothing
    nouns = listed(page.tags[:1], "capitalised")
    return "nouns" in nouns or not _of_a_name(page, first - 1)


def _is_common(page: Page, word: Word) -> bool:
    return word.folded in vocabulary(page.tags, "function_words", "common")


def _of_a_name(page: Page, at: int) -> bool:
    """Tell whether `of` (and `the`) at `words[at]` hangs on a capitalised word.

    Not on an office: `Minister of Foreign Affairs of the Soviet Union`.
    """
    words, small = page.words, links(page.tags)
    named = False
    while at > 0 and joined(page.text, words[at - 1], words[at]):
        hangs = words[at].folded in small and not words[at].capital
        at -= 1
        word = words[at]
        if word.capital and not _is_common(page, word):
            if hangs and page.is_role(word):
                return False
            named = True
        elif word.capital or word.folded not in small:
            break
    return named


def _state(page: Page, start: int) -> int:
    """Give where the name of a state begins of which a country's name ends here."""
    forms = _states(page.tags)
    if forms is None:
        return start
    least = max(page.stretch.span.start, start - REACH)
    found = forms.search(page.text, least, start)
    return found.start() if found else start


@cache
def _states(tags: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = listed(tags, "republics")
    if not forms:
        return None
    topics = (forms, listed(tags, "of"), listed(tags, "articles"))
    state, of, article = ("|".join(map(re.escape, sorted(each))) for each in topics)
    space = "[ \u00a0\n]"
    return re.compile(
        rf"(?<![\w-])(?:{state}){space}(?:{of}){space}(?:(?:{article}){space})?$"
    )


@cache
def _known(tags: tuple[str, ...]) -> dict[str, Forms]:
    """Map first words to the listed names that begin so."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for tag in tags:
        for topic in KINDS:
            for name in gazetteer(tag).get(topic, ()):
                form = tuple(word[0] for word in WORD.finditer(name))
                found.setdefault(form[0], {}).setdefault(form, topic)
    return {first: tuple(forms.items()) for first, forms in found.items()}
