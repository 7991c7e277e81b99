"""Remarks in round brackets: what the minute-taker heard and saw, stage phrases.

A parenthesis in speech is as a rule the speaker's own; it is a remark where its
words say so, where a label has it, or where the record writes its directions so.
"""

from collections.abc import Iterator

from tei_encoder.annotate.bracket_words import gap_reason, remark
from tei_encoder.annotate.brackets import Bracket, Shape, find_brackets
from tei_encoder.annotate.editorial import remark_claim
from tei_encoder.annotate.stretches import Place, Stretch, stretches
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source
from tei_encoder.stages import Settings

REMARK = "stage-remark"
LABEL_PHRASE = "label-phrase"
OMISSION = "remark-omission"
#: so many turns that open with a bracket show that directions are written so
DIRECTED = 4
LONGEST_OMISSION = 24


def annotate_remarks(
    source: Source,
    record: Record,
    settings: Settings,  # noqa: ARG001 - the protocol of annotators
) -> Outcome[tuple[Annotation, ...]]:
    """Claim the remarks in round brackets.

    What belongs to a speaker's name (`DER MINISTER (CDU)`) is no remark.
    """
    spots = [
        (stretch, bracket)
        for stretch in stretches(record)
        for bracket in _outermost(source.text, stretch)
    ]
    named = "\n".join(name.text for entity in record.entities for name in entity.names)
    directed = _writes_directions(spots, source.text, named)
    return Outcome(
        tuple(
            claim
            for stretch, bracket in spots
            for claim in _claims(
                source.text, stretch, bracket, named, directed=directed
            )
        )
    )


def _outermost(text: str, stretch: Stretch) -> Iterator[Bracket]:
    end = -1
    for bracket in find_brackets(text, stretch.span):
        if bracket.span.end > end and bracket.shape is not Shape.ANGLE:
            end = bracket.span.end
            if bracket.shape is Shape.ROUND:
                yield bracket


def _writes_directions(
    spots: list[tuple[Stretch, Bracket]], text: str, named: str
) -> bool:
    opening = sum(
        1
        for stretch, bracket in spots
        if (stretch.opens and bracket.span.start == stretch.span.start)
        or _is_label_phrase(text, stretch, bracket, named)
    )
    return opening >= DIRECTED


def _is_label_phrase(text: str, stretch: Stretch, bracket: Bracket, named: str) -> bool:
    return stretch.place is Place.LABEL and bracket.span.of(text) not in named


def _claims(
    text: str, stretch: Stretch, bracket: Bracket, named: str, *, directed: bool
) -> Iterator[Annotation]:
    content = bracket.content(text)
    reason = gap_reason(content) if len(content) <= LONGEST_OMISSION else None
    label = _is_label_phrase(text, stretch, bracket, named)
    in_speech = stretch.place is Place.SPEECH
    if stretch.place is Place.LABEL and not label:
        return
    if reason is not None:
        attributes = (("reason", reason),)
        yield Annotation(bracket.span, AnnotationKind.GAP, attributes, rule=OMISSION)
        return
    kind = remark(content, closely=not (label or (directed and in_speech)))
    if kind is None and (label or (directed and in_speech)):
        kind = "comment"
    if kind is not None and (label or in_speech):
        rule = LABEL_PHRASE if label else REMARK
        yield remark_claim(bracket.span, kind, responsible="software", rule=rule)
