"""Who made a record and who took part, as Islandora's typed relations."""

from collections.abc import Iterator

from tei_encoder.export.agents import contributors, creators, relator
from tei_encoder.model.catalogue import CatalogueEntry
from tei_encoder.model.record import EntityKind


def linked_agents(entry: CatalogueEntry) -> Iterator[str]:
    """Give everybody as `relators:CODE:VOCABULARY:NAME`, MARC relator codes."""
    for agent in (*creators(entry), *contributors(entry)):
        person = agent.kind is EntityKind.PERSON
        vocabulary = "person" if person else "corporate_body"
        yield f"relators:{relator(agent)}:{vocabulary}:{agent.name}"
    if entry.publication.publisher:
        yield f"relators:pbl:corporate_body:{entry.publication.publisher}"
    if entry.original.repository:
        yield f"relators:rps:corporate_body:{entry.original.repository}"
