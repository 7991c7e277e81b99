"""Target `archivematica`: a bag whose payload is an Archivematica transfer.

`metadata.csv` has `filename` first and may repeat headings; only names of `dc.` and
`dcterms.` become Dublin Core in its METS. `rights.csv` knows a closed list of columns.
In a bag, paths begin with `data/`.
"""

from collections.abc import Iterator
from typing import Final

from tei_encoder.export.bagit import bag
from tei_encoder.export.csv_file import csv_bytes
from tei_encoder.export.dublin_core import dublin_core
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

#: TEI says who may have the file (`availability/@status`); this is what that allows
_RESTRICTIONS: Final = {"free": "Allow", "restricted": "Conditional"}


def export_archivematica(
    holding: Holding, settings: ExportSettings
) -> Outcome[Package]:
    """Give a bag with `objects/`, `metadata/metadata.csv` and, if told, rights."""
    path = f"data/objects/{holding.file_name}"
    payload = {
        f"objects/{holding.file_name}": holding.data,
        "metadata/metadata.csv": _metadata(holding.entry, path),
    }
    rights = tuple(_rights(holding.entry))
    if rights:
        payload["metadata/rights.csv"] = _rights_csv(path, rights)
    return Outcome(bag(holding, payload, settings))


def _metadata(entry: CatalogueEntry, path: str) -> bytes:
    pairs = [(f"dc.{name}", value) for name, value in dublin_core(entry)]
    pairs += [("dcterms.provenance", t) for t in entry.original.custodial_history]
    headings, values = zip(*pairs, strict=True)
    return csv_bytes([("filename", *headings), (path, *values)])


def _rights(entry: CatalogueEntry) -> Iterator[dict[str, str]]:
    """Give a row for the licence of the file, and one for the terms of the source."""
    publication = entry.publication
    terms = publication.licence_uri or publication.licence
    restriction = _RESTRICTIONS.get(publication.status or "")
    granted = {"grant_act": "Disseminate", "grant_restriction": restriction or ""}
    if terms:
        yield {"basis": "License", "terms": terms, **(granted if restriction else {})}
    note = " ".join(entry.original.rights)
    if note:
        yield {"basis": "Other", "note": note}


def _rights_csv(path: str, rows: tuple[dict[str, str], ...]) -> bytes:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    lines = ([path, *(row.get(name, "") for name in columns)] for row in rows)
    return csv_bytes([["file", *columns], *lines])
