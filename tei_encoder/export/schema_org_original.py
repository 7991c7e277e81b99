"""The encoded document in the words of schema.org: where it is, what it belongs to."""

from tei_encoder.export.json_file import Json, each, one_or_all, told
from tei_encoder.model.catalogue import CatalogueEntry


def original(entry: CatalogueEntry) -> dict[str, Json | None]:
    """Give archive, shelf mark, citation, collections, language and scans."""
    kept = entry.original
    archive = kept.repository
    wholes: list[Json] = [
        {"@type": "Collection", "name": name}
        for name in each((kept.collection, entry.series))
    ]
    media: list[Json] = [
        {"@type": "MediaObject", "contentUrl": url} for url in each(entry.facsimiles)
    ]
    source = told({"inLanguage": kept.language})
    return {
        "holdingArchive": {"@type": "ArchiveOrganization", "name": archive}
        if archive
        else None,
        "itemLocation": kept.reference_code,
        "isBasedOn": {"@type": "CreativeWork", "name": kept.citation}
        if kept.citation
        else None,
        "isPartOf": one_or_all(wholes),
        "translationOfWork": {"@type": "CreativeWork", **source} if source else None,
        "materialExtent": kept.extent,
        "associatedMedia": one_or_all(media),
    }
