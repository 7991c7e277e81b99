"""Who or what the entities of a record are, by the user's authority files.

A form of a name must be the same but for case, white space and Unicode normalization
(NFC); then the entity has the entry's references. A form that two entries share
identifies nobody, and likeness never does: both are reported, with the ruling that
would settle it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tei_encoder.annotate.likeness import alike
from tei_encoder.annotate.mentions import PREFIXES
from tei_encoder.annotate.rules import AMBIGUOUS_NAME, SIMILAR_NAME
from tei_encoder.annotate.same_names import entries_named
from tei_encoder.decisions.command import command
from tei_encoder.decisions.quoting import quote
from tei_encoder.model.annotation import Annotation, AnnotationKind, Status
from tei_encoder.model.authority import AuthorityEntry, AuthorityTable
from tei_encoder.model.decision import Claim
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.record import Entity, EntityKind, Record
from tei_encoder.model.source import Source, Span

CLAIMS = {
    EntityKind.PERSON: (AnnotationKind.PERS_NAME, Claim.PERSON),
    EntityKind.ORGANISATION: (AnnotationKind.ORG_NAME, Claim.ORGANISATION),
    EntityKind.PLACE: (AnnotationKind.PLACE_NAME, Claim.PLACE),
}


def identify(source: Source, record: Record, table: AuthorityTable) -> Outcome[Record]:
    """Give the record with the references of every entity that an entry names."""
    if not table.entries:
        return Outcome(record)
    findings: list[Diagnostic] = []
    entities = []
    for entity in record.entities:
        found = entries_named(table, entity)
        if _is_one(found):
            entities.append(_identified(entity, found))
            continue
        entities.append(entity)
        if not entity.references and entity.kind in PREFIXES:
            findings += _advice(source, record, entity, found, table)
    return Outcome(replace(record, entities=tuple(entities)), tuple(findings))


def _is_one(found: Sequence[AuthorityEntry]) -> bool:
    """Tell whether entries are of one thing: one alone, or they share a reference."""
    if not found:
        return False
    shared = set(found[0].references)
    for entry in found[1:]:
        shared &= set(entry.references)
    return len(found) == 1 or bool(shared)


def _identified(entity: Entity, found: Sequence[AuthorityEntry]) -> Entity:
    told = {reference: e.file for e in reversed(found) for reference in e.references}
    order = dict.fromkeys(r for entry in found for r in entry.references)
    new = tuple((r, told[r]) for r in order if r not in entity.references)
    return replace(entity, identified=new)


def _advice(
    source: Source,
    record: Record,
    entity: Entity,
    found: Sequence[AuthorityEntry],
    table: AuthorityTable,
) -> Iterator[Diagnostic]:
    """Report the entries that share the entity's name, or else have a similar one."""
    near = found or alike(table, entity)
    if not near:
        return
    rule, word = (AMBIGUOUS_NAME, "is of") if found else (SIMILAR_NAME, "is like")
    others = "; ".join(map(_shown, near))
    span = _place(record, entity)
    yield Diagnostic(
        rule,
        f"{entity.names[0].text!r} {word} {others}",
        span=span,
        help=_ruling(source, entity, span, near[0]),
        source="annotate",
    )


def _ruling(
    source: Source, entity: Entity, span: Span | None, first: AuthorityEntry
) -> str:
    """Give the command which says that `first` is meant; empty where none can."""
    if span is None or entity.kind not in CLAIMS:
        return ""
    reference = first.references[0] if first.references else "URI"
    words = quote(source.text, span, least=True)
    options = ("--confirm", CLAIMS[entity.kind][1], "--ref", reference)
    return f"where it is: {command(source.uri, words, *options)}"


def _place(record: Record, entity: Entity) -> Span | None:
    """Give the first claim of the entity in the text, else where its name stands."""
    claims = (c for c in record.annotations if _is_of(c, entity))
    first = min((claim.span for claim in claims), default=None)
    return first or next((n.span for n in entity.names if n.span), None)


def _is_of(claim: Annotation, entity: Entity) -> bool:
    kind = CLAIMS.get(entity.kind)
    if kind is None or claim.kind is not kind[0] or claim.target != entity.id:
        return False
    return claim.status is not Status.REJECTED


def _shown(entry: AuthorityEntry) -> str:
    reference = f" ({entry.references[0]})" if entry.references else ""
    return f"{entry.name}{reference} in {entry.file}"
