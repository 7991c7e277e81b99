"""Who made a record, took part, paid and published, in Dataverse's fields."""

from collections.abc import Iterator
from typing import Final

from tei_encoder.export import agents
from tei_encoder.export.dataverse_fields import Field, compound
from tei_encoder.model.catalogue import CatalogueEntry

_TYPE: Final = frozenset({"Type"})


def people(entry: CatalogueEntry) -> Iterator[Field | None]:
    """Give the fields of everybody."""
    yield compound("author", ({"Name": a.name} for a in agents.creators(entry)))
    yield compound("contributor", _contributors(entry), _TYPE)
    yield compound("grantNumber", ({"Agency": name} for name in entry.funders))
    yield compound("distributor", [{"Name": entry.publication.publisher}])


def _contributors(entry: CatalogueEntry) -> Iterator[dict[str, str | None]]:
    editing = {agent.name for agent in agents.editors(entry)}
    took_part = {agent.name for agent in agents.participants(entry)}
    for agent in agents.contributors(entry):
        role = "Related Person" if agent.name in took_part else "Other"
        kind = "Editor" if agent.name in editing else role
        yield {"Type": kind, "Name": agent.name}
    archive = entry.original.repository
    if archive:
        yield {"Type": "Hosting Institution", "Name": archive}
