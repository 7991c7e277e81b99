"""Who is responsible for what: `respStmt` (Guidelines 2.2.2), each with an id."""

from collections.abc import Iterable

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.characters import plain, write
from tei_encoder.encode.claims import (
    METADATA,
    RECOGNITION,
    REVIEWER,
    SOFTWARE,
    WEB_PAGE,
)
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.ids import token
from tei_encoder.encode.relators import relator_address
from tei_encoder.encode.statements import copy
from tei_encoder.encode.tracked_changes import AUTHORSHIP
from tei_encoder.model.description import Responsibility, Role
from tei_encoder.tei.elements import child

#: what each did, and the name of the id
_ROLES = {
    Role.STENOGRAPHER: ("stenographer", "stenographic notes"),
    Role.DECIPHERER: ("decipherer", "deciphering of the stenographic notes"),
    Role.TYPIST: ("typist", "typing"),
    Role.TRANSLATOR: ("translator", "translation"),
    Role.INTERPRETER: ("interpreter", "interpreting"),
    Role.NOTE_TAKER: ("note-taker", "taking of notes"),
    Role.EDITOR: ("editor", "editing"),
    Role.CONTRIBUTOR: ("contributor", "obtaining of the document"),
    Role.PROVIDER: ("provider", "provision of a copy"),
    Role.SIGNATORY: ("signatory", "signature"),
}
#: those who made the record itself: they belong to the description of the original
MAKERS = frozenset(
    {
        Role.STENOGRAPHER,
        Role.DECIPHERER,
        Role.TYPIST,
        Role.NOTE_TAKER,
        Role.SIGNATORY,
    }
)
_NOT_TOLD = "not identified by the source"
#: whoever may be responsible besides people, with what they did and who that is
_AGENTS = {
    SOFTWARE: ("division of the text, identification and encoding in TEI, by rule", ""),
    METADATA: ("statements from a file of metadata", ""),
    REVIEWER: ("review: statements and corrections", "a reviewer"),
    "brackets": ("insertions in square brackets in the text", _NOT_TOLD),
    RECOGNITION: ("recognition of the characters on page images", _NOT_TOLD),
    WEB_PAGE: ("replacement of words of the text on a web page", _NOT_TOLD),
}
SOFTWARE_NAME = "tei_encoder"


def write_responsible(
    draft: Draft, parent: etree._Element, people: Iterable[Responsibility]
) -> None:
    """Write who did what for the record."""
    for person in people:
        known = _ROLES.get(Role(person.role)) if person.role in set(Role) else None
        slug, wording = known or (token(person.role), person.role)
        made = child(parent, "respStmt", xml_id=draft.ids.claim(f"resp-{slug}"))
        resp = child(made, "resp", ref=relator_address(person.role))
        resp.text = plain(wording)
        _write_name(draft, made, person)


def _write_name(draft: Draft, made: etree._Element, person: Responsibility) -> None:
    """Write a name, with a pointer where it is known whose it is."""
    if person.person is None:
        copy(draft, made, "name", person.name)
        return
    known = draft.entity_ids.get(person.person)
    if known is None:
        message = f"{person.role} is said to be {person.person!r}"
        draft.report(rules.UNKNOWN_ENTITY, message, person.name.span)
    pointer = f"#{known}" if known else None
    copy(draft, made, "persName", person.name, ref=pointer)


def write_agents(draft: Draft, parent: etree._Element) -> None:
    """Write everybody whom `@resp` names, in a fixed order; the software always."""
    draft.agent(SOFTWARE)
    order = list(_AGENTS)
    ranked = sorted(
        draft.agents,
        key=lambda agent: (order.index(agent) if agent in _AGENTS else 0, agent),
    )
    for agent in ranked:
        wording, name = _AGENTS.get(agent, _AGENTS[REVIEWER])
        if agent in draft.authors:
            wording = AUTHORSHIP
        if agent in draft.authorities:
            wording = "identification of names, as an authority file has them"
        if agent == SOFTWARE:
            name = SOFTWARE_NAME
        elif agent == METADATA:
            name = draft.settings.metadata.name or "a file of metadata"
        elif agent not in _AGENTS:
            name = agent
        made = child(parent, "respStmt", xml_id=draft.agents[agent])
        child(made, "resp", wording)
        write(draft, child(made, "name"), name)
