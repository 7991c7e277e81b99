"""Claims about words become elements within a passage.

Policy for overlaps: claims are taken by start, the longer first, and of two about
the same words the outer one by a fixed order of kinds. One that would cross another,
or reach beyond its passage, is left out and reported; so is one that may not stand
where it is. Texts never change.
"""

from enum import Enum, auto
from typing import Protocol

from lxml import etree

from tei_encoder.encode import rules
from tei_encoder.encode.characters import FORBIDDEN, write
from tei_encoder.encode.claims import mark
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inserted import insert
from tei_encoder.encode.tracked_changes import mark_change
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.source import Span
from tei_encoder.stages import Speech
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import local_name

K = AnnotationKind


class Writer(Protocol):
    """Writes words at the end of an element."""

    def __call__(self, draft: Draft, element: etree._Element, text: str) -> None:
        """Add `text`."""
        ...


class Holds(Enum):
    """What an element may hold, by TEI's macros."""

    ALL = auto()
    """Anything inline (macro.paraContent, macro.specialPara)."""
    PHRASE = auto()
    """Phrases and notes, no stage directions (macro.phraseSeq)."""
    LIMITED = auto()
    """Phrases alone: neither notes nor `g` (macro.limitedContent)."""
    NOTHING = auto()
    """Text and `g` alone."""


#: what happens while people speak
EVENTS = frozenset({K.INCIDENT, K.KINESIC, K.VOCAL})
#: their `stage/@type` in performance texts
STAGE_TYPES = {
    K.INCIDENT: "business incident",
    K.KINESIC: "business kinesic",
    K.VOCAL: "delivery vocal",
}
#: elements that hold what the element around them may hold
_TRANSPARENT = frozenset({K.ADD, K.DEL, K.HI, K.REF, K.SIC, K.UNCLEAR})
_NOT_LIMITED = EVENTS | {K.ADD, K.DEL, K.GAP, K.NOTE, K.SIC, K.UNCLEAR}


def fill(
    draft: Draft,
    element: etree._Element,
    span: Span,
    holds: Holds = Holds.ALL,
    writer: Writer = write,
) -> None:
    """Write the words of `span` into `element`, with the claims about them."""
    around = [(element, span.end, holds)]
    done = span.start
    for claim in draft.annotations_in(span):
        while len(around) > 1 and around[-1][1] <= claim.span.start:
            inner, end, held = around.pop()
            _pour(draft, inner, Span(done, end), held, writer)
            done = end
        outer, end, allowed = around[-1]
        if draft.insertions.is_mark(claim.span):
            continue
        if claim.span.end > end:
            message = f"{claim.kind} crosses the end of what it begins in"
            draft.report(rules.CROSSING_CLAIMS, message, claim.span)
        elif not _fits(draft, claim, allowed):
            message = f"{claim.kind} may not stand here"
            draft.report(rules.MISPLACED_CLAIM, message, claim.span)
        else:
            _pour(draft, outer, Span(done, claim.span.start), allowed, writer)
            done = claim.span.start
            made, within = _opened(draft, outer, claim, allowed)
            around.append((made, claim.span.end, within))
    for inner, end, held in reversed(around):
        _pour(draft, inner, Span(done, end), held, writer)
        done = end


def _pour(
    draft: Draft, element: etree._Element, span: Span, holds: Holds, writer: Writer
) -> None:
    """Write words, and what stands between them where that may stand."""
    allowed = holds is Holds.ALL or holds is Holds.PHRASE
    if not allowed:
        writer = write
    if not draft.insertions:
        writer(draft, element, span.of(draft.source.text))
        return
    for piece in draft.insertions.split(span, allowed=allowed):
        if isinstance(piece, Span):
            writer(draft, element, piece.of(draft.source.text))
        else:
            insert(draft, element, piece, fill)


def _fits(draft: Draft, claim: Annotation, allowed: Holds) -> bool:
    # an element around white space alone would be empty
    blank = not claim.span.of(draft.source.text).strip()
    if blank or allowed is Holds.NOTHING:
        return False
    return allowed is not Holds.LIMITED or claim.kind not in _NOT_LIMITED


def _opened(
    draft: Draft, parent: etree._Element, claim: Annotation, allowed: Holds
) -> tuple[etree._Element, Holds]:
    """Begin the element of a claim; give what its words go into."""
    if claim.kind in EVENTS or claim.kind is K.GAP:
        return described(draft, parent, claim, allowed)
    made = child(parent, claim.kind)
    if claim.kind in {K.ADD, K.DEL}:
        mark_change(draft, made, claim)
    else:
        mark(draft, made, claim)
    if claim.kind is K.NOTE:
        return made, Holds.ALL
    inherits = claim.kind in _TRANSPARENT or allowed is Holds.LIMITED
    return made, allowed if inherits else Holds.PHRASE


def described(
    draft: Draft, parent: etree._Element, claim: Annotation, allowed: Holds
) -> tuple[etree._Element, Holds]:
    """Begin a gap or an event, whose printed words go into `desc`.

    Where `desc` cannot hold them (`g`), or an event may not stand, it is a note, in
    both modes.
    """
    made = None
    if claim.kind in EVENTS and allowed is not Holds.ALL:
        made = child(parent, "note", type="comment", subtype=claim.kind)
    elif FORBIDDEN.search(claim.span.of(draft.source.text)):
        kind = "editorial" if claim.kind is K.GAP else "comment"
        made = child(parent, "note", type=kind, subtype=claim.kind)
    elif claim.kind in EVENTS and draft.settings.speech is Speech.SP:
        made = child(parent, "stage", type=STAGE_TYPES[claim.kind])
    if made is not None:
        leaving = ("type", "subtype", "reason", "unit", "quantity", "extent", "agent")
        mark(draft, made, claim, leaving=(*leaving, "atLeast", "atMost"))
        # a stage direction holds no more than what `desc` holds in the other mode
        is_note = local_name(made.tag) == "note"
        return made, Holds.ALL if is_note else Holds.LIMITED
    made = child(parent, claim.kind)
    mark(draft, made, claim)
    return child(made, "desc"), Holds.LIMITED
