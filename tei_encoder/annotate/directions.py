"""Directions that are a passage of their own: applause between two speeches.

What kind they are is told as in brackets within speech (TEI Guidelines 8.3.3).
"""

from tei_encoder.annotate.bracket_words import remark
from tei_encoder.annotate.brackets import Shape, find_brackets
from tei_encoder.annotate.languages import languages_of
from tei_encoder.annotate.stretches import Place, stretches
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

DIRECTION = "stage-direction"
EVENTS = frozenset(
    {AnnotationKind.VOCAL, AnnotationKind.KINESIC, AnnotationKind.INCIDENT}
)


def annotate_directions(
    source: Source, record: Record, settings: Settings
) -> Outcome[tuple[Annotation, ...]]:
    """Claim whole directions whose words tell whether they are seen or heard.

    The others are left alone: which kind they are is not guessed.
    """
    tags = languages_of(source, record, settings)
    places = [s.span for s in stretches(record) if s.place is Place.STAGE]
    told = ((span, _kind(source.text, span, tags)) for span in places)
    return Outcome(
        tuple(
            Annotation(span, AnnotationKind(kind), rule=DIRECTION)
            for span, kind in told
            if kind in EVENTS
        )
    )


def _kind(text: str, span: Span, tags: tuple[str, ...]) -> str | None:
    """Tell the kind by the words, without brackets around all of them.

    An insertion within is claimed by itself, and has no place in `desc`.
    """
    found = find_brackets(text, span)
    if any(b.shape is not Shape.ROUND and b.span != span for b in found):
        return None
    whole = found[0] if found and found[0].span == span else None
    content = whole.content(text) if whole else span.of(text)
    return remark(content, tags, closely=False)
