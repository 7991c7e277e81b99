"""Who and what a record names: participants, persons, organisations, places."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.decode.statements import statement
from tei_encoder.decode.words import Context, pointer
from tei_encoder.model.record import Entity, EntityKind, Name, NameType
from tei_encoder.tei.names import XML_ID, local_name, tei
from tei_encoder.tei.text import collapsed, is_element, plain_text

_KINDS: Final = {
    tei("person"): EntityKind.PERSON,
    tei("personGrp"): EntityKind.GROUP,
    tei("org"): EntityKind.ORGANISATION,
    tei("place"): EntityKind.PLACE,
}
_NAMES: Final = frozenset(
    {
        "persName",
        "orgName",
        "placeName",
        "name",
    }
)
_TYPES: Final = {"label": NameType.LABEL, "variant": NameType.VARIANT}


def entities_of(root: etree._Element, context: Context) -> tuple[Entity, ...]:
    """Give the entities in document order: participants first, then `standOff`."""
    return tuple(_entity(node, context) for node in root.iter(*_KINDS) if _named(node))


def _named(node: etree._Element) -> bool:
    return bool(node.get(XML_ID))


def _entity(node: etree._Element, context: Context) -> Entity:
    return Entity(
        id=pointer(f"#{node.get(XML_ID)}", context),
        kind=_KINDS[str(node.tag)],
        names=tuple(_names(node, context)),
        role=node.get("role"),
        occupation=statement(node.find(tei("occupation")), context),
        affiliation=statement(node.find(tei("affiliation")), context),
        references=tuple(_references(node)),
    )


def _names(node: etree._Element, context: Context) -> Iterator[Name]:
    for child in node:
        if is_element(child) and local_name(child.tag) in _NAMES:
            text = collapsed(plain_text(child, declared=context.declared))
            kind = _TYPES.get(child.get("type", ""), NameType.PREFERRED)
            if text:
                yield Name(text, kind)


def _references(node: etree._Element) -> Iterator[str]:
    for idno in node.findall(tei("idno")):
        if idno.text and idno.text.strip():
            yield idno.text.strip()
    yield from node.get("sameAs", "").split()
