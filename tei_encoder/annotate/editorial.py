"""Brackets that an editor or translator put into the text.

Each is a note with the brackets inside its span (encoding: rows 28 to 36 of the
project's table, after TEI Guidelines 3.5 and 12.3.1), or a gap, or a remark.
"""

from collections.abc import Iterator
from dataclasses import replace

from tei_encoder.annotate import names_before
from tei_encoder.annotate.bracket_words import (
    WORD,
    gap_extent,
    gap_reason,
    lexicon,
    remark,
)
from tei_encoder.annotate.brackets import Bracket, Shape, find_brackets
from tei_encoder.annotate.stretches import Place, Stretch, stretches
from tei_encoder.model.annotation import Annotation, AnnotationKind
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.record import Record
from tei_encoder.model.source import Source, Span
from tei_encoder.stages import Settings

#: who is responsible for what stands in such brackets
BRACKETS = "brackets"
INSERTION = "editorial-insertion"
OMISSION = "editorial-omission"
ODDITY = "editorial-sic"
REMARK = "editorial-remark"
#: a footnote's mark is as short as this
LONGEST_MARK = 1


def annotate_editorial(
    source: Source,
    record: Record,
    settings: Settings,  # noqa: ARG001 - the protocol of annotators
) -> Outcome[tuple[Annotation, ...]]:
    """Claim what square and angle brackets hold.

    Footnote marks, page numbers and whole bracketed headings are left alone.
    A remark (`[laughs]`) is the editor's where other brackets are, too; else it is
    the record's own, as in round brackets.
    """
    found = [
        claim
        for stretch in stretches(record)
        for bracket in _outermost(source.text, stretch)
        for claim in _claims(source.text, stretch, bracket)
    ]
    if any(claim.rule == INSERTION for claim in found):
        return Outcome(tuple(found))
    return Outcome(tuple(_of_the_record(claim) for claim in found))


def _outermost(text: str, stretch: Stretch) -> Iterator[Bracket]:
    end = -1
    for bracket in find_brackets(text, stretch.span):
        whole = bracket.span == stretch.span and stretch.place is Place.PROSE
        if bracket.shape is Shape.ROUND or bracket.span.end <= end or whole:
            continue
        end = bracket.span.end
        yield bracket


def _of_the_record(claim: Annotation) -> Annotation:
    if claim.rule != REMARK:
        return claim
    return replace(claim, responsible="software", rule="stage-remark")


def _claims(text: str, stretch: Stretch, bracket: Bracket) -> Iterator[Annotation]:
    content = bracket.content(text)
    reason = gap_reason(content)
    if reason is not None:
        attributes = (("reason", reason), *gap_extent(content))
        yield _claim(bracket.span, AnnotationKind.GAP, attributes, OMISSION)
        return
    kind = remark(content, closely=False)
    if kind is not None:
        yield remark_claim(bracket.span, kind, responsible=BRACKETS, rule=REMARK)
    elif bracket.shape is Shape.SQUARE and not _is_mark(text, bracket, content):
        yield from _notes(text, stretch, bracket, content)


def _notes(
    text: str, stretch: Stretch, bracket: Bracket, content: str
) -> Iterator[Annotation]:
    if lexicon(("sic",)).topic(content.strip("!?. ").casefold()):
        word = _word_before(text, stretch.span.start, bracket.span.start)
        if word is not None:
            yield _claim(word, AnnotationKind.SIC, (), ODDITY)
        note = (("type", "editorial"), ("subtype", "sic"))
        yield _claim(bracket.span, AnnotationKind.NOTE, note, ODDITY)
        return
    subtype = _subtype(text, stretch, bracket, content)
    yield _claim(bracket.span, AnnotationKind.NOTE, _attributes(subtype), INSERTION)


def _attributes(subtype: str | None) -> tuple[tuple[str, str], ...]:
    if subtype == "gloss":
        return (("type", "gloss"),)
    named = (("subtype", subtype),) if subtype else ()
    return (("type", "editorial"), *named)


def _subtype(text: str, stretch: Stretch, bracket: Bracket, content: str) -> str | None:
    """Tell what an insertion is for, where its words and those before show it."""
    name = names_before.name_before(text, stretch.span.start, bracket.span.start)
    if any(place == 0 for place, _ in lexicon(("gloss",)).topics(content)):
        return "gloss"
    if names_before.is_expansion(name, content):
        return "expansion"
    if names_before.is_variant(name, content):
        return "name-variant"
    if names_before.is_identification(name, content):
        return "identification"
    return None


def _is_mark(text: str, bracket: Bracket, content: str) -> bool:
    """Tell whether a bracket is a footnote's mark, a page number or empty."""
    words = WORD.findall(content)
    if not words or content.isdecimal():
        return True
    page = lexicon(("page",)).topic(words[0].casefold())
    if page is not None and len(words) <= 2:  # noqa: PLR2004 - "page 377"
        return True
    follows = text[bracket.span.end : bracket.span.end + 1]
    return len(content) <= LONGEST_MARK and not follows.isalpha()


def _word_before(text: str, start: int, end: int) -> Span | None:
    stretch = text[max(start, end - names_before.REACH) : end]
    matches = list(WORD.finditer(stretch))
    if not matches:
        return None
    offset = end - len(stretch)
    last = matches[-1]
    return Span(offset + last.start(), offset + len(stretch[: last.end()].rstrip(".")))


def remark_claim(span: Span, kind: str, *, responsible: str, rule: str) -> Annotation:
    """Claim a remark: `vocal`, `kinesic`, `incident`, or a note of type `comment`."""
    if kind == "comment":
        attributes = (("type", "comment"),)
        return Annotation(
            span, AnnotationKind.NOTE, attributes, responsible=responsible, rule=rule
        )
    return Annotation(span, AnnotationKind(kind), responsible=responsible, rule=rule)


def _claim(
    span: Span,
    kind: AnnotationKind,
    attributes: tuple[tuple[str, str], ...],
    rule: str,
) -> Annotation:
    return Annotation(span, kind, attributes, responsible=BRACKETS, rule=rule)
