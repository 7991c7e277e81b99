"""Entities of what the text names: one for each form, none joined by likeness.

They are what `standOff` lists (TEI Guidelines 14.1.1); whoever takes part is known
before. Two forms of one name are for a person to join.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tei_encoder.model.annotation import Annotation, AnnotationKind, Status
from tei_encoder.model.identifiers import new_id
from tei_encoder.model.record import Entity, EntityKind, Name, NameType, Record
from tei_encoder.model.source import Source, Span

KINDS = {
    AnnotationKind.PERS_NAME: EntityKind.PERSON,
    AnnotationKind.ORG_NAME: EntityKind.ORGANISATION,
    AnnotationKind.PLACE_NAME: EntityKind.PLACE,
}
PREFIXES = {
    EntityKind.PERSON: "p",
    EntityKind.ORGANISATION: "org",
    EntityKind.PLACE: "pl",
}
#: what an editor's note says of another spelling
VARIANT = ("subtype", "name-variant")
#: the rule that claims it as a name
SPELLED = "spelled-otherwise"
#: the kind of an entity and its name, casefolded and with single spaces
Key = tuple[EntityKind, str]


@dataclass(slots=True)
class _Register:
    """Whom the record knows by a form, and what else its text names.

    `known` has the ids of one form, of which it is either, when there are several;
    `words` are single words of names of persons, which may be short for them.
    """

    known: dict[Key, set[str]]
    words: frozenset[str]
    taken: set[str]
    found: dict[Key, Entity] = field(default_factory=dict)

    def identify(self, kind: EntityKind, name: Name) -> str | None:
        """Give the id of what a name is of; None where it may be of several."""
        key = _key(kind, name.text)
        if key in self.known:
            ids = self.known[key]
            return next(iter(ids)) if len(ids) == 1 else None
        if kind is EntityKind.PERSON and key[1] in self.words:
            return None
        entity = self.found.get(key)
        if entity is None:
            identifier = new_id(PREFIXES[kind], name.text, self.taken)
            entity = Entity(identifier, kind, (name,))
        self.found[key] = entity = _called(entity, name)
        return entity.id


def with_mentioned(source: Source, record: Record) -> Record:
    """Give the record with an entity for every name that was of nobody known.

    The name of a person is what is left of the claim without honorific and office.
    """
    register = _register(record)
    claims = tuple(_pointing(source.text, record.annotations, register))
    entities = {e.id: e for e in (*record.entities, *register.found.values())}
    spelled = []
    for named, name in _variants(source.text, claims):
        identifier = named.target or ""
        if identifier in entities:
            entities[identifier] = _called(entities[identifier], name)
            spelled.append(_spelled(named, name))
    claims = tuple(sorted((*claims, *spelled), key=_place))
    return replace(record, annotations=claims, entities=tuple(entities.values()))


def _spelled(named: Annotation, name: Name) -> Annotation:
    """Claim another spelling as a name of the same."""
    span = name.span or named.span
    return Annotation(span, named.kind, target=named.target, rule=SPELLED)


def _place(claim: Annotation) -> tuple[int, int]:
    return (claim.span.start, -claim.span.end)


def _register(record: Record) -> _Register:
    known: dict[Key, set[str]] = {}
    words: set[str] = set()
    for entity in record.entities:
        for name in entity.names:
            kind, form = _key(entity.kind, name.text)
            known.setdefault((kind, form), set()).add(entity.id)
            if kind is EntityKind.PERSON:
                words.update(form.split())
    return _Register(known, frozenset(words), {entity.id for entity in record.entities})


def _pointing(
    text: str, claims: Sequence[Annotation], register: _Register
) -> Iterator[Annotation]:
    """Give the claims, in order, each name with what it is of."""
    roles = {c.span.start: c.span for c in claims if c.kind is AnnotationKind.ROLE_NAME}
    for claim in claims:
        kind = KINDS.get(claim.kind)
        if kind is None or claim.target or claim.status is Status.REJECTED:
            yield claim
            continue
        name = _name(text, claim.span, roles)
        target = register.identify(kind, name) if name.text else None
        yield replace(claim, target=target)


def _variants(
    text: str, claims: Sequence[Annotation]
) -> Iterator[tuple[Annotation, Name]]:
    """Give other spellings, in brackets after a name, with the claim of that name."""
    ends = {c.span.end: c for c in claims if c.kind in KINDS and c.target}
    for claim in claims:
        if VARIANT not in claim.attributes or claim.status is Status.REJECTED:
            continue
        start, end = claim.span.start, claim.span.end
        near = start - 1 if text[start - 1 : start].isspace() else start
        if named := ends.get(near):
            inner = Span(start + 1, end - 1).trimmed(text)
            yield named, Name(" ".join(inner.of(text).split()), span=inner)


def _called(entity: Entity, name: Name) -> Entity:
    """Give the entity with one more form of its name, unless it has that form."""
    if any(name.text == form.text for form in entity.names):
        return entity
    variant = replace(name, type=NameType.VARIANT)
    return replace(entity, names=(*entity.names, variant))


def _name(text: str, span: Span, roles: Mapping[int, Span]) -> Name:
    """Give the words of a claim, without the role that it begins with."""
    role = roles.get(span.start)
    if role is not None and role in span:
        span = Span(role.end, span.end).trimmed(text)
    return Name(" ".join(span.of(text).split()), span=span)


def _key(kind: EntityKind, form: str) -> Key:
    return kind, " ".join(form.casefold().split())
