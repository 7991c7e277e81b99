"""Target `schema-org`: a record in JSON-LD with the words of schema.org.

The record is an `ArchiveComponent`: a work that an archive holds. Whatever has a type
of its own is an object within it.
"""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from tei_encoder.export.agents import (
    contributors,
    creators,
    distinct,
    editors,
    translators,
)
from tei_encoder.export.dates import ends_of, single
from tei_encoder.export.json_file import Json, each, json_bytes, one_or_all, told
from tei_encoder.export.schema_org_original import original
from tei_encoder.model.catalogue import (
    MEDIA_TYPE,
    Agent,
    CatalogueEntry,
    Dating,
    Identifier,
    Term,
)
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.model.record import EntityKind
from tei_encoder.stages import ExportSettings, Package

_T = TypeVar("_T")
RECORD: Final = "ArchiveComponent"
_CONTEXT: Final = "https://schema.org/"
_DOI: Final = "https://doi.org/"


def export_schema_org(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give one file of JSON-LD."""
    entry, base = holding.entry, settings.given.base
    record: dict[str, Json] = told(
        {
            "@context": _CONTEXT,
            "@id": address(entry),
            "@type": RECORD,
            **work(entry),
            "encoding": {"@type": "MediaObject", **file_facts(holding, base)},
        }
    )
    return Outcome({f"{holding.name}.jsonld": json_bytes(record)})


def address(entry: CatalogueEntry) -> str | None:
    """Give the address of a record: that of its DOI, else the first one it has."""
    dois = [n.value for n in entry.identifiers if n.type.lower() == "doi"]
    if dois:
        return dois[0] if dois[0].startswith("http") else f"{_DOI}{dois[0]}"
    values = (number.value for number in entry.identifiers)
    return next((v for v in values if v.startswith(("http://", "https://"))), None)


def file_facts(holding: Holding, base: str | None) -> dict[str, Json]:
    """Give what there is to say of the TEI file."""
    url = f"{base.rstrip('/')}/{holding.file_name}" if base else None
    return told(
        {
            "name": holding.file_name,
            "contentUrl": url,
            "encodingFormat": MEDIA_TYPE,
            "contentSize": str(len(holding.data)),
            "sha256": holding.sha256,
        }
    )


def work(entry: CatalogueEntry) -> dict[str, Json]:
    """Give the properties of the record as a work (crosswalk, column schema.org)."""
    publication, genre = entry.publication, entry.genre
    return told(
        {
            "identifier": one_or_all([entry.id, *_all(_number, entry.identifiers)]),
            "name": entry.title,
            "alternateName": one_or_all(each(t.text for t in entry.alternative_titles)),
            "abstract": one_or_all(each(entry.abstract)),
            "dateCreated": single(entry.date),
            "temporalCoverage": _coverage(entry.date),
            "datePublished": single(publication.date),
            **_people(entry),
            "publisher": _named("Organization", publication.publisher),
            "inLanguage": entry.language,
            "genre": _keyword(genre) if genre else None,
            "keywords": one_or_all(_all(_keyword, entry.subjects)),
            "locationCreated": one_or_all(_all(_place, entry.places)),
            **original(entry),
            **_terms(entry),
        }
    )


def _people(entry: CatalogueEntry) -> dict[str, Json | None]:
    """Give everybody under what they did; who did more is named more than once."""
    translating, editing = translators(entry), editors(entry)
    named = {agent.name for agent in (*translating, *editing)}
    others = distinct(a for a in contributors(entry) if a.name not in named)
    return {
        "author": one_or_all(_all(_agent, creators(entry))),
        "contributor": one_or_all(_all(_agent, others)),
        "translator": one_or_all(_all(_agent, translating)),
        "editor": one_or_all(_all(_agent, editing)),
        "funder": one_or_all(each(entry.funders)),
    }


def _terms(entry: CatalogueEntry) -> dict[str, Json | None]:
    publication = entry.publication
    uri, words = publication.licence_uri, publication.licence
    name = words if words != uri else None
    licence = told({"@id": uri, "@type": "CreativeWork", "name": name})
    rights = (*publication.terms, *entry.original.rights)
    return {
        "license": licence if uri else words,
        "copyrightNotice": one_or_all(each(rights)),
        "conditionsOfAccess": entry.original.conditions_of_access,
        "isAccessibleForFree": True if publication.status == "free" else None,
    }


def _all(made: Callable[[_T], Json], values: Iterable[_T]) -> list[Json]:
    return [made(value) for value in values]


def _agent(agent: Agent) -> Json:
    kind = "Person" if agent.kind is EntityKind.PERSON else "Organization"
    addresses = [r for r in agent.references if r.startswith(("http://", "https://"))]
    same = one_or_all(each(addresses))
    return told({"@type": kind, "name": agent.name, "sameAs": same})


def _named(kind: str, name: str | None) -> Json | None:
    return {"@type": kind, "name": name} if name else None


def _place(place: Term) -> Json:
    return told({"@type": "Place", "name": place.text, "sameAs": place.uri})


def _keyword(term: Term) -> Json:
    if not term.scheme and not term.uri:
        return term.text
    known = {"name": term.text, "inDefinedTermSet": term.scheme, "url": term.uri}
    return told({"@type": "DefinedTerm", **known})


def _number(number: Identifier) -> Json:
    if not number.type:
        return number.value
    return {"@type": "PropertyValue", "propertyID": number.type, "value": number.value}


def _coverage(date: Dating | None) -> str | None:
    """Give a date or an interval; schema.org takes open ones too."""
    return date.when if date and any(ends_of(date)) else None
