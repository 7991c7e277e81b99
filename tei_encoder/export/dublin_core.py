"""A record in the fifteen elements of Dublin Core (crosswalk, column DC)."""

from collections.abc import Iterator

from tei_encoder.export.agents import contributors, creators
from tei_encoder.export.dates import shown
from tei_encoder.model.catalogue import MEDIA_TYPE, CatalogueEntry

#: of the DCMI Type Vocabulary: what a transcript is
TEXT = "Text"


def dublin_core(entry: CatalogueEntry) -> tuple[tuple[str, str], ...]:
    """Give pairs of element and value, each once, none empty."""
    pairs = ((name, value) for name, value in _pairs(entry) if value and value.strip())
    return tuple(dict.fromkeys((name, str(value)) for name, value in pairs))


def _pairs(entry: CatalogueEntry) -> Iterator[tuple[str, str | None]]:
    yield "title", entry.title
    yield from (("title", title.text) for title in entry.alternative_titles)
    yield from (("creator", agent.name) for agent in creators(entry))
    yield from (("subject", term.text) for term in entry.subjects)
    yield from (("description", text) for text in entry.abstract)
    yield from (("description", text) for text in entry.funding_notes)
    yield "publisher", entry.publication.publisher
    yield from (("contributor", agent.name) for agent in contributors(entry))
    yield from (("contributor", name) for name in entry.funders)
    yield "date", shown(entry.date)
    yield from (("date", shown(date)) for _, date in entry.other_dates)
    yield "type", TEXT
    yield "type", entry.genre.text if entry.genre else None
    yield "format", MEDIA_TYPE
    yield "format", entry.extent
    yield "identifier", entry.id
    yield from (("identifier", number.value) for number in entry.identifiers)
    yield from _origin(entry)
    yield "language", entry.language
    yield from (("coverage", place.text) for place in entry.places)
    yield from _rights(entry)


def _origin(entry: CatalogueEntry) -> Iterator[tuple[str, str | None]]:
    original = entry.original
    yield "source", original.repository
    yield "source", original.citation or original.reference_code
    yield "relation", original.collection
    yield "relation", entry.series
    yield from (("relation", address) for address in entry.facsimiles)


def _rights(entry: CatalogueEntry) -> Iterator[tuple[str, str | None]]:
    yield from (("rights", text) for text in entry.publication.terms)
    yield "rights", entry.publication.licence
    yield "rights", entry.publication.licence_uri
    yield from (("rights", text) for text in entry.original.rights)
    yield "rights", entry.original.conditions_of_access
