"""Names in MODS: who made the record, who took part, who paid (crosswalk, 7 to 11)."""

from typing import Final

from lxml import etree

from tei_encoder.export.agents import contributors, creators, relator
from tei_encoder.export.xml_file import add
from tei_encoder.model.catalogue import Agent, CatalogueEntry
from tei_encoder.model.record import EntityKind

#: values of `name/@type`; a group of people has none
_TYPES: Final = {
    EntityKind.PERSON: "personal",
    EntityKind.ORGANISATION: "corporate",
}
_CODE: Final = {"type": "code", "authority": "marcrelator"}


def write_names(root: etree._Element, entry: CatalogueEntry) -> None:
    """Write a name for everybody, with the MARC relator code of the role."""
    for agent in (*creators(entry), *contributors(entry)):
        kind = _TYPES.get(agent.kind)
        _write(root, agent.name, relator(agent), kind, _address(agent))
    for name in entry.funders:
        _write(root, name, "fnd", None, None)


def _write(
    root: etree._Element,
    name: str,
    role: str,
    kind: str | None,
    address: str | None,
) -> None:
    made = add(root, "name", attributes={"type": kind, "valueURI": address})
    add(made, "namePart", name)
    add(add(made, "role"), "roleTerm", role, _CODE)


def _address(agent: Agent) -> str | None:
    return next((r for r in agent.references if r.startswith("http")), None)
