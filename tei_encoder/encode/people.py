"""Persons, groups, organisations and places (Guidelines, chapter 14)."""

from lxml import etree

from tei_encoder.encode.characters import one_line, write
from tei_encoder.encode.claims import METADATA, SOFTWARE
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import token
from tei_encoder.encode.services import service_of
from tei_encoder.encode.statements import copy
from tei_encoder.model.description import Origin
from tei_encoder.model.record import Entity, EntityKind, NameType, Utterance
from tei_encoder.tei.elements import child

#: the element of an entity, and that of its names
_FORMS = {
    EntityKind.PERSON: ("person", "persName"),
    EntityKind.GROUP: ("personGrp", "persName"),
    EntityKind.ORGANISATION: ("org", "orgName"),
    EntityKind.PLACE: ("place", "placeName"),
}
_MAKERS = "record-makers"
#: standOff has a list for each kind, and two for persons
_LISTS = (
    ("listPerson", _MAKERS, (EntityKind.PERSON, EntityKind.GROUP)),
    ("listPerson", "mentioned", (EntityKind.PERSON, EntityKind.GROUP)),
    ("listOrg", None, (EntityKind.ORGANISATION,)),
    ("listPlace", None, (EntityKind.PLACE,)),
)
_NO_LABEL = "The source prints no label."


def participants(draft: Draft) -> list[Entity]:
    """Give whoever takes part: who speaks, and persons and groups with a role."""
    speaking = {
        speaker
        for part in draft.record.parts
        if isinstance(part, Utterance)
        for speaker in part.speakers
    }
    groups = {EntityKind.PERSON, EntityKind.GROUP}
    return [
        entity
        for entity in draft.entities.values()
        if entity.id in speaking or (entity.role and entity.kind in groups)
    ]


def write_participants(draft: Draft, parent: etree._Element) -> None:
    """Write `particDesc`, with those who speak and remain unidentified."""
    present = participants(draft)
    if not present and not draft.unidentified:
        return
    made = child(child(parent, "particDesc"), "listPerson", type="participants")
    for entity in present:
        _write_entity(draft, made, entity)
    for label, identifier in draft.unidentified.items():
        group = child(made, "personGrp", xml_id=identifier, role="unidentified")
        if label.strip():
            write(draft, child(group, "persName", type="label"), one_line(label))
        else:
            child(group, "note", _NO_LABEL, resp=draft.agent(SOFTWARE))


def write_stand_off(draft: Draft, text: etree._Element) -> None:
    """Write `standOff` before `text`: everybody and everything else that is named."""
    present = {entity.id for entity in participants(draft)}
    named = [entity for entity in draft.entities.values() if entity.id not in present]
    if not named:
        return
    root = text.getparent()
    if root is None:
        return
    made = child(root, "standOff")
    text.addprevious(made)
    makers = {who.person for who in draft.record.description.responsibilities}
    for name, kind, kinds in _LISTS:
        entities = [e for e in named if e.kind in kinds]
        if kind is not None:
            made_it = kind == _MAKERS
            entities = [e for e in entities if (e.id in makers) is made_it]
        if entities:
            listed = child(made, name, type=kind)
            for entity in entities:
                _write_entity(draft, listed, entity)


def _write_entity(draft: Draft, parent: etree._Element, entity: Entity) -> None:
    name, form = _FORMS[entity.kind]
    if entity.kind is EntityKind.PLACE and parent.get("type") == "participants":
        name, form = _FORMS[EntityKind.GROUP]
    made = child(parent, name, xml_id=draft.entity_ids[entity.id])
    if entity.role and name != "place":
        made.set("role", token(entity.role))
    if entity.origin is Origin.METADATA:
        made.set("resp", draft.agent(METADATA))
    _write_names(draft, made, entity, form)
    if entity.kind is EntityKind.PERSON:
        if entity.occupation:
            copy(draft, made, "occupation", entity.occupation)
        if entity.affiliation:
            copy(draft, made, "affiliation", entity.affiliation)
    _write_references(draft, made, entity)
    if entity.merged:
        note = child(made, "note", type="identity", resp=draft.agent(SOFTWARE))
        write(draft, note, "; ".join(entity.merged))


def _write_names(draft: Draft, made: etree._Element, entity: Entity, form: str) -> None:
    """Write each form of the name once; the preferred one has no type."""
    seen: set[str] = set()
    for name in entity.names:
        words = one_line(name.text)
        if words and words not in seen:
            seen.add(words)
            kind = None if name.type is NameType.PREFERRED else name.type
            write(draft, child(made, form, type=kind), words)
    if not seen:
        write(draft, child(made, form), f"[{entity.id}]")


def _write_references(draft: Draft, made: etree._Element, entity: Entity) -> None:
    """Write the references; those of an authority file say which one (`@resp`)."""
    for reference in filter(str.strip, entity.references):
        write(draft, child(made, "idno", type=service_of(reference)), reference)
    for reference, file in entity.identified:
        kind = service_of(reference) or "local"
        agent = draft.authority(file)
        write(draft, child(made, "idno", type=kind, resp=agent), reference)
