"""A reviewer's rulings on names, dates and brackets: confirmed, added or rejected.

A claim that crosses one that a person has confirmed gives way to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tei_encoder.annotate.mentions import KINDS as ENTITIES
from tei_encoder.annotate.ruled_entities import meant
from tei_encoder.annotate.spans import lies_within
from tei_encoder.annotate.stretches import stretches
from tei_encoder.decisions import without_effect
from tei_encoder.decisions.values import BRACKETS, Attributes
from tei_encoder.model.annotation import Annotation, AnnotationKind, Status
from tei_encoder.model.decision import Claim, Confirm, Decisions, Reject, Ruling
from tei_encoder.model.description import Certainty
from tei_encoder.model.diagnostic import Diagnostic, Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span

K = AnnotationKind
RULING = "ruling"
NAMES = (K.PERS_NAME, K.ORG_NAME, K.PLACE_NAME, K.RS)
#: the claims of each sort; the first is made where nothing is claimed yet
SORTS: Mapping[Claim, tuple[AnnotationKind, ...]] = {
    Claim.NAME: NAMES,
    Claim.PERSON: (K.PERS_NAME,),
    Claim.ORGANISATION: (K.ORG_NAME,),
    Claim.PLACE: (K.PLACE_NAME,),
    Claim.DATE: (K.DATE,),
    Claim.TIME: (K.TIME,),
    Claim.MEASURE: (K.MEASURE,),
    Claim.NUMBER: (K.NUM,),
    Claim.ABBREVIATION: (K.ABBR,),
    Claim.BRACKET: (K.NOTE, K.GAP, K.SIC, K.INCIDENT, K.KINESIC, K.VOCAL),
}
#: the attribute that takes the value
VALUES: Mapping[Claim, str] = {
    Claim.DATE: "when",
    Claim.TIME: "when",
    Claim.MEASURE: "quantity",
    Claim.NUMBER: "value",
}
#: attributes that say how much or when, which a value replaces
VALUED = frozenset(
    {*VALUES.values(), "from", "to", "notBefore", "notAfter", "atLeast", "atMost"}
)


def rule_on_claims(
    source: Source, record: Record, decisions: Decisions
) -> Outcome[Record]:
    """Give the record with its claims as reviewers want them, in the file's order."""
    findings: list[Diagnostic] = []
    for ruling in decisions.within(record.span):
        match ruling.action:
            case Reject(claim):
                ruled = _rejected(record, ruling, claim)
            case Confirm():
                ruled = _confirmed(source, record, ruling, ruling.action)
            case _:
                continue
        if isinstance(ruled, Record):
            record = ruled
        else:
            findings.append(without_effect(ruling, ruled))
    return Outcome(record, tuple(findings))


def _rejected(record: Record, ruling: Ruling, claim: Claim) -> Record | str:
    """Mark what is claimed of some words as rejected, titles within names too.

    Without such a claim, say so.
    """
    wrong = _about(record.annotations, _span(ruling), SORTS[claim])
    if not wrong:
        return f"no {claim} is claimed of these words"
    around = wrong[0].span

    def judged(one: Annotation) -> Annotation:
        title = one.kind is K.ROLE_NAME and wrong[0].kind in NAMES
        if one in wrong or (title and one.span in around):
            return replace(one, status=Status.REJECTED, responsible=ruling.by)
        return one

    return replace(record, annotations=tuple(map(judged, record.annotations)))


def _confirmed(
    source: Source, record: Record, ruling: Ruling, action: Confirm
) -> Record | str:
    """Let a claim be the reviewer's, or make it; say so where neither can be."""
    found = _about(record.annotations, _span(ruling), SORTS[action.claim])
    if not found and action.claim is Claim.NAME:
        return "no name is claimed of these words: say person, organisation or place"
    if not found and not lies_within(
        _span(ruling), sorted(stretch.span for stretch in stretches(record))
    ):
        return "these words are in no passage"
    base = found[0] if found else _new(ruling, action)
    made = _reviewed(base, ruling, action)
    if made.kind in ENTITIES and (action.value or action.ref):
        record, target = meant(source, record, made, action)
        made = replace(made, target=target)
    kept = (_yielding(one, made) for one in record.annotations if one not in found)
    claims = sorted((*kept, made), key=lambda one: (one.span.start, -one.span.end))
    return replace(record, annotations=tuple(claims))


def _span(ruling: Ruling) -> Span:
    return ruling.span or Span(0, 0)


def _about(
    claims: Sequence[Annotation], span: Span, kinds: tuple[AnnotationKind, ...]
) -> list[Annotation]:
    """Give the claims about the words, else those about the fewest words around."""
    around = [c for c in claims if c.kind in kinds and span in c.span]
    least = min((len(claim.span) for claim in around), default=0)
    return [claim for claim in around if len(claim.span) == least]


def _new(ruling: Ruling, action: Confirm) -> Annotation:
    kind = SORTS[action.claim][0]
    whole = (("type", "editorial"),) if kind is K.NOTE else ()
    return Annotation(_span(ruling), kind, whole)


def _reviewed(base: Annotation, ruling: Ruling, action: Confirm) -> Annotation:
    kind, attributes = base.kind, base.attributes
    if action.value and action.claim is Claim.BRACKET:
        kind, attributes = BRACKETS[action.value]
    elif action.value and action.claim in VALUES:
        attributes = _with_value(attributes, action.claim, action.value)
    return replace(
        base,
        kind=kind,
        attributes=attributes,
        responsible=ruling.by,
        certainty=Certainty.HIGH,
        status=Status.CONFIRMED,
        rule=RULING,
    )


def _with_value(attributes: Attributes, claim: Claim, value: str) -> Attributes:
    """Give the attributes with a value in the place of what says the same."""
    start, interval, end = value.partition("/")
    told = (("from", start), ("to", end)) if interval else ((VALUES[claim], value),)
    kept = tuple(pair for pair in attributes if pair[0] not in VALUED)
    return (*kept, *told)


def _yielding(claim: Annotation, confirmed: Annotation) -> Annotation:
    """Reject a claim of the rules that cannot stand beside a confirmed one.

    It crosses it, or calls the same words by another kind of name.
    """
    one, other = claim.span, confirmed.span
    crosses = one.overlaps(other) and not (one in other or other in one)
    renames = one == other and {claim.kind, confirmed.kind} <= set(NAMES)
    if claim.status is Status.PROPOSED and (crosses or renames):
        return replace(claim, status=Status.REJECTED)
    return claim
