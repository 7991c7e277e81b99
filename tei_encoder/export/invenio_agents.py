"""Who made a record and who took part, as InvenioRDM wants them.

It insists on a family name for a person: a name with a comma is cut there, any other
is given whole, for which of its words is the family's nobody has said.
"""

from typing import Final

from tei_encoder.export import agents
from tei_encoder.export.json_file import Json, told
from tei_encoder.model.catalogue import Agent, CatalogueEntry
from tei_encoder.model.record import EntityKind

_ORGANIZATIONAL: Final = "organizational"


def creators(entry: CatalogueEntry) -> list[Json]:
    """Give the makers."""
    return [{"person_or_org": _named(agent)} for agent in agents.creators(entry)]


def contributors(entry: CatalogueEntry) -> list[Json]:
    """Give everybody else with a role of its list, the archive last."""
    editing = {agent.name for agent in agents.editors(entry)}
    took_part = {agent.name for agent in agents.participants(entry)}
    found: list[Json] = []
    for agent in agents.contributors(entry):
        role = "relatedperson" if agent.name in took_part else "other"
        role = "editor" if agent.name in editing else role
        found.append({"person_or_org": _named(agent), "role": {"id": role}})
    archive = entry.original.repository
    if archive:
        host: Json = {"type": _ORGANIZATIONAL, "name": archive}
        found.append({"person_or_org": host, "role": {"id": "hostinginstitution"}})
    return found


def _named(agent: Agent) -> Json:
    if agent.kind is not EntityKind.PERSON:
        return {"type": _ORGANIZATIONAL, "name": agent.name}
    family, comma, first = (part.strip() for part in agent.name.partition(","))
    if not family or not comma:
        return {"type": "personal", "family_name": agent.name}
    return told({"type": "personal", "family_name": family, "given_name": first})
