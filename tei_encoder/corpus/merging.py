"""Which appearances are one person's: only where that is certain.

Two are one person where they have a reference in common (the same entry of an
authority file, or the same address), or the same full name, unless something speaks
against it: other references of the same service, another office, or a record that has
both. A full name has two words that are no initials. Nothing is decided by likeness.
Whom an earlier personography has with a record, it keeps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tei_encoder.corpus.people import (
    Appearance,
    Person,
    is_full,
    key,
    preferred,
    references,
    services,
)
from tei_encoder.model.identifiers import slug
from tei_encoder.model.record import EntityKind

UNIDENTIFIED = "unidentified"


@dataclass(frozen=True, slots=True)
class Merged:
    """The persons in the order of their ids, and what was not joined, in words."""

    persons: tuple[Person, ...]
    apart: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    appearances: list[Appearance]
    id: str = ""
    reasons: list[str] = field(default_factory=list)
    known: frozenset[str] = frozenset()

    @property
    def references(self) -> set[str]:
        return {r for a in self.appearances for r in references(a.entity)}


def merge(appearances: Iterable[Appearance], earlier: Sequence[Person] = ()) -> Merged:
    """Join the appearances of each person; those of `earlier` keep their ids.

    An id is made of the name; of two persons with one name, the later has the id of
    its first record too, so that no further file changes it.
    """
    groups = [_Group(list(p.appearances), p.id, known=p.known) for p in earlier]
    apart: list[str] = []
    for appearance in sorted(appearances, key=lambda a: (a.record, a.entity.id)):
        if _may_be_told(appearance):
            _place(appearance, groups, apart)
    _name(groups)
    known = {person.id: len(person.appearances) for person in earlier}
    persons = [
        Person(g.id, tuple(g.appearances[known.get(g.id, 0) :]), tuple(g.reasons))
        for g in groups
        if len(g.appearances) > known.get(g.id, 0)
    ]
    return Merged(tuple(sorted(persons, key=lambda p: p.id)), tuple(apart))


def _may_be_told(appearance: Appearance) -> bool:
    entity = appearance.entity
    return entity.kind is EntityKind.PERSON and entity.role != UNIDENTIFIED


def _place(appearance: Appearance, groups: list[_Group], apart: list[str]) -> None:
    own, name = set(references(appearance.entity)), preferred(appearance.entity)
    for group in groups:
        if appearance.id in group.known:
            group.appearances.append(appearance)
            return
    for group in groups:
        if shared := sorted(own & group.references):
            _join(group, appearance, f"the same reference {shared[0]}")
            return
    for group in groups:
        if not is_full(name) or not _has_name(group, name):
            continue
        if against := _against(group, appearance):
            apart.append(f"{name} in {appearance.record} kept apart: {against}")
            continue
        _join(group, appearance, "the same full name")
        return
    groups.append(_Group([appearance]))


def _join(group: _Group, appearance: Appearance, why: str) -> None:
    group.reasons.append(f"{appearance.record}: {why}")
    group.appearances.append(appearance)


def _has_name(group: _Group, name: str) -> bool:
    wanted = key(name)
    return any(wanted == key(preferred(a.entity)) for a in group.appearances)


def _against(group: _Group, appearance: Appearance) -> str:
    """Say what speaks against one person; empty where nothing does."""
    if any(a.record == appearance.record for a in group.appearances if a.record):
        return "the record has two of that name"
    theirs = services(group.references)
    for host, own in services(references(appearance.entity)).items():
        if host in theirs and not own & theirs[host]:
            return f"{host} has two of that name"
    said = appearance.entity.occupation
    offices = {
        key(a.entity.occupation.text) for a in group.appearances if a.entity.occupation
    }
    if said and offices and key(said.text) not in offices:
        return f"{said.text!r} is another office"
    return ""


def _name(groups: list[_Group]) -> None:
    taken = {group.id for group in groups if group.id}
    for group in groups:
        if group.id:
            continue
        first = group.appearances[0]
        name = f"p-{slug(Person('', tuple(group.appearances)).name)}"
        if name in taken:
            name = f"{name}.{first.record}"
        while name in taken:
            name = f"{name}.{slug(first.entity.id)}"
        taken.add(name)
        group.id = name
