"""Names of bodies made of their kind and capitals beside it.

`Korean Workers' Party`, `Ministry of Foreign Affairs`, `UN Commission for the ...`;
the kind alone (`the Party`) names none. The words are data of each language.
"""

import re
from collections.abc import Iterator
from functools import cache

from tei_encoder.annotate.people import Page
from tei_encoder.language.gazetteer import listed
from tei_encoder.language.load import vocabulary
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.source import Span

BODY = "name-of-a-body"
#: how many characters before its kind a name may begin
REACH = 80
SPACE = "[ \u00a0\n]"
WORD = r"[^\W\d_]+(?:[-–'’][^\W\d_]+)*"
#: a word that does not begin with a small letter of Latin-1 or Russian
CAPITAL = rf"(?=[^\W\d_a-zß-öø-ÿа-я]){WORD}"
BEFORE = re.compile(rf"(?<![\w-])({WORD}[’']?){SPACE}$")
QUOTED = r"[“\"][^“”\"\n]{2,60}[”\"]"


def bodies_in(page: Page) -> Iterator[Annotation]:
    """Claim the names of bodies in a stretch."""
    kinds = listed(page.tags[:1] or ("en",), "bodies")
    done = page.stretch.span.start
    for word in page.words:
        if word.text not in kinds or word.start < done:
            continue
        first = _first(page, word.start, done)
        last = _last(page, word.end)
        name = " ".join(page.text[first:last].split())
        if name != word.text and not _is_place(name, page.tags):
            done = last
            yield Annotation(Span(first, last), AnnotationKind.ORG_NAME, rule=BODY)


def _first(page: Page, at: int, least: int) -> int:
    """Give where the capitals before the kind begin, at the earliest at `least`."""
    small = vocabulary(page.tags, "function_words", "common")
    if not _before(page.tags):
        return at
    while found := BEFORE.search(page.text, max(least, at - REACH), at):
        word = found[1]
        if not word[0].isupper() or word.casefold() in small:
            break
        at = found.start(1)
    if found := _several(page.tags).search(page.text, max(least, at - REACH), at):
        at = found.start(1)
    return at


def _is_place(name: str, tags: tuple[str, ...]) -> bool:
    """Tell whether what ends like a body is a listed place (`Soviet Union`)."""
    return any(name in listed(tags, topic) for topic in ("countries", "regions"))


def _last(page: Page, at: int) -> int:
    """Give where ends what the body is of, or the kind itself."""
    further = _further(page.tags)
    end = page.stretch.span.end
    while found := further.match(page.text, at, end):
        at = found.end()
    return at


@cache
def _before(tags: tuple[str, ...]) -> bool:
    """Tell whether what tells bodies apart stands before their kind, as in English."""
    return tags[:1] == () or tags[0].partition("-")[0] == "en"


@cache
def _several(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Match `History and` right after an article, before `Public Policy Program`."""
    article = _any(vocabulary(tags[:1] or ("en",), "names", "articles"))
    joins = _any(listed(tags[:1] or ("en",), "and"))
    run = rf"(?:{CAPITAL}{SPACE})+"
    return re.compile(rf"(?<![\w-])(?i:{article}){SPACE}({run}{joins}{SPACE})$")


@cache
def _further(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Match `of the Soviet Union`, `for Trade and Industry`, a quoted name."""
    of = _any(listed(tags[:1] or ("en",), "of"))
    article = _any(vocabulary(tags[:1] or ("en",), "names", "articles"))
    joins = _any(listed(tags[:1] or ("en",), "and"))
    run = rf"{CAPITAL}(?:{SPACE}{CAPITAL})*"
    goes_on = rf"{SPACE}{of}(?:{SPACE}|(?<=[’']))(?:{article}{SPACE})?"
    several = rf"{run}(?:{SPACE}{joins}{SPACE}{CAPITAL}(?={SPACE}{of}{SPACE}))?"
    return re.compile(rf"{goes_on}(?:{QUOTED}|{several})")


def _any(words: frozenset[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"
