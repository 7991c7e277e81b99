"""Brackets that an editor or translator put into the text.

Each is a note with the brackets inside its span (encoding: rows 28 to 36 of the
project's table, after TEI Guidelines 3.5 and 12.3.1), or a gap, or a remark.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tei_encoder.annotate import names_before
from tei_encoder.annotate.bracket_words import (
    WORD,
    gap_extent,
    gap_reason,
    lexicon,
    remark,
)
from tei_encoder.annotate.brackets import Bracket, Shape, find_brackets
from tei_encoder.annotate.languages import languages_of
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
#: where a bracket around all of a passage is no insertion
WHOLE = frozenset({Place.PROSE, Place.NARRATION, Place.STAGE, Place.LIST})
#: a footnote's mark is as short as this
LONGEST_MARK = 1
#: "page 377"
LONGEST_PAGE = 2


def annotate_editorial(
    source: Source,
    record: Record,
    settings: Settings,
) -> Outcome[tuple[Annotation, ...]]:
    """Claim what square and angle brackets hold.

    Footnote marks, page numbers and whole bracketed headings are left alone.
    A remark (`[laughs]`) is the editor's where other brackets are, too; else it is
    the record's own, as in round brackets.
    """
    tags = languages_of(source, record, settings)
    found = [
        claim
        for stretch in stretches(record)
        for bracket in _outermost(source.text, stretch)
        for claim in _claims(Inside(source.text, stretch, bracket, tags))
    ]
    if any(claim.rule == INSERTION for claim in found):
        return Outcome(tuple(found))
    return Outcome(tuple(_of_the_record(claim) for claim in found))


def _outermost(text: str, stretch: Stretch) -> Iterator[Bracket]:
    end = -1
    for bracket in find_brackets(text, stretch.span):
        whole = bracket.span == stretch.span and stretch.place in WHOLE
        if bracket.shape is Shape.ROUND or bracket.span.end <= end or whole:
            continue
        end = bracket.span.end
        yield bracket


def _of_the_record(claim: Annotation) -> Annotation:
    if claim.rule != REMARK:
        return claim
    return replace(claim, responsible="software", rule="stage-remark")


@dataclass(frozen=True, slots=True)
class Inside:
    """A bracket of a stretch of `text`, in a record of these languages (BCP 47)."""

    text: str
    stretch: Stretch
    bracket: Bracket
    tags: tuple[str, ...]

    @property
    def content(self) -> str:
        """What the bracket holds."""
        return self.bracket.content(self.text)

    def topic(self, topic: str, word: str) -> bool:
        """Tell whether `word` is one of a topic of the `[editorial]` words."""
        return lexicon((topic,), self.tags).topic(word.casefold()) is not None


def _claims(inside: Inside) -> Iterator[Annotation]:
    span, content, tags = inside.bracket.span, inside.content, inside.tags
    reason = gap_reason(content, tags)
    if reason is not None:
        attributes = (("reason", reason), *gap_extent(content, tags))
        yield _claim(span, AnnotationKind.GAP, attributes, OMISSION)
        return
    kind = remark(content, tags, closely=False)
    if kind is not None:
        yield remark_claim(span, kind, responsible=BRACKETS, rule=REMARK)
    elif inside.bracket.shape is Shape.SQUARE and not _is_mark(inside):
        yield from _notes(inside)


def _notes(inside: Inside) -> Iterator[Annotation]:
    span = inside.bracket.span
    if inside.topic("sic", inside.content.strip("!?. ")):
        word = _word_before(inside.text, inside.stretch.span.start, span.start)
        if word is not None:
            yield _claim(word, AnnotationKind.SIC, (), ODDITY)
        yield _claim(span, AnnotationKind.NOTE, _attributes("sic"), ODDITY)
        return
    attributes = _attributes(_subtype(inside))
    yield _claim(span, AnnotationKind.NOTE, attributes, INSERTION)


def _attributes(subtype: str | None) -> tuple[tuple[str, str], ...]:
    if subtype == "gloss":
        return (("type", "gloss"),)
    named = (("subtype", subtype),) if subtype else ()
    return (("type", "editorial"), *named)


def _subtype(inside: Inside) -> str | None:
    """Tell what an insertion is for, where its words and those before show it."""
    content = inside.content
    name = names_before.name_before(
        inside.text, inside.stretch.span.start, inside.bracket.span.start
    )
    opening = lexicon(("gloss",), inside.tags).topics(content)
    if any(place == 0 for place, _ in opening):
        return "gloss"
    if names_before.is_expansion(name, content):
        return "expansion"
    if names_before.is_variant(name, content):
        return "name-variant"
    if names_before.is_identification(name, content, inside.tags):
        return "identification"
    return None


def _is_mark(inside: Inside) -> bool:
    """Tell whether a bracket is a footnote's mark, a page number or empty."""
    content = inside.content
    words = WORD.findall(content)
    if not words or content.isdecimal():
        return True
    if len(words) <= LONGEST_PAGE and inside.topic("page", words[0]):
        return True
    end = inside.bracket.span.end
    follows = inside.text[end : end + 1]
    return len(content) <= LONGEST_MARK and not follows.isalpha()


def _word_before(text: str, start: int, end: int) -> Span | None:
    begin = max(start, end - names_before.REACH)
    matches = list(WORD.finditer(text, begin, end))
    if not matches:
        return None
    last = matches[-1]
    return Span(last.start(), last.start() + len(last[0].rstrip(".")))


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
