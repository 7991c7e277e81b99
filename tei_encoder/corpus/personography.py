"""A personography: one `listPerson` for many records (Guidelines 14.2.1, 14.3.2).

What an editor writes in it stays: a later run adds names, references and records to
the persons that it finds there, and persons that it does not.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from tei_encoder.corpus.header import write_header
from tei_encoder.corpus.people import Appearance, Person, key, services
from tei_encoder.encode.indentation import indent
from tei_encoder.encode.services import service_of
from tei_encoder.errors import ReadError
from tei_encoder.model.record import Entity, EntityKind, Name, NameType
from tei_encoder.tei.document import parse
from tei_encoder.tei.elements import append_text, child, document_element
from tei_encoder.tei.names import PREFIXES, XML_ID, tei

#: the note that says in which record a person is, and the one that says why
RECORD, IDENTITY = "record", "identity"
TITLE = "Personography"


def personography(
    persons: Iterable[Person], into: etree._Element | None = None
) -> etree._Element:
    """Give a personography of `persons`, or `into` with what it lacks of them."""
    root = _empty() if into is None else into
    listed = root.find(".//tei:listPerson", PREFIXES)
    if listed is None:
        raise ReadError("holds no listPerson", remedy="give an earlier personography")
    known = {each.get(XML_ID): each for each in root.iter(tei("person"))}
    for person in persons:
        element = known.get(person.id)
        if element is None:
            element = child(listed, "person", xml_id=person.id)
            child(element, "persName", person.name)
        _complete(element, person)
        _indent_anew(element)
    _indent_anew(listed)
    return root


def read_personography(data: bytes, name: str) -> tuple[etree._Element, list[Person]]:
    """Read an earlier personography, whose base name is `name`: its tree and persons.

    Raises `ReadError` where it is not well-formed.
    """
    root = parse(data, name)
    persons = []
    for element in root.iter(tei("person")):
        if identifier := element.get(XML_ID):
            appearance = Appearance("", _entity(element, f"{name}#{identifier}"))
            known = frozenset(_known(element))
            persons.append(Person(identifier, (appearance,), known=known))
    return root, persons


def _known(element: etree._Element) -> Iterator[str]:
    """Give the ids of the person in the records that the list has them from."""
    for note in element.findall(f"tei:note[@type='{RECORD}']", PREFIXES):
        for ref in note.findall("tei:ref", PREFIXES):
            yield ref.get("target", "").rpartition("#")[2]


def _entity(element: etree._Element, own: str) -> Entity:
    names = [
        Name(" ".join("".join(map(str, each.itertext())).split()), _type(each))
        for each in element.findall("tei:persName", PREFIXES)
    ]
    idnos = [idno.text or "" for idno in element.findall("tei:idno", PREFIXES)]
    return Entity(own, EntityKind.PERSON, tuple(names), references=(*idnos, own))


def _type(name: etree._Element) -> NameType:
    kind = name.get("type")
    known = kind in {NameType.LABEL, NameType.VARIANT}
    return NameType(kind) if known and kind else NameType.PREFERRED


def _empty() -> etree._Element:
    root = document_element()
    write_header(root, TITLE, "Compiled from the records that each person names.")
    child(child(root, "standOff"), "listPerson")
    indent(root)
    return root


def _complete(element: etree._Element, person: Person) -> None:
    """Add what is not there yet, in the order of the Guidelines' examples."""
    names = element.findall("tei:persName", PREFIXES)
    there = {key("".join(map(str, each.itertext()))) for each in names}
    for labels, kind in ((False, NameType.VARIANT), (True, NameType.LABEL)):
        for name in (*(() if labels else (person.name,)), *person.names(labels=labels)):
            if key(name) not in there:
                there.add(key(name))
                child(element, "persName", name, type=kind)
    _add(element, "occupation", person.occupations)
    told = {idno.text for idno in element.findall("tei:idno", PREFIXES)}
    addresses = {r for known in services(person.references).values() for r in known}
    for reference in person.references:
        if reference in addresses and reference not in told:
            child(element, "idno", reference, type=service_of(reference))
    _add(element, "note", person.reasons, type=IDENTITY)
    for appearance in person.appearances:
        _write_record(element, appearance)


def _add(
    element: etree._Element, name: str, texts: Iterable[str], **attributes: str
) -> None:
    there = {each.text for each in element.findall(tei(name))}
    for text in texts:
        if text not in there:
            child(element, name, text, **attributes)


def _write_record(element: etree._Element, appearance: Appearance) -> None:
    """Write in which record the person is, in the place of what was said before."""
    for note in element.findall(f"tei:note[@type='{RECORD}']", PREFIXES):
        if note.get("n") == appearance.record:
            element.remove(note)
    note = child(element, "note", type=RECORD, n=appearance.record)
    if appearance.file and appearance.id:
        target = f"{appearance.file}#{appearance.id}"
        child(note, "ref", appearance.record, target=target)
    else:
        append_text(note, appearance.record)
    if appearance.entity.role:
        append_text(note, f", {appearance.entity.role}")
    if appearance.date:
        append_text(note, ", ")
        child(note, "date", appearance.date)


def _indent_anew(element: etree._Element) -> None:
    """Put each child on a line of its own, where there is no text between them."""
    if any(part.tail and part.tail.strip() for part in element):
        return
    if element.text and element.text.strip():
        return
    depth = len(list(element.iterancestors()))
    element.text = inner = "\n" + "  " * (depth + 1)
    for part in element:
        part.tail = inner
    if len(element):
        element[-1].tail = inner[:-2]
