"""Target `datacite`: the metadata of a DOI, as DataCite's JSON schema 4.5 has them.

Source: DataCite Metadata Schema 4.5; crosswalk, column DataCite. Its schema of JSON
has no contributor type `Translator`; a translator is `Other`.
"""

import re
from collections.abc import Iterator
from typing import Final

from tei_encoder.export.datacite_agents import contributors, creators
from tei_encoder.export.dates import closed, ends_of
from tei_encoder.export.json_file import Json, each, json_bytes, told
from tei_encoder.model.catalogue import MEDIA_TYPE, CatalogueEntry, Term
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

_SCHEMA: Final = "http://datacite.org/schema/kernel-4"
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.[0-9]{4,9}/\S+)")
_YEAR: Final = 4
_WEB: Final = ("http://", "https://")


def export_datacite(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give one file of JSON."""
    return Outcome({f"{holding.name}.json": json_bytes(datacite(holding.entry))})


def datacite(entry: CatalogueEntry) -> dict[str, Json]:
    """Give the metadata of a DOI; without one, DataCite gives it when it registers."""
    publication, genre = entry.publication, entry.genre
    issued, _ = ends_of(publication.date)
    resource = told({"resourceType": genre.text if genre else None})
    return told(
        {
            "doi": doi(entry),
            "url": next(filter(_is_page, (n.value for n in entry.identifiers)), None),
            "types": {"resourceTypeGeneral": "Text", **resource},
            "creators": creators(entry),
            "titles": list(_titles(entry)),
            "publisher": told({"name": publication.publisher}),
            "publicationYear": (issued or "")[:_YEAR],
            "subjects": _once(_subject(term) for term in entry.subjects),
            "contributors": contributors(entry),
            "dates": _once(_dates(entry)),
            "language": entry.language,
            "alternateIdentifiers": _once(_numbers(entry)),
            "relatedIdentifiers": _once(_scans(entry)),
            "relatedItems": _once(_related(entry)),
            "sizes": each([entry.extent]),
            "formats": [MEDIA_TYPE],
            "rightsList": _once(_rights(entry)),
            "descriptions": _once(_descriptions(entry)),
            "geoLocations": _once({"geoLocationPlace": p.text} for p in entry.places),
            "fundingReferences": _once({"funderName": n} for n in entry.funders),
            "schemaVersion": _SCHEMA,
        }
    )


def doi(entry: CatalogueEntry) -> str | None:
    """Give the first identifier that is a DOI, without any address before it."""
    found = (_DOI.fullmatch(number.value) for number in entry.identifiers)
    return next((match[1] for match in found if match), None)


def _is_page(value: str) -> bool:
    return value.startswith(_WEB) and not _DOI.fullmatch(value)


def _once(values: Iterator[dict[str, Json]]) -> list[Json]:
    """Give each object once, in order: DataCite refuses two that are alike."""
    found: list[Json] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def _titles(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    yield told({"title": entry.title})
    for title in entry.alternative_titles:
        yield {"title": title.text, "titleType": "AlternativeTitle"}


def _subject(term: Term) -> dict[str, Json]:
    address = term.uri if term.uri and term.uri.startswith(_WEB) else None
    known = {"subjectScheme": term.scheme, "valueUri": address}
    return told({"subject": term.text, **known})


def _dates(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    created, issued = closed(entry.date), closed(entry.publication.date)
    if created:
        yield {"date": created, "dateType": "Created"}
    if issued:
        yield {"date": issued, "dateType": "Issued"}
    for role, date in entry.other_dates:
        when = closed(date)
        if when:
            yield {"date": when, "dateType": "Other", "dateInformation": role}


def _numbers(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    """Give all numbers but the DOI, those of the original too."""
    yield _number(entry.id, "local")
    for number in entry.identifiers:
        if not _DOI.fullmatch(number.value):
            yield _number(number.value, number.type or "local")
    code = entry.original.reference_code
    if code:
        yield _number(code, "shelfmark")


def _number(value: str, kind: str) -> dict[str, Json]:
    return {"alternateIdentifier": value, "alternateIdentifierType": kind}


def _scans(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    for address in entry.facsimiles:
        if address.startswith(_WEB):
            kind = {"relatedIdentifierType": "URL", "relationType": "IsVariantFormOf"}
            yield {"relatedIdentifier": address, **kind}


def _related(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    original = entry.original
    if original.citation:
        yield _item(original.citation, "Text", "IsDerivedFrom")
    for title in (original.collection, entry.series):
        if title:
            yield _item(title, "Collection", "IsPartOf")


def _item(title: str, kind: str, relation: str) -> dict[str, Json]:
    titles: list[Json] = [{"title": title}]
    return {"titles": titles, "relatedItemType": kind, "relationType": relation}


def _rights(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    publication, original = entry.publication, entry.original
    uri = publication.licence_uri
    words = publication.licence if publication.licence != uri else None
    if uri or words:
        yield told({"rights": words, "rightsUri": uri})
    terms = (*publication.terms, *original.rights, original.conditions_of_access)
    for text in each(terms):
        yield {"rights": text}


def _descriptions(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    original = entry.original
    kinds = (
        ("Abstract", entry.abstract),
        ("Other", (*entry.funding_notes, *original.custodial_history)),
        ("TechnicalInfo", (*entry.project, *entry.practice)),
    )
    for kind, texts in kinds:
        for text in texts:
            yield {"description": text, "descriptionType": kind}
