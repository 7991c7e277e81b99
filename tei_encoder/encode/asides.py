"""What is no speech: paragraphs, settings, stages and notes, each in its form."""

from lxml import etree

from tei_encoder.encode.claims import mark
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import EVENTS, Holds, described, fill
from tei_encoder.encode.inserted import insert
from tei_encoder.encode.passages import (
    Held,
    transcribe,
    write_footnote,
    write_page_marker,
    write_paragraph,
)
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.block import Kind
from tei_encoder.stages import Speech
from tei_encoder.tei.elements import child


def write_passage(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write a passage in a div: a paragraph unless its kind has a form of its own."""
    _WRITERS.get(held.kind, _write_paragraph)(draft, parent, held)


def write_aside(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write a passage between paragraphs of speech, where no `p` may stand."""
    _WRITERS.get(held.kind, _write_note)(draft, parent, held)


def _write_paragraph(draft: Draft, parent: etree._Element, held: Held) -> None:
    write_paragraph(draft, parent, held, "p")


def _write_setting(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write where and before whom: `note`, in performance texts `stage`."""
    name = "stage" if draft.settings.speech is Speech.SP else "note"
    identifier = draft.ids.claim("setting")
    transcribe(draft, child(parent, name, type="setting", xml_id=identifier), held)


def _write_stage(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write what is done or heard, by what is claimed of it, or without a guess."""
    claim = _claim_about(draft, held, EVENTS)
    if claim:
        inner, holds = described(draft, parent, claim, Holds.ALL)
        draft.own(parent[-1], held.passage.spans)
        fill(draft, inner, claim.span, holds)
        for insertion in draft.insertions.late():
            insert(draft, parent, insertion, fill)
    elif draft.settings.speech is Speech.SP:
        transcribe(draft, child(parent, "stage"), held)
    else:
        transcribe(draft, child(parent, "note", type="comment"), held)


def _write_note(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write a note; a claim about all of it says what kind of note."""
    claim = _claim_about(draft, held, {AnnotationKind.NOTE})
    made = child(parent, "note")
    if claim:
        mark(draft, made, claim)
    elif held.kind is not Kind.NOTE:
        made.set("type", held.kind.replace("_", "-"))
    elif held.passage.field:
        made.set("type", held.passage.field)
    transcribe(draft, made, held)


def _claim_about(
    draft: Draft, held: Held, kinds: set[AnnotationKind] | frozenset[AnnotationKind]
) -> Annotation | None:
    spans = held.passage.spans
    return draft.whole(spans[0], kinds) if len(spans) == 1 else None


_WRITERS = {
    Kind.FOOTNOTE: write_footnote,
    Kind.NOTE: _write_note,
    Kind.PAGE_MARKER: write_page_marker,
    Kind.SETTING: _write_setting,
    Kind.STAGE: _write_stage,
}
