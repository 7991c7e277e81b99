"""Annotations as a reader of the page sees them: notes and stage remarks."""

from collections.abc import Iterator
from typing import Literal

from tei_encoder.annotate import editorial, remarks
from tei_encoder.annotate.spans import lies_within
from tei_encoder.annotate.stretches import Place, stretches
from tei_encoder.model.annotation import Annotation
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span

InlineKind = Literal["note", "stage"]

NOTES = frozenset({editorial.INSERTION, editorial.OMISSION, editorial.REMARK})
STAGE = frozenset({remarks.REMARK, remarks.LABEL_PHRASE, remarks.OMISSION})
SEEN = frozenset({Place.LABEL, Place.SPEECH, Place.SETTING})
#: a label's closing mark may follow its stage phrase and then ends with it
LABEL_MARKS = ".:"


def inline_kind(annotation: Annotation) -> InlineKind | None:
    """Tell whether a claim is an insertion of the editor or a stage remark.

    None for everything else (dates, names, the word before `[sic]`).
    """
    if annotation.rule == editorial.ODDITY:
        return "note" if annotation.attributes else None
    if annotation.rule in NOTES:
        return "note"
    return "stage" if annotation.rule in STAGE else None


def inlines(source: Source, record: Record) -> Iterator[tuple[Span, InlineKind]]:
    """Give the insertions and remarks in labels, speech and setting, in order.

    The span of a label's stage phrase takes in the closing mark that touches it.
    """
    places = sorted(each.span for each in stretches(record) if each.place in SEEN)
    for annotation in record.annotations:
        kind = inline_kind(annotation)
        if kind is None or not lies_within(annotation.span, places):
            continue
        span = annotation.span
        marked = source.text[span.end : span.end + 1]
        if annotation.rule == remarks.LABEL_PHRASE and marked in LABEL_MARKS and marked:
            span = Span(span.start, span.end + 1)
        yield span, kind
