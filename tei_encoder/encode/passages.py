"""Passages: what stands inside them, and how an element takes their words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from tei_encoder.encode.characters import LINE_END, write
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.dress import dress
from tei_encoder.encode.inline import Holds, fill
from tei_encoder.encode.inserted import insert
from tei_encoder.encode.structures import (
    name_of,
    whole_structure,
    write_structure,
    write_words,
)
from tei_encoder.encode.timeline import in_speech, write_time
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Part, Passage, Utterance
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child
from tei_encoder.tei.names import XML_ID

#: a footnote's mark: a number, bracketed or with a point, or daggers
_MARK = re.compile(r"(\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]?|[*†‡§¶]{1,4})\s+(?=\S)")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Held:
    """A passage with those that stand inside it (a page marker in a paragraph)."""

    passage: Passage
    inside: tuple[Passage, ...] = ()

    @property
    def kind(self) -> Kind:
        """The passage's kind."""
        return self.passage.kind


def gathered(parts: Iterable[Part]) -> Iterator[Utterance | Held]:
    """Give utterances as they are, passages with those that stand inside them."""
    waiting: list[Passage] = []
    for part in parts:
        if waiting and not _inside(part, waiting[0]):
            yield Held(waiting[0], tuple(waiting[1:]))
            waiting = []
        if isinstance(part, Utterance):
            yield part
        else:
            waiting.append(part)
    if waiting:
        yield Held(waiting[0], tuple(waiting[1:]))


def kind_of(part: Utterance | Held) -> Kind:
    """Give the kind of a part: an utterance is a turn."""
    return Kind.TURN if isinstance(part, Utterance) else part.kind


def passages_of(parts: Iterable[Utterance | Held]) -> list[Held]:
    """Give the passages among parts."""
    return [part for part in parts if isinstance(part, Held)]


def _inside(part: Part, passage: Passage) -> bool:
    if isinstance(part, Utterance):
        return False
    return part.spans[0].start < passage.spans[-1].start


def transcribe(
    draft: Draft,
    element: etree._Element,
    held: Held,
    *,
    holds: Holds = Holds.ALL,
    mark: Span | None = None,
) -> None:
    """Let `element` own a passage, and write its words and what stands inside it.

    Where something stands inside, the white space before it belongs to the
    passage, so that words stay apart. `mark` is owned too, and written elsewhere.
    """
    text = draft.source.text
    spans = held.passage.spans
    ranges = [*(_with_space(span, text) for span in spans[:-1]), spans[-1]]
    draft.own(element, ranges, marks=(mark,) if mark else ())
    _before(draft, element, spans[0].start)
    dress(draft, element, spans)
    if not in_speech(element):
        write_time(draft, element, spans, speech=False)
    inside = list(held.inside)
    following: list[float] = [*(span.start for span in spans[1:]), float("inf")]
    for span, owned, limit in zip(spans, ranges, following, strict=True):
        write_words(draft, element, span, holds)
        space = text[span.end : owned.end]
        write(draft, element, " " if LINE_END.search(space) else space)
        while inside and inside[0].spans[0].start < limit:
            write_inside(draft, element, inside.pop(0))
    for insertion in draft.insertions.late():
        insert(draft, element, insertion, fill)


def _before(draft: Draft, element: etree._Element, start: int) -> None:
    """Write the page breaks and pictures that stand before an element."""
    parent = element.getparent()
    if parent is not None:
        for insertion in draft.insertions.between(start):
            insert(draft, parent, insertion, fill)
            element.addprevious(parent[-1])


def write_paragraph(
    draft: Draft,
    parent: etree._Element,
    held: Held,
    name: str,
    series: str | None = None,
) -> None:
    """Write a paragraph; one that is a table or list is `table` or `list` itself.

    `series` is that of its ids, if it has one.
    """
    spans = held.passage.spans
    whole = whole_structure(draft, spans[0]) if len(spans) == 1 else None
    if whole is None or held.inside:
        identifier = draft.ids.number(series) if series else None
        transcribe(draft, child(parent, name, xml_id=identifier), held)
        return
    made = child(parent, name_of(whole))
    made.set(XML_ID, draft.ids.number(name_of(whole)))
    draft.own(made, spans)
    _before(draft, made, spans[0].start)
    if not in_speech(made):
        write_time(draft, made, spans, speech=False)
    write_structure(draft, made, whole, spans[0])


def _with_space(span: Span, text: str) -> Span:
    match = _SPACE.match(text, span.end)
    return Span(span.start, match.end() if match else span.end)


def write_inside(draft: Draft, parent: etree._Element, passage: Passage) -> None:
    """Write what stands inside a paragraph: page markers, footnotes, else notes."""
    held = Held(passage)
    match passage.kind:
        case Kind.PAGE_MARKER:
            write_page_marker(draft, parent, held)
        case Kind.FOOTNOTE:
            write_footnote(draft, parent, held)
        case kind:
            made = child(parent, "note", type=kind.replace("_", "-"))
            transcribe(draft, made, held)


def write_page_marker(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write a page break and what is printed there (`fw`, Guidelines 11.6).

    The number is not repeated in `pb/@n`: printed at the foot of a page, it is the
    number of the page that ends.
    """
    if not draft.insertions.turns_pages:
        child(parent, "pb")
    transcribe(draft, child(parent, "fw", type="pageNum"), held, holds=Holds.PHRASE)


def write_footnote(draft: Draft, parent: etree._Element, held: Held) -> None:
    """Write a footnote where it stands; its mark is `@n` and its first range."""
    first, *more = held.passage.spans
    match = _MARK.match(draft.source.text, first.start, first.end)
    if not match:
        transcribe(draft, child(parent, "note", place="bottom"), held)
        return
    identifier = draft.ids.number("fn")
    made = child(parent, "note", place="bottom", n=match[1], xml_id=identifier)
    rest = Passage(held.kind, (Span(match.end(), first.end), *more))
    mark = Span(first.start, first.start + len(match[1]))
    transcribe(draft, made, Held(rest, held.inside), mark=mark)
