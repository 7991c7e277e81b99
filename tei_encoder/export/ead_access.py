"""Access points of EAD 2002: who, what and where (`origination`, `controlaccess`)."""

import re
from typing import Final

from lxml import etree

from tei_encoder.export.agents import contributors, creators, relator
from tei_encoder.export.xml_file import add
from tei_encoder.model.catalogue import Agent, CatalogueEntry
from tei_encoder.model.record import EntityKind

_NMTOKEN: Final = re.compile(r"[A-Za-z0-9._-]+")
_ELEMENTS: Final = {
    EntityKind.ORGANISATION: "corpname",
    EntityKind.GROUP: "name",
}


def write_origination(did: etree._Element, entry: CatalogueEntry) -> None:
    """Write who made the record."""
    for agent in creators(entry):
        _write(add(did, "origination"), agent)


def write_access_points(parent: etree._Element, entry: CatalogueEntry) -> None:
    """Write names, subjects, places and the genre, where there are any."""
    made = etree.Element(etree.QName(etree.QName(parent).namespace, "controlaccess"))
    for agent in contributors(entry):
        _write(made, agent)
    for term in entry.subjects:
        add(made, "subject", term.text, {"source": _token(term.scheme)})
    for place in entry.places:
        add(made, "geogname", place.text)
    if entry.genre:
        add(made, "genreform", entry.genre.text)
    if len(made):
        parent.append(made)


def _token(scheme: str | None) -> str | None:
    """Give the name of a vocabulary where the attribute may hold it (NMTOKEN)."""
    return scheme if scheme and _NMTOKEN.fullmatch(scheme) else None


def _write(parent: etree._Element, agent: Agent) -> None:
    name = _ELEMENTS.get(agent.kind, "persname")
    add(parent, name, agent.name, {"role": relator(agent)})
