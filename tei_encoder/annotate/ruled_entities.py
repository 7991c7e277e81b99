"""Whom or what a reviewer says that a name means, and where an authority has it."""

from dataclasses import replace

from tei_encoder.annotate.mentions import KINDS, PREFIXES
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.decision import Confirm
from tei_encoder.model.description import Origin
from tei_encoder.model.identifiers import new_id
from tei_encoder.model.record import Entity, EntityKind, Name, Record
from tei_encoder.model.source import Source


def meant(
    source: Source, record: Record, claim: Annotation, action: Confirm
) -> tuple[Record, str]:
    """Give the record with what a claim means as an entity, and the entity's id.

    It is what bears the name that the ruling gives, or the quoted words themselves;
    nothing that bears it yet is new, and here by decision.
    """
    kind = KINDS[claim.kind]
    name = action.value or " ".join(claim.span.of(source.text).split())
    known = None if action.value else _by_id(record, claim.target)
    entity = known or _bearer(record, kind, name)
    if entity is None:
        taken = {entity.id for entity in record.entities}
        identifier = new_id(PREFIXES[kind], name, taken)
        entity = Entity(identifier, kind, (Name(name),), origin=Origin.DECISION)
        record = replace(record, entities=(*record.entities, entity))
    if action.ref and action.ref not in entity.references:
        pointing = replace(entity, references=(*entity.references, action.ref))
        entities = (pointing if e is entity else e for e in record.entities)
        record = replace(record, entities=tuple(entities))
    return record, entity.id


def _by_id(record: Record, identifier: str | None) -> Entity | None:
    return next((e for e in record.entities if e.id == identifier), None)


def _bearer(record: Record, kind: EntityKind, name: str) -> Entity | None:
    wanted = " ".join(name.casefold().split())
    for entity in record.entities:
        forms = {" ".join(form.text.casefold().split()) for form in entity.names}
        if entity.kind is kind and wanted in forms:
            return entity
    return None
