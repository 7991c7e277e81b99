"""What reviewers ruled, as the file tells it: `@resp`, `@cert`, notes and changes.

Each ruling that holds in a record becomes a `change` (Guidelines 2.6) that points to
what it concerns; that element names the reviewer and is certain.
"""

from typing import Final

from lxml import etree

from tei_encoder.decisions import wording
from tei_encoder.encode.changes import Change
from tei_encoder.encode.characters import one_line, write
from tei_encoder.encode.draft import Draft
from tei_encoder.model.annotation import Status
from tei_encoder.model.decision import (
    Confirm,
    Labelling,
    Merge,
    Part,
    Reject,
    Relabel,
    Remark,
    Ruling,
    SetSpeaker,
)
from tei_encoder.model.description import Origin
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import XML_ID, tei

CERTAIN: Final = "high"
_TURNS = frozenset(map(tei, ("u", "sp")))
_ENTITIES: Final = tuple(map(tei, ("person", "personGrp", "org", "place")))
_STATUS: Final = {Confirm: Status.CONFIRMED, Reject: Status.REJECTED}


def mark_rulings(draft: Draft, root: etree._Element) -> None:
    """Mark what reviewers ruled on, and note each ruling that holds, for its change."""
    decisions = draft.settings.decisions
    for ruling in decisions.within(draft.record.span):
        targets = _targets(draft, root, ruling)
        if targets is None:
            continue
        identifiers = tuple(target for target in targets if target)
        _mark_newcomer(draft, root, ruling)
        words = wording(ruling, draft.source.text)
        draft.changes.append(Change(ruling, words, identifiers))


def _targets(
    draft: Draft, root: etree._Element, ruling: Ruling
) -> tuple[str | None, ...] | None:
    """Give pointers to what a ruling is on; None where it does not hold."""
    match ruling.action:
        case Merge() | Part():
            return _mark_people(draft, root, ruling)
        case SetSpeaker():
            return _mark_turn(draft, ruling)
        case Relabel() | Labelling():
            return _mark_owner(draft, ruling)
        case Remark(text):
            return _write_note(draft, root, ruling, text)
        case Confirm() | Reject():
            return (_pointer(draft, ruling),) if _is_judged(draft, ruling) else None
        case _:
            return (_pointer(draft, ruling),)


def _mark(draft: Draft, element: etree._Element, ruling: Ruling) -> None:
    """Name the reviewer on an element, beside whoever else answers for it."""
    pointer = draft.agent(ruling.by)
    named = (element.get("resp") or "").split()
    element.set("resp", " ".join(dict.fromkeys((*named, pointer))))
    element.set("cert", CERTAIN)


def _mark_newcomer(draft: Draft, root: etree._Element, ruling: Ruling) -> None:
    """Name the reviewer on whomever a ruling alone brought into the record."""
    match ruling.action:
        case SetSpeaker(name):
            wanted = name
        case Confirm(value=value):
            quoted = ruling.span.of(draft.source.text) if ruling.span else ""
            wanted = value or quoted
        case _:
            return
    new = {
        draft.entity_ids[entity.id]
        for entity in draft.entities.values()
        if entity.origin is Origin.DECISION
        and _plain(wanted) in {_plain(form.text) for form in entity.names}
    }
    for element in root.iter(*_ENTITIES) if new else ():
        if element.get(XML_ID) in new:
            _mark(draft, element, ruling)


def _mark_owner(draft: Draft, ruling: Ruling) -> tuple[str | None, ...] | None:
    owner = _owner(draft, ruling)
    if owner is None:
        return None
    _mark(draft, owner, ruling)
    return (_pointer(draft, ruling),)


def _mark_turn(draft: Draft, ruling: Ruling) -> tuple[str, ...] | None:
    owner = _owner(draft, ruling)
    turn = None if owner is None else _turn_at(owner)
    if turn is None:
        return None
    _mark(draft, turn, ruling)
    return (f"#{turn.get(XML_ID)}",)


def _turn_at(owner: etree._Element) -> etree._Element | None:
    """Give the turn around an element, or the one whose label it is."""
    for element in (owner, *owner.iterancestors()):
        if element.tag in _TURNS:
            return element
    following = owner.getnext()
    return following if following is not None and following.tag in _TURNS else None


def _mark_people(
    draft: Draft, root: etree._Element, ruling: Ruling
) -> tuple[str, ...] | None:
    """Say at each person concerned who is the same, or another."""
    bearers = [draft.entity_ids[name] for name in _bearers(draft, ruling)]
    if not bearers or (len(bearers) == 1) is not isinstance(ruling.action, Merge):
        return None
    for element in root.iter(tei("person"), tei("personGrp")):
        if element.get(XML_ID) in bearers:
            note = child(element, "note", type="identity")
            _mark(draft, note, ruling)
            write(draft, note, wording(ruling, draft.source.text))
    return tuple(f"#{identifier}" for identifier in bearers)


def _bearers(draft: Draft, ruling: Ruling) -> list[str]:
    """Give the ids of those who bear the names: of a merge, who bears all of them."""
    names = {_plain(name) for name in ruling.names}
    forms = {e.id: {_plain(n.text) for n in e.names} for e in draft.entities.values()}
    if isinstance(ruling.action, Merge):
        whole = [name for name, own in forms.items() if names <= own]
        if whole:
            return whole[:1]
    return [name for name, own in forms.items() if names & own]


def _write_note(
    draft: Draft, root: etree._Element, ruling: Ruling, text: str
) -> tuple[str | None, ...]:
    """Write a note of the reviewer (`notesStmt`), which points to the words."""
    source = root.find(f".//{tei('sourceDesc')}")
    file_desc = None if source is None else source.getparent()
    if source is None or file_desc is None:
        return (None,)
    notes = file_desc.find(tei("notesStmt"))
    if notes is None:
        notes = child(file_desc, "notesStmt")
        source.addprevious(notes)
    pointer = _pointer(draft, ruling)
    note = child(notes, "note", type="review", target=pointer)
    note.set("resp", draft.agent(ruling.by))
    quoted = ruling.span.of(draft.source.text) if ruling.span else ""
    write(draft, child(note, "q"), one_line(quoted))
    write(draft, note, f": {one_line(text)}")
    return (pointer,)


def _is_judged(draft: Draft, ruling: Ruling) -> bool:
    """Tell whether a claim of the record is as the ruling wants it."""
    span, wanted = ruling.span, _STATUS[type(ruling.action)]
    return span is not None and any(
        a.status is wanted and a.responsible == ruling.by and span in a.span
        for a in draft.record.annotations
    )


def _owner(draft: Draft, ruling: Ruling) -> etree._Element | None:
    if ruling.span is None:
        return None
    return draft.owner_of(Span(ruling.span.start, ruling.span.start + 1))


def _pointer(draft: Draft, ruling: Ruling) -> str | None:
    """Give a pointer to the element that holds the beginning of the words."""
    owner = _owner(draft, ruling)
    whole = next((span for span, element in draft.owned if element is owner), None)
    return draft.pointer_to(whole) if whole else None


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(" :：.")
