"""Makes an entity of an identity: its id, names, role and office."""

from dataclasses import replace

from tei_encoder.assemble.people.appellation import Nature
from tei_encoder.assemble.people.identity import Identity, Mention, Origin
from tei_encoder.assemble.people.lexicon import Lexicon
from tei_encoder.model import description
from tei_encoder.model.description import Statement
from tei_encoder.model.identifiers import new_id, slug
from tei_encoder.model.record import Entity, EntityKind, Name, NameType
from tei_encoder.model.source import Span

#: which mention gives the preferred form where several are equally full
TRUST = (Origin.METADATA, Origin.TITLE, Origin.LISTED, Origin.SETTING, Origin.LABEL)
GROUPS = frozenset({Nature.GROUP, Nature.ANONYMOUS})
ROLES = {
    Nature.ANONYMOUS: "unidentified",
    Nature.INTERPRETER: "interpreter",
}


def make_entity(
    text: str, identity: Identity, lexicon: Lexicon, taken: set[str]
) -> Entity:
    """Make an entity; its id joins `taken`, so that it stays the only one."""
    best = _best(identity)
    name = preferred_name(text, best)
    given = next((m.given for m in identity.mentions if m.given), None)
    return Entity(
        id=_new_id(identity.nature, name.text, taken),
        kind=EntityKind.GROUP if identity.nature in GROUPS else EntityKind.PERSON,
        names=(name, *_other_names(text, identity, name)),
        role=(given.role if given else None) or _role(identity, lexicon),
        occupation=_first(text, [m.office or _office(m) for m in identity.mentions]),
        affiliation=_first(text, [m.affiliation for m in identity.mentions]),
        references=given.ref if given else (),
        origin=description.Origin.METADATA
        if best.origin is Origin.METADATA
        else description.Origin.SOURCE,
        merged=tuple(identity.reasons),
    )


def preferred_name(text: str, mention: Mention) -> Name:
    """Give the name without honorific and office, as printed."""
    one = mention.appellation
    if mention.span is None:
        return Name(one.printed)
    span = mention.span
    if one.name is not None:
        span = Span(span.start + one.name.start, span.start + one.name.end)
    return Name(" ".join(span.of(text).split()), span=span)


def _best(identity: Identity) -> Mention:
    def rank(mention: Mention) -> tuple[int, int, int, int]:
        one = mention.appellation
        return (
            mention.origin is Origin.METADATA,
            len(one.words),
            len(one.initials),
            -TRUST.index(mention.origin),
        )

    return max(identity.mentions, key=rank)


def _other_names(text: str, identity: Identity, name: Name) -> tuple[Name, ...]:
    """Give every other printed form once: labels first, then variants."""
    found: dict[str, Name] = {}
    for mention in sorted(
        identity.mentions, key=lambda m: m.origin is not Origin.LABEL
    ):
        if mention.origin is Origin.LABEL:
            form = " ".join(mention.appellation.printed.split())
            found.setdefault(form, Name(form, NameType.LABEL, mention.span))
        else:
            other = preferred_name(text, mention)
            if other.text not in {name.text, *found}:
                found[other.text] = replace(other, type=NameType.VARIANT)
    for mention in identity.mentions:
        if mention.variant is not None:
            form = mention.variant.of(text)
            found.setdefault(form, Name(form, NameType.VARIANT, mention.variant))
    return tuple(found.values())


def _role(identity: Identity, lexicon: Lexicon) -> str:
    if identity.nature in ROLES:
        return ROLES[identity.nature]
    if any(m.origin is Origin.LABEL for m in identity.mentions):
        return "speaker"
    offices = " ".join(m.appellation.office for m in identity.mentions).split()
    return "interpreter" if set(offices) & lexicon.interpreters else "present"


def _office(mention: Mention) -> Span | None:
    one = mention.appellation
    if mention.span is None or one.office_span is None or one.nature is Nature.OFFICE:
        return None
    at = mention.span.start
    return Span(at + one.office_span.start, at + one.office_span.end)


def _first(text: str, spans: list[Span | None]) -> Statement | None:
    span = next((span for span in spans if span is not None), None)
    return Statement(span.of(text), span) if span else None


def _new_id(nature: Nature, name: str, taken: set[str]) -> str:
    """Give the id; groups are numbered, since one label may stand for many."""
    if nature not in GROUPS:
        return new_id("p", name, taken)
    number = 1
    while (new := f"g-{slug(name)}-{number}") in taken:
        number += 1
    taken.add(new)
    return new
