"""Who is whose maker: agents sorted as catalogues do (crosswalk, rows 7 to 10)."""

from collections.abc import Iterable
from typing import Final

from tei_encoder.model.catalogue import Agent, CatalogueEntry
from tei_encoder.model.description import Role

#: whoever put the words down is the author of the record
_CREATING: Final = frozenset({Role.STENOGRAPHER, Role.NOTE_TAKER, "aut", "cre", "rpy"})
_TRANSCRIBING: Final = frozenset({"trc"})
_EDITING: Final = frozenset({"edt", "pbd"})
_TRANSLATING: Final = frozenset({"trl"})
#: MARC relator codes for roles of ours; any other is a contributor
_RELATORS: Final = {
    Role.STENOGRAPHER: "trc",
    Role.NOTE_TAKER: "trc",
    Role.DECIPHERER: "trc",
    Role.SIGNATORY: "sgn",
    "speaker": "spk",
}
_UNIDENTIFIED: Final = "unidentified"
_CODE_LETTERS: Final = 3


def creators(entry: CatalogueEntry) -> tuple[Agent, ...]:
    """Give those who wrote the record: named authors and who took it down."""
    roles = _CREATING | _TRANSCRIBING
    made = (a for a in entry.responsibilities if a.role in roles)
    return distinct((*entry.authors, *made))


def participants(entry: CatalogueEntry) -> tuple[Agent, ...]:
    """Give those who took part; a label that nobody is identified by is no name."""
    return distinct(a for a in entry.participants if a.role != _UNIDENTIFIED)


def translators(entry: CatalogueEntry) -> tuple[Agent, ...]:
    """Give the translators."""
    return distinct(a for a in entry.responsibilities if a.role in _TRANSLATING)


def editors(entry: CatalogueEntry) -> tuple[Agent, ...]:
    """Give the editors."""
    return distinct(a for a in entry.responsibilities if a.role in _EDITING)


def contributors(entry: CatalogueEntry) -> tuple[Agent, ...]:
    """Give everybody else: who took part, then who did something for the record."""
    makers = {agent.name for agent in creators(entry)}
    everybody = (*participants(entry), *entry.responsibilities)
    return distinct(agent for agent in everybody if agent.name not in makers)


def distinct(agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """Give each name once, the first time it comes."""
    return tuple({agent.name: agent for agent in reversed(tuple(agents))}.values())[
        ::-1
    ]


def relator(agent: Agent) -> str:
    """Give the MARC relator code of an agent's role; `ctb` where none is meant."""
    role = str(agent.role)
    is_code = len(role) == _CODE_LETTERS and role.isascii() and role.islower()
    return _RELATORS.get(role) or (role if is_code else "ctb")
