"""Authority files in TEI: `listPerson`, `listOrg`, `listPlace` (Guidelines 14)."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.authority.entry import entry
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.model.record import EntityKind
from tei_encoder.tei.names import PREFIXES, XML_ID, local_name, tei

_FORMS: Final = {
    "person": (EntityKind.PERSON, "persName"),
    "personGrp": (EntityKind.GROUP, "persName"),
    "org": (EntityKind.ORGANISATION, "orgName"),
    "place": (EntityKind.PLACE, "placeName"),
}


def entries_of_tei(root: etree._Element, name: str) -> Iterator[AuthorityEntry]:
    """Give an entry of each person, group, body and place, by their own names.

    A name of type `label` is how a record prints it: an office, it may be, of whoever
    holds it. The local id is `FILE#id`.
    """
    for element in root.iter(*map(tei, _FORMS)):
        kind, form = _FORMS[local_name(element.tag)]
        named = element.findall(f"tei:{form}", PREFIXES)
        own = [each for each in named if each.get("type") != "label"]
        own.sort(key=lambda each: each.get("type") is not None)
        references = [*_references(element, own)]
        if identifier := element.get(XML_ID):
            references.append(f"{name}#{identifier}")
        made = entry(kind, map(_words, own), references, file=name)
        if made:
            yield made


def _references(element: etree._Element, names: list[etree._Element]) -> Iterator[str]:
    for idno in element.findall("tei:idno", PREFIXES):
        yield _words(idno)
    for each in (element, *names):
        for pointer in (each.get("sameAs", ""), each.get("ref", "")):
            yield from (one for one in pointer.split() if not one.startswith("#"))


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
