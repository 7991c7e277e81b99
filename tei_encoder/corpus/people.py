"""A person, and where the records have them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tei_encoder.model.record import Entity, NameType

_WORD = re.compile(r"[^\W\d_]+")
#: a name of fewer words, or of initials alone, is no full name
FULL = 2


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person as one record has them.

    `record` is the record's id, `file` the path of its TEI (empty where there is
    none yet), `id` the person's `xml:id` in it; `date` is the conversation's (W3C).
    """

    record: str
    entity: Entity
    id: str = ""
    file: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of many records; `reasons` say why appearances are one person's.

    `known` are the ids that an earlier run found the person under, in the records.
    """

    id: str
    appearances: tuple[Appearance, ...]
    reasons: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The preferred name: of the first appearance that has a full one."""
        names = [preferred(a.entity) for a in self.appearances]
        return next(filter(is_full, names), names[0])

    @property
    def references(self) -> tuple[str, ...]:
        """All references, once."""
        found = (r for a in self.appearances for r in references(a.entity))
        return tuple(dict.fromkeys(found))

    def names(self, *, labels: bool) -> tuple[str, ...]:
        """Give the other names, or the printed labels, once and in order."""
        kinds = {NameType.LABEL} if labels else {NameType.PREFERRED, NameType.VARIANT}
        found = dict.fromkeys(
            n.text for a in self.appearances for n in a.entity.names if n.type in kinds
        )
        found.pop(self.name, None)
        return tuple(found)

    @property
    def occupations(self) -> tuple[str, ...]:
        """What the records say that they are, once and in order."""
        told = (a.entity.occupation for a in self.appearances)
        return tuple(dict.fromkeys(one.text for one in told if one))


def preferred(entity: Entity) -> str:
    """Give the name that an entity goes by."""
    names = sorted(entity.names, key=lambda name: name.type is not NameType.PREFERRED)
    return names[0].text if names else entity.id


def references(entity: Entity) -> tuple[str, ...]:
    """Give all references of an entity."""
    return (*entity.references, *(reference for reference, _ in entity.identified))


def is_full(name: str) -> bool:
    """Tell whether a name has two words or more that are not all initials."""
    words = _WORD.findall(name)
    return len(words) >= FULL and sum(len(word) > 1 for word in words) >= FULL


def key(name: str) -> str:
    """Reduce a name to what is compared: no case, single spaces."""
    return " ".join(name.casefold().split())


def services(known: Iterable[str]) -> dict[str, set[str]]:
    """Sort addresses by their host: two of one host are of two persons."""
    found: dict[str, set[str]] = {}
    for reference in known:
        host, _, rest = reference.partition("://")[2].partition("/")
        if rest:
            found.setdefault(host.removeprefix("www."), set()).add(reference)
    return found
