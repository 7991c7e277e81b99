"""Who made a record and who took part, in the words of DataCite."""

from collections.abc import Iterable, Iterator
from typing import Final

from tei_encoder.export import agents
from tei_encoder.export.json_file import Json
from tei_encoder.model.catalogue import Agent, CatalogueEntry
from tei_encoder.model.record import EntityKind

#: DataCite's word for a value that cannot be had, where one must stand (appendix 3)
UNAVAILABLE: Final = "(:unav)"
_TYPES: Final = {
    EntityKind.PERSON: "Personal",
    EntityKind.ORGANISATION: "Organizational",
}


def creators(entry: CatalogueEntry) -> list[Json]:
    """Give the makers; there must be one, and it may be unavailable."""
    found: list[Json] = [_named(agent) for agent in agents.creators(entry)]
    return found or [{"name": UNAVAILABLE}]


def contributors(entry: CatalogueEntry) -> list[Json]:
    """Give everybody else with what they are to the record, the archive last."""
    archive = entry.original.repository
    found: list[Json] = list(_contributors(entry))
    if archive:
        host = {"name": archive, "nameType": "Organizational"}
        found.append({**host, "contributorType": "HostingInstitution"})
    return found


def _contributors(entry: CatalogueEntry) -> Iterator[dict[str, Json]]:
    editing = _names(agents.editors(entry))
    took_part = _names(agents.participants(entry))
    for agent in agents.contributors(entry):
        kind = "RelatedPerson" if agent.name in took_part else "Other"
        role = "Editor" if agent.name in editing else kind
        yield {**_named(agent), "contributorType": role}


def _names(found: Iterable[Agent]) -> frozenset[str]:
    return frozenset(agent.name for agent in found)


def _named(agent: Agent) -> dict[str, Json]:
    kind = _TYPES.get(agent.kind)
    return {"name": agent.name, **({"nameType": kind} if kind else {})}
