"""Who made the record: persons beside the participants, told by the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tei_encoder.assemble.people.appellation import (
    Appellation,
    Nature,
    read_appellation,
)
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.model.description import Responsibility, Statement
from tei_encoder.model.identifiers import new_id
from tei_encoder.model.record import Entity, EntityKind, Name, NameType
from tei_encoder.model.source import Span

#: the words and initials that two full names share
Key = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class _Company:
    """The entities of a record by id, and the persons of a full name."""

    entities: dict[str, Entity]
    named: dict[Key, set[str]]
    makers: dict[str, str]

    def of(self, one: Appellation, name: Name) -> str | None:
        """Give the only person of that full name; a short one may be anybody's."""
        for entity in self.entities.values():
            if name.span and name.span in {form.span for form in entity.names}:
                return entity.id
        ids = self.named.get((one.words, one.initials), set())
        full = one.words and len(one.words) + len(one.initials) > 1
        return next(iter(ids)) if full and len(ids) == 1 else None

    def call(self, identifier: str, name: Name) -> None:
        """Let an entity have a form of its name, if it has not yet."""
        entity = self.entities[identifier]
        if all(name.text != form.text for form in entity.names):
            variant = replace(name, type=NameType.VARIANT)
            self.entities[identifier] = replace(entity, names=(*entity.names, variant))


def with_makers(
    stated: Sequence[Responsibility],
    entities: Sequence[Entity],
    lexicon: Lexicon,
) -> tuple[tuple[Responsibility, ...], tuple[Entity, ...]]:
    """Give who did what with the ids of the persons, and the entities with these.

    One who bears a participant's full name is that participant; of other makers,
    those of one printed form are one. Initials are nobody's but their own.
    """
    company = _Company({e.id: e for e in entities}, {}, {})
    for entity in entities:
        if entity.kind is EntityKind.PERSON:
            for key in _keys(entity, lexicon):
                company.named.setdefault(key, set()).add(entity.id)
    told = tuple(_told(each, company, lexicon) for each in stated)
    return told, tuple(company.entities.values())


def _told(
    stated: Responsibility, company: _Company, lexicon: Lexicon
) -> Responsibility:
    printed = stated.name.text
    one = read_appellation(printed, lexicon)
    if not _is_person(one, lexicon):
        return stated
    bare = _name_alone(stated.name, one)
    plain = Name(" ".join(bare.text.split()), span=bare.span)
    words = " ".join(printed.split())
    known = company.makers.get(words) or company.of(one, plain)
    if known is None:
        known = new_id("p", plain.text, set(company.entities))
        company.entities[known] = Entity(
            known,
            EntityKind.PERSON,
            (plain,),
            occupation=_part(stated.name, one.office_span),
            origin=stated.name.origin,
        )
    company.makers[words] = known
    company.call(known, plain)
    return replace(stated, name=bare, person=known)


def _name_alone(name: Statement, one: Appellation) -> Statement:
    """Give the name without honorific and office (`Ambassador J. Smith`)."""
    return _part(name, one.name) or name


def _part(whole: Statement, part: Span | None) -> Statement | None:
    if part is None:
        return None
    at = whole.span.start if whole.span else 0
    place = Span(at + part.start, at + part.end) if whole.span else None
    return replace(whole, text=part.of(whole.text), span=place)


def _keys(entity: Entity, lexicon: Lexicon) -> Iterator[Key]:
    for name in entity.names:
        one = read_appellation(name.text, lexicon)
        yield one.words, one.initials


def _is_person(one: Appellation, lexicon: Lexicon) -> bool:
    """Tell whether words are a person's name: no body's, and no abbreviation."""
    lone = len(one.words) + len(one.initials) == 1
    abbreviated = lone and one.printed.isalpha() and one.printed.isupper()
    return (
        one.nature is Nature.PERSON
        and not abbreviated
        and not lexicon.bodies.intersection(one.words)
    )
