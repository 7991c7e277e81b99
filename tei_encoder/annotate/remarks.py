"""Remarks in round brackets: what the minute-taker heard and saw, stage phrases.

A parenthesis in speech is as a rule the speaker's own; it is a remark where its
words say so, where a label has it, or where the record writes its directions so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tei_encoder.annotate.bracket_words import gap_reason, remark
from tei_encoder.annotate.brackets import Bracket, Shape, find_brackets
from tei_encoder.annotate.editorial import remark_claim
from tei_encoder.annotate.languages import languages_of
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
    settings: Settings,
) -> Outcome[tuple[Annotation, ...]]:
    """Claim the remarks in round brackets.

    What belongs to a speaker's name (`DER MINISTER (CDU)`) is no remark.
    """
    tags = languages_of(source, record, settings)
    named = "\n".join(name.text for entity in record.entities for name in entity.names)
    spots = [
        Spot(
            source.text,
            stretch,
            bracket,
            _is_label_phrase(source, stretch, bracket, named),
        )
        for stretch in stretches(record)
        for bracket in _outermost(source.text, stretch)
    ]
    directed = sum(1 for spot in spots if spot.opens) >= DIRECTED
    claims = (_claim(spot, tags, directed=directed) for spot in spots)
    return Outcome(tuple(claim for claim in claims if claim is not None))


@dataclass(frozen=True, slots=True)
class Spot:
    """A round bracket in a stretch of `text`; `phrase` where a label has it so."""

    text: str
    stretch: Stretch
    bracket: Bracket
    phrase: bool

    @property
    def opens(self) -> bool:
        """Tell whether the turn opens with it, before or after the label's mark."""
        first = self.bracket.span.start == self.stretch.span.start
        return self.phrase or (self.stretch.opens and first)


def _outermost(text: str, stretch: Stretch) -> Iterator[Bracket]:
    end = -1
    for bracket in find_brackets(text, stretch.span):
        if bracket.span.end > end and bracket.shape is not Shape.ANGLE:
            end = bracket.span.end
            if bracket.shape is Shape.ROUND:
                yield bracket


def _is_label_phrase(
    source: Source, stretch: Stretch, bracket: Bracket, named: str
) -> bool:
    return stretch.place is Place.LABEL and bracket.span.of(source.text) not in named


def _claim(spot: Spot, tags: tuple[str, ...], *, directed: bool) -> Annotation | None:
    span, content = spot.bracket.span, spot.bracket.content(spot.text)
    in_speech = spot.stretch.place is Place.SPEECH
    if not (in_speech or spot.phrase):
        return None
    reason = gap_reason(content, tags) if len(content) <= LONGEST_OMISSION else None
    if reason is not None:
        attributes = (("reason", reason),)
        return Annotation(span, AnnotationKind.GAP, attributes, rule=OMISSION)
    kind = remark(content, tags, closely=True)
    if kind is None and (spot.phrase or directed):
        kind = "comment"
    if kind is None:
        return None
    rule = LABEL_PHRASE if spot.phrase else REMARK
    return remark_claim(span, kind, responsible="software", rule=rule)
