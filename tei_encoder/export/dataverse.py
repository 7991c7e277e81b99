"""Target `dataverse`: a folder with the TEI file and a dataset for Dataverse.

`dataset.json` is what the native API takes when a dataset is made. A field of the
block `citation` has one class and is single or multiple; `series` is not used, for it
was single in Dataverse 5 and is multiple since. Terms are words: a licence must be
installed on the server before it can be named.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder.export.dataverse_fields import (
    Field,
    compound,
    group,
    multiple,
    text,
    words,
)
from tei_encoder.export.dataverse_languages import dataverse_language
from tei_encoder.export.dataverse_people import people
from tei_encoder.export.dates import ends_of, single
from tei_encoder.export.json_file import Json, json_bytes, told
from tei_encoder.export.rules import SOURCE, UNKNOWN_LANGUAGE
from tei_encoder.model.catalogue import CatalogueEntry, Dating, Term
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

_WEB: Final = ("http://", "https://")


def export_dataverse(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give the folder of one dataset."""
    entry, found = holding.entry, []
    if entry.language and dataverse_language(entry.language) is None:
        message = f"{entry.language!r} is not among Dataverse's; none is written"
        found.append(Diagnostic(UNKNOWN_LANGUAGE, message, source=SOURCE))
    data = json_bytes({"datasetVersion": _version(entry, settings)})
    files = {holding.file_name: holding.data, "dataset.json": data}
    package = {f"{holding.name}/{path}": files[path] for path in files}
    return Outcome(package, tuple(found))


def _version(entry: CatalogueEntry, settings: ExportSettings) -> dict[str, Json]:
    publication, original = entry.publication, entry.original
    terms = (publication.licence, publication.licence_uri)
    blocks = told(
        {
            "citation": _block("Citation Metadata", _citation(entry, settings)),
            "geospatial": _block("Geospatial Metadata", _places(entry)),
        }
    )
    return told(
        {
            "termsOfUse": words(*publication.terms, *original.rights, *terms),
            "termsOfAccess": original.conditions_of_access,
            "metadataBlocks": blocks,
        }
    )


def _block(name: str, fields: Iterable[Field | None]) -> Json | None:
    filled: list[Json] = [field for field in fields if field]
    return {"displayName": name, "fields": filled} if filled else None


def _citation(
    entry: CatalogueEntry, settings: ExportSettings
) -> Iterator[Field | None]:
    given, original = settings.given, entry.original
    yield text("title", entry.title)
    yield text("alternativeTitle", "; ".join(t.text for t in entry.alternative_titles))
    numbers = (entry.id, *(n.value for n in entry.identifiers))
    yield compound("otherId", ({"Value": n} for n in dict.fromkeys(numbers)))
    contact = {"Name": given.contact, "Email": given.email}
    yield compound("datasetContact", [contact])
    yield compound("dsDescription", ({"Value": t} for t in entry.abstract))
    yield multiple("subject", [given.subject], controlled=True)
    yield compound("keyword", map(_keyword, entry.subjects))
    yield from people(entry)
    yield from _dates(entry)
    yield multiple("kindOfData", [entry.genre.text if entry.genre else None])
    yield multiple("language", [dataverse_language(entry.language)], controlled=True)
    yield multiple("relatedMaterial", [original.citation])
    yield multiple("dataSources", [original.repository, original.collection])
    yield text("originOfSources", words(*original.custodial_history))
    yield text("notesText", words(*entry.funding_notes))


def _dates(entry: CatalogueEntry) -> Iterator[Field | None]:
    """Give dates of years, months or days; intervals have fields of their own."""
    yield text("distributionDate", single(entry.publication.date))
    produced = (single(date) for _, date in entry.other_dates)
    yield text("productionDate", next(filter(None, produced), None))
    for name in ("timePeriodCovered", "dateOfCollection"):
        yield compound(name, [_ends(entry.date)])


def _ends(date: Dating | None) -> dict[str, str | None]:
    start, end = ends_of(date)
    return {"Start": start, "End": end}


def _keyword(term: Term) -> dict[str, str | None]:
    scheme = term.scheme
    is_address = bool(scheme and scheme.startswith(_WEB))
    return {
        "Value": term.text,
        "VocabularyURI" if is_address else "Vocabulary": scheme,
    }


def _places(entry: CatalogueEntry) -> Iterator[Field | None]:
    name = "otherGeographicCoverage"
    places = ({name: text(name, place.text)} for place in entry.places)
    yield group("geographicCoverage", places)
