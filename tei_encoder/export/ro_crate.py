"""Target `ro-crate`: a folder of RO-Crate 1.1 around the TEI file of a record.

The graph is flat: whatever has a type is an entity of its own, and others point to it.
Source: RO-Crate Metadata Specification 1.1.3.
"""

from typing import Final

from tei_encoder.export.dates import single
from tei_encoder.export.json_file import Json, json_bytes, one_or_all, told
from tei_encoder.export.schema_org import RECORD, file_facts, work
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.holding import Holding
from tei_encoder.stages import ExportSettings, Package

_FILE: Final = "ro-crate-metadata.json"
_ROOT: Final = "./"
_CONTEXT: Final = "https://w3id.org/ro/crate/1.1/context"
_PROFILE: Final = "https://w3id.org/ro/crate/1.1"
_TEI: Final = "http://www.tei-c.org/ns/1.0"
_Entity = dict[str, Json]


def export_ro_crate(holding: Holding, settings: ExportSettings) -> Outcome[Package]:
    """Give a folder with the TEI file and the description of both."""
    crate: _Entity = {"@context": _CONTEXT, "@graph": list(_graph(holding, settings))}
    folder = holding.name
    return Outcome(
        {
            f"{folder}/{holding.file_name}": holding.data,
            f"{folder}/{_FILE}": json_bytes(crate),
        }
    )


def _graph(holding: Holding, settings: ExportSettings) -> tuple[_Entity, ...]:
    descriptor: _Entity = {
        "@id": _FILE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _PROFILE},
        "about": {"@id": _ROOT},
    }
    others: dict[str, _Entity] = {}
    root = _flat(_dataset(holding), others)
    file = _flat(_record(holding, settings), others)
    return (descriptor, root, file, *others.values())


def _dataset(holding: Holding) -> _Entity:
    """Give the crate itself: what it is called, and when it came out."""
    entry, about = holding.entry, work(holding.entry)
    return told(
        {
            "@id": _ROOT,
            "@type": "Dataset",
            "name": entry.title,
            "description": one_or_all([*entry.abstract]),
            "datePublished": single(entry.publication.date),
            "publisher": about.get("publisher"),
            "license": about.get("license"),
            "hasPart": {"@id": holding.file_name},
        }
    )


def _record(holding: Holding, settings: ExportSettings) -> _Entity:
    """Give the TEI file, which is the record."""
    entry: CatalogueEntry = holding.entry
    return {
        "@id": holding.file_name,
        "@type": ["File", RECORD],
        **file_facts(holding, settings.given.base),
        **work(entry),
        "conformsTo": {"@id": _TEI, "@type": "CreativeWork", "name": "TEI P5"},
    }


def _flat(entity: _Entity, others: dict[str, _Entity]) -> _Entity:
    """Take entities out of an entity into `others`, and leave their addresses."""
    return {key: _reference(value, others) for key, value in entity.items()}


def _reference(value: Json, others: dict[str, _Entity]) -> Json:
    if isinstance(value, list):
        return [_reference(item, others) for item in value]
    if not isinstance(value, dict) or "@type" not in value:
        return value
    flat = _flat(value, others)
    for address, known in others.items():
        if known == {"@id": address, **flat}:
            return {"@id": address}
    address = str(flat.get("@id") or f"#{len(others) + 1}")
    others[address] = {"@id": address, **flat}
    return {"@id": address}
