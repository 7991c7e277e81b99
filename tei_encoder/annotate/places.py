"""Countries and international organisations, by the lists of each language."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tei_encoder.annotate.capitals import APOSTROPHES, WORD, Word, joined
from tei_encoder.annotate.known_names import links
from tei_encoder.annotate.people import Page
from tei_encoder.language.load import vocabulary, words
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.record import EntityKind
from tei_encoder.model.source import Span

LISTED = "listed-name"
KINDS = {
    "countries": (AnnotationKind.PLACE_NAME, (("type", "country"),)),
    "organisations": (AnnotationKind.ORG_NAME, ()),
    # of authority files
    EntityKind.ORGANISATION: (AnnotationKind.ORG_NAME, ()),
    EntityKind.PLACE: (AnnotationKind.PLACE_NAME, ()),
}
Forms = Sequence[tuple[tuple[str, ...], str]]


def places_in(page: Page) -> Iterator[Annotation]:
    """Claim the countries and organisations that are named on their own.

    One that is a part of a longer name (`Communist Party of China`, `UN Commission`)
    is left alone, since that names something else.
    """
    gazetteer, authority = _gazetteer(page.tags), page.known.authority.listed
    done = 0
    for at, word in enumerate(page.words):
        if not word.capital or at < done:
            continue
        listed = (*gazetteer.get(word.text, ()), *authority.get(word.text, ()))
        count, topic = _listed(page, at, listed)
        if count and _alone(page.text, page.words, at, at + count, page.tags):
            kind, attributes = KINDS[topic]
            span = Span(word.start, page.words[at + count - 1].end)
            yield Annotation(span, kind, attributes, rule=LISTED)
        done = at + count


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


def _alone(
    text: str, found: Sequence[Word], first: int, last: int, tags: tuple[str, ...]
) -> bool:
    """Tell whether no longer name goes on before or after `found[first:last]`."""
    goes_on = last < len(found) and joined(text, found[last - 1], found[last])
    if goes_on and found[last].capital:
        return False
    if not first or not joined(text, found[first - 1], found[first]):
        return True
    before = found[first - 1]
    if text[before.start - 1 : before.start] in APOSTROPHES and not before.capital:
        return False
    if before.capital:
        return before.folded in vocabulary(tags, "function_words", "common")
    return not _of_a_name(text, found, first - 1, tags)


def _of_a_name(
    text: str, found: Sequence[Word], at: int, tags: tuple[str, ...]
) -> bool:
    """Tell whether `of` (and `the`) at `found[at]` hangs on a capitalised word."""
    while at > 0 and found[at].folded in links(tags) and not found[at].capital:
        if not joined(text, found[at - 1], found[at]):
            return False
        at -= 1
        if found[at].capital and found[at].folded not in vocabulary(
            tags, "function_words", "common"
        ):
            return True
    return False


@cache
def _gazetteer(tags: tuple[str, ...]) -> dict[str, Forms]:
    """Map first words to the listed names that begin so."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for tag in tags:
        for topic in KINDS:
            for name in words(tag, "mentions").get(topic, ()):
                form = tuple(word[0] for word in WORD.finditer(name))
                found.setdefault(form[0], {}).setdefault(form, topic)
    return {first: tuple(forms.items()) for first, forms in found.items()}
