"""Target `invenio`: a folder with the TEI file and a draft for InvenioRDM or Zenodo.

`record.json` is what the REST API takes when a draft is made; ids are those of the
vocabularies that InvenioRDM ships. Descriptions are HTML there.
Source: InvenioRDM's schema of metadata; crosswalk, row InvenioRDM.
"""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from tei_encoder.export.datacite import doi
from tei_encoder.export.dates import closed
from tei_encoder.export.invenio_agents import contributors, creators
from tei_encoder.export.json_file import Json, each, json_bytes, told
from tei_encoder.export.languages import iso_639_3
from tei_encoder.model.catalogue import MEDIA_TYPE, CatalogueEntry
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

_TYPE: Final = "publication-other"
_WEB: Final = ("http://", "https://")
#: the locale that every InvenioRDM has
_LOCALE: Final = "en"
#: the shortest description that it takes, in characters
_SHORTEST: Final = 3


def export_invenio(holding: Holding, settings: ExportSettings) -> Outcome[Package]:  # noqa: ARG001 - the protocol
    """Give the folder of one draft."""
    number = doi(holding.entry)
    draft = told(
        {
            "metadata": metadata(holding.entry),
            "pids": {"doi": {"identifier": number, "provider": "external"}}
            if number
            else None,
            "files": {"enabled": True},
        }
    )
    files = {holding.file_name: holding.data, "record.json": json_bytes(draft)}
    return Outcome({f"{holding.name}/{path}": data for path, data in files.items()})


def metadata(entry: CatalogueEntry) -> dict[str, Json]:
    """Give the metadata of a draft."""
    language, original = iso_639_3(entry.language), entry.original
    return told(
        {
            "resource_type": {"id": _TYPE},
            "creators": creators(entry),
            "title": entry.title,
            "additional_titles": [
                {"title": text, "type": {"id": "alternative-title"}}
                for text in each(t.text for t in entry.alternative_titles)
            ],
            "publisher": entry.publication.publisher,
            "publication_date": closed(entry.publication.date),
            "subjects": [{"subject": t} for t in each(s.text for s in entry.subjects)],
            "contributors": contributors(entry),
            "dates": list(_dates(entry)),
            "languages": [{"id": language}] if language else None,
            "identifiers": list(_numbers(entry)),
            "sizes": each([entry.extent]),
            "formats": [MEDIA_TYPE],
            "rights": _rights(entry),
            "copyright": "<br>".join(map(_html, _terms(entry))),
            "description": "".join(map(_paragraph, _said(entry.abstract))),
            "additional_descriptions": list(_descriptions(entry)),
            "locations": told(
                {"features": [{"place": p} for p in each(p.text for p in entry.places)]}
            ),
            "funding": [{"funder": {"name": name}} for name in each(entry.funders)],
            "references": [{"reference": t} for t in each([original.citation])],
        }
    )


def _dates(entry: CatalogueEntry) -> Iterator[Json]:
    created = closed(entry.date)
    if created:
        yield {"date": created, "type": {"id": "created"}}
    for role, date in entry.other_dates:
        when = closed(date)
        if when:
            yield {"date": when, "type": {"id": "other"}, "description": role}


def _numbers(entry: CatalogueEntry) -> Iterator[Json]:
    """Give addresses, and every other number as one of a scheme that is not listed."""
    known = doi(entry)
    yield {"identifier": entry.id, "scheme": "other"}
    for value in each(number.value for number in entry.identifiers):
        if value != entry.id and not (known and str(value).endswith(known)):
            scheme = "url" if str(value).startswith(_WEB) else "other"
            yield {"identifier": value, "scheme": scheme}


def _rights(entry: CatalogueEntry) -> list[Json]:
    publication = entry.publication
    uri = publication.licence_uri
    words = publication.licence or uri
    link = uri if uri and uri.startswith(_WEB) else None
    return [told({"title": {_LOCALE: words}, "link": link})] if words else []


def _terms(entry: CatalogueEntry) -> list[str]:
    original = entry.original
    terms = (*entry.publication.terms, *original.rights, original.conditions_of_access)
    return _said(text for text in terms if text)


def _descriptions(entry: CatalogueEntry) -> Iterator[Json]:
    kinds = (
        ("other", (*entry.funding_notes, *entry.original.custodial_history)),
        ("technical-info", (*entry.project, *entry.practice)),
    )
    for kind, texts in kinds:
        for text in _said(texts):
            yield {"description": _paragraph(text), "type": {"id": kind}}


def _said(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if len(text) >= _SHORTEST]


def _paragraph(text: str) -> str:
    return f"<p>{_html(text)}</p>"


def _html(text: str) -> str:
    return escape(text, quote=False)
