"""Names in the text: persons, countries, international organisations."""

import re
from collections.abc import Iterable, Iterator

from tei_encoder.annotate.authority_index import index_of
from tei_encoder.annotate.bodies import bodies_in
from tei_encoder.annotate.capitals import Word, words_of
from tei_encoder.annotate.known_names import (
    known_names,
    links,
    particles,
    titles,
)
from tei_encoder.annotate.languages import languages_of
from tei_encoder.annotate.people import Page, learn, people_in
from tei_encoder.annotate.places import places_in
from tei_encoder.annotate.short_bodies import (
    governments_in,
    short_bodies,
    short_bodies_in,
)
from tei_encoder.annotate.spans import lies_within, merged, touches
from tei_encoder.annotate.stretches import Place, Stretch, stretches
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

PERS_NAME, ROLE_NAME = AnnotationKind.PERS_NAME, AnnotationKind.ROLE_NAME
MAKER = "maker-of-the-record"
LINE = re.compile(r"[^\r\n]+")


def annotate_names(
    source: Source, record: Record, settings: Settings
) -> Outcome[tuple[Annotation, ...]]:
    """Claim names; what is told by its capital alone is left to a reviewer."""
    tags = languages_of(source, record, settings)
    known = known_names(record, tags, index_of(settings.authority.table))
    small = titles(tags) | particles(tags) | links(tags)
    pages = [
        Page(source.text, each, _words(source.text, each, small), known, tags)
        for stretch in stretches(record)
        for each in _lines(source.text, stretch)
    ]
    for page in pages:
        learn(page)
    bodies = {page: list(bodies_in(page)) for page in pages if page.may_name_others}
    short = short_bodies(bodies)
    found = [
        claim for page in pages for claim in _claims(page, bodies.get(page, ()), short)
    ]
    places = [page.stretch.span for page in pages]
    return Outcome((*found, *_makers(record, places, found)))


def _makers(
    record: Record, places: list[Span], found: list[Annotation]
) -> Iterator[Annotation]:
    """Claim the names, initials even, of those whom the record says made it."""
    places.sort()
    taken = merged(claim.span for claim in found)
    for stated in record.description.responsibilities:
        span, person = stated.name.span, stated.person
        if person is None or span is None or touches(span, taken):
            continue
        if lies_within(span, places):
            yield Annotation(span, PERS_NAME, target=person, rule=MAKER)


def _lines(text: str, stretch: Stretch) -> Iterator[Stretch]:
    """Give a list of participants line by line: no name runs on to the next."""
    if stretch.place is not Place.LIST:
        yield stretch
        return
    for line in LINE.finditer(text, stretch.span.start, stretch.span.end):
        yield Stretch(Span(*line.span()), stretch.place)


def _words(text: str, stretch: Stretch, small: frozenset[str]) -> list[Word]:
    return words_of(text, stretch.span.start, stretch.span.end, small)


def _claims(
    page: Page, bodies: Iterable[Annotation], short: frozenset[str]
) -> Iterator[Annotation]:
    """Claim persons, then what else is named beside them, the longer name first.

    A place may stand in what a person is (`DPRK Ambassador`), and in nothing else.
    """
    people = list(people_in(page))
    yield from people
    if not page.may_name_others:
        return
    persons = [claim.span for claim in people if claim.kind is PERS_NAME]
    kept = [claim for claim in bodies if not touches(claim.span, merged(persons))]
    governed = governments_in(page)
    kept += [claim for claim in governed if not touches(claim.span, merged(persons))]
    yield from kept
    taken = merged((*persons, *(claim.span for claim in kept)))
    roles = merged(claim.span for claim in people if claim.kind is ROLE_NAME)
    short_claims = [
        claim
        for claim in short_bodies_in(page, short)
        if not touches(claim.span, taken)
    ]
    yield from short_claims
    taken = merged((*taken, *(claim.span for claim in short_claims)))
    for place in places_in(page):
        if not touches(place.span, taken) or lies_within(place.span, roles):
            yield place
