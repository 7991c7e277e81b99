"""Finds who speaks in a record of indirect speech (`Mr. Gromyko said that …`)."""

import re
from collections import Counter
from collections.abc import Iterator

from tei_encoder.assemble.page import Page
from tei_encoder.assemble.people.appellation import (
    Appellation,
    Nature,
    read_appellation,
)
from tei_encoder.assemble.people.identity import Mention, Origin
from tei_encoder.assemble.people.lexicon import fold
from tei_encoder.assemble.proper_names import name_after
from tei_encoder.assemble.sentences import sentences
from tei_encoder.language.load import words
from tei_encoder.model.block import Kind
from tei_encoder.model.source import Span

NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def reported_speakers(page: Page) -> Iterator[Mention]:
    """Give the people who are reported to speak, in a record without turns.

    A lone surname without honorific counts where it is reported to speak twice: one
    such sentence may speak of a place or a paper.
    """
    if any(page.of_kind(Kind.TURN)):
        return
    verbs = frozenset(
        fold(w) for w in words(page.language, "segment").get("reporting", ())
    )
    found = [
        (read_appellation(span.of(page.text), page.lexicon), span)
        for block in page.of_kind(Kind.NARRATION)
        for sentence in sentences(page.text, page.span(block), page.lexicon)
        if (span := _subject(page, sentence, verbs)) is not None
    ]
    times = Counter(one.words for one, _ in found)
    for one, span in found:
        if _is_person(page, one) and (_is_full(one) or times[one.words] > 1):
            yield Mention(one, Origin.SETTING, span)


def _subject(page: Page, sentence: Span, verbs: frozenset[str]) -> Span | None:
    name = name_after(page.text, sentence)
    if name is None or name.start != sentence.start:
        return None
    verb = NEXT_WORD.match(page.text, name.end, sentence.end)
    return name if verb and fold(verb.group(1)) in verbs else None


def _is_person(page: Page, one: Appellation) -> bool:
    if one.nature is not Nature.PERSON:
        return False
    small = page.lexicon.pronouns | page.lexicon.articles
    return not small & {fold(word) for word in one.printed.split()}


def _is_full(one: Appellation) -> bool:
    named = len(one.words) + len(one.initials) > 1
    return named or bool(one.address) or one.name_text != one.printed
