"""People and bodies of the header, as catalogues name them."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.decode.header import HeaderPaths, words_in
from tei_encoder.decode.roles import role_of
from tei_encoder.model.bare_name import bare_name
from tei_encoder.model.catalogue import Agent
from tei_encoder.model.record import EntityKind
from tei_encoder.tei.names import PREFIXES, XML_ID, local_name, tei

_RESPONSIBLE: Final = (
    "fileDesc/titleStmt/respStmt",
    "fileDesc/editionStmt/respStmt",
    "fileDesc/sourceDesc/msDesc/msContents//respStmt",
    "fileDesc/sourceDesc/bibl[@type='original']/respStmt",
)
_PARTICIPANTS: Final = "profileDesc/particDesc"
_EDITORS: Final = ("fileDesc/titleStmt/editor", "fileDesc/titleStmt/principal")
_FUNDERS: Final = (
    "fileDesc/titleStmt/funder",
    "fileDesc/titleStmt/sponsor",
    "fileDesc/sourceDesc/bibl/funder",
)
_EDITOR: Final = "edt"
_NAMES: Final = frozenset({"persName", "orgName", "name", "placeName"})
_OTHER_FORMS: Final = frozenset({"label", "variant"})
_KINDS: Final = {
    tei("person"): EntityKind.PERSON,
    tei("personGrp"): EntityKind.GROUP,
    tei("org"): EntityKind.ORGANISATION,
}
_PARTS: Final = ("forename", "nameLink", "surname", "genName")


def participants(header: HeaderPaths) -> Iterator[Agent]:
    """Give the persons and groups of `particDesc`, in order."""
    for description in header.all(_PARTICIPANTS):
        for element in description.iter(*_KINDS):
            name = entity_name(element)
            if name:
                role = element.get("role", "")
                kind = _KINDS[str(element.tag)]
                yield Agent(name, role, tuple(references(element)), kind)


def authors(header: HeaderPaths) -> Iterator[Agent]:
    """Give those whom the header calls authors."""
    for element in header.all("fileDesc/titleStmt/author"):
        yield from _agents(element, "aut")


def responsible(header: HeaderPaths) -> Iterator[Agent]:
    """Give who did what for the record and for the file, editors last."""
    for path in _RESPONSIBLE:
        for statement in header.all(path):
            resp = statement.find("tei:resp", PREFIXES)
            role = role_of(statement, resp)
            for element in statement.iterchildren(*map(tei, sorted(_NAMES))):
                if role:
                    yield from _agents(element, role)
    for path in _EDITORS:
        for element in header.all(path):
            yield from _agents(element, _EDITOR)


def funders(header: HeaderPaths) -> Iterator[str]:
    """Give who gave money: for the file, and for the page that it came from."""
    for path in _FUNDERS:
        for element in header.all(path):
            if name := name_words(element):
                yield name


def entity_name(element: etree._Element) -> str:
    """Give the preferred name of a person or place, else the first that there is."""
    named = [c for c in element.iterchildren("*") if local_name(c.tag) in _NAMES]
    named.sort(key=lambda name: name.get("type") in _OTHER_FORMS)
    return next((name for n in named if (name := name_words(n))), "")


def name_words(element: etree._Element) -> str:
    """Give a name without editorial brackets; forenames before surnames."""
    parts = {kind: _parts(element, kind) for kind in _PARTS}
    if parts["surname"]:
        return bare_name(" ".join(p for kind in _PARTS for p in parts[kind]))
    return bare_name(words_in(element))


def references(element: etree._Element) -> Iterator[str]:
    """Give the identifiers of a person: `idno`, then addresses in `@ref`, `@sameAs`."""
    for idno in element.iterchildren(tei("idno")):
        if words := words_in(idno):
            yield words
    for name in ("ref", "sameAs"):
        yield from (t for t in element.get(name, "").split() if t.startswith("http"))


def _parts(element: etree._Element, kind: str) -> list[str]:
    return [words for e in element.iter(tei(kind)) if (words := words_in(e))]


def _agents(element: etree._Element, role: str) -> Iterator[Agent]:
    """Give the agent that an element names; none for one without words."""
    name = name_words(element)
    kind = EntityKind.PERSON
    if local_name(element.tag) == "orgName" or element.find(tei("orgName")) is not None:
        kind = EntityKind.ORGANISATION
    if name:
        yield Agent(name, role, tuple(_known(element)), kind)


def _known(element: etree._Element) -> Iterator[str]:
    """Give addresses of a name: its own, else those of the person it points to."""
    yield from references(element)
    for token in element.get("ref", "").split():
        if token.startswith("#"):
            root = element.getroottree().getroot()
            person = _by_id(root, token[1:])
            if person is not None:
                yield from references(person)


def _by_id(root: etree._Element, identifier: str) -> etree._Element | None:
    kinds = root.iter(*_KINDS)
    return next((e for e in kinds if e.get(XML_ID) == identifier), None)
