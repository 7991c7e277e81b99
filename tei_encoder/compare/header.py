"""The claims of a header: fields of the description, and who and what is named."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from tei_encoder.compare.model import Fact
from tei_encoder.decode import Decoded
from tei_encoder.model.description import Responsibility, Statement
from tei_encoder.model.record import Entity


def header_facts(decoded: Decoded) -> Iterator[Fact]:
    """Give the fields that are stated, then persons, groups and places."""
    yield from _fields(decoded.description)
    for entity in decoded.entities:
        yield Fact("persons and places", _name(entity), _told(entity), _name(entity))


def _fields(value: object, name: str = "") -> Iterator[Fact]:
    """Walk through a description; each statement is a fact under its field's name."""
    match value:
        case Statement():
            yield _field(name, value)
        case Responsibility():
            yield _field(f"{name} {value.role}", value.name)
        case (str(kind), Statement() as stated):
            yield _field(f"{name} {kind}", stated)
        case tuple():
            for item in value:
                yield from _fields(item, name)
        case _ if is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                inner = field.name.replace("_", " ")
                yield from _fields(
                    getattr(value, field.name), f"{name} {inner}".strip()
                )


def _field(name: str, stated: Statement) -> Fact:
    when = f" ({stated.when})" if stated.when else ""
    return Fact("header fields", name, f"{stated.text}{when}", f"{name}: {stated.text}")


def _name(entity: Entity) -> str:
    return entity.names[0].text if entity.names else entity.id


def _told(entity: Entity) -> str:
    """Say what is claimed of somebody: kind, role, other names, office, references."""
    stated = (entity.occupation, entity.affiliation)
    told = (
        entity.kind,
        entity.role or "",
        *sorted(name.text for name in entity.names[1:]),
        *(statement.text for statement in stated if statement),
        *entity.references,
    )
    return "; ".join(filter(None, told))
