"""Events of AtoM's CSV: an event has one actor, so that each maker needs one."""

from collections.abc import Iterator
from typing import Final

from tei_encoder.export.agents import creators
from tei_encoder.export.dates import ends_of, shown
from tei_encoder.model.catalogue import CatalogueEntry

_TYPES: Final = "eventTypes"
EVENT_COLUMNS: Final = (
    _TYPES,
    "eventDates",
    "eventStartDates",
    "eventEndDates",
    "eventActors",
)
_CREATION: Final = "Creation"
#: AtoM's word for nothing, where a neighbour has something
_NOTHING: Final = "NULL"


def events(entry: CatalogueEntry) -> Iterator[tuple[str, str]]:
    """Give columns and values: the first event has the date, each an actor.

    A column in which no event has anything is left out, the others are equally long.
    """
    actors = [agent.name for agent in creators(entry)]
    count = max(len(actors), 1 if entry.date else 0)
    yield from ((_TYPES, _CREATION) for _ in range(count))
    dates = (shown(entry.date), *ends_of(entry.date))
    for column, date in zip(EVENT_COLUMNS[1:4], dates, strict=True):
        if date:
            yield column, date
            yield from ((column, _NOTHING) for _ in range(count - 1))
    yield from (("eventActors", name) for name in actors)
