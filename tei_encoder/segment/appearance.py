"""How paragraphs looked, as evidence of what they are: styles, bold, centring.

The words of style names are data (`[layout]` of each language); a style is named in
the language of who made the file, so that all languages are tried.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from tei_encoder.language.load import languages, vocabulary
from tei_encoder.model.block import Kind
from tei_encoder.model.layout import Layout, Paragraph, Style
from tei_encoder.model.span import Span
from tei_encoder.segment.forms import KEY, Candidate, Form, Mark, Place, case_of, key_of
from tei_encoder.segment.shape import Weight

#: styles that set words apart
APART = frozenset({Style.BOLD, Style.SMALL_CAPS, Style.UNDERLINE, Style.ITALIC})
#: a label set apart is no longer (characters), nor is a heading
LONGEST_LABEL = 90
LONGEST_HEADING = 200
#: what may stand between a label set apart and its speech
MARKS = " \t\u00a0:：.–—-"
STYLED = {
    "speaker": (),
    "speech": (Kind.TURN_CONTINUATION, Kind.TURN),
    "title": (Kind.TITLE,),
    "heading": (Kind.HEADING,),
    "stage": (Kind.STAGE,),
    "quotation": (Kind.TURN_CONTINUATION, Kind.NARRATION),
    "note": (Kind.FOOTNOTE,),
}


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a page, in the order of its text.

    `apart` are stretches in one of the styles that set words apart, as they begin;
    `whole` those that are one block; `leads` maps the beginnings of what is set apart
    to its ends; `title` is where the one heading of the first level stands.
    """

    paragraphs: Sequence[Paragraph] = ()
    apart: Sequence[tuple[Span, Style]] = ()
    whole: Sequence[Span] = ()
    leads: Mapping[int, int] = field(default_factory=dict)
    title: int = -1

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Give the paragraph of the file that an offset lies in."""
        at = bisect_right(self.paragraphs, offset, key=_start_of) - 1
        found = self.paragraphs[at] if at >= 0 else None
        return found if found and offset < found.span.end else None

    def weights(self, start: int, end: int) -> Iterator[tuple[Kind, Weight]]:
        """Weigh the kinds of a stretch by how it looks, with the reason in words."""
        paragraph = self.paragraph_at(start)
        if paragraph is not None:
            yield from _by_paragraph(paragraph, end - start)
            if paragraph.span.start == self.title:
                yield Kind.TITLE, (6.5, "it is the one heading of the first level")
        yield from self._by_styles(start, end)

    def _by_styles(self, start: int, end: int) -> Iterator[tuple[Kind, Weight]]:
        if end - start > LONGEST_HEADING:
            return
        first = bisect_left(self.apart, start, key=_start_of_run)
        for span, style in self.apart[first:]:
            if span.start > start:
                return
            if span.end >= end:
                if style is Style.ITALIC:
                    yield Kind.STAGE, (0.8, "it is all in italic")
                else:
                    yield Kind.HEADING, (0.8, f"it is all in {style}")

    def label_weights(
        self, candidate: Candidate, apart: Candidate | None
    ) -> Iterator[Weight]:
        """Weigh a candidate by how it is set; `apart` is what is set apart there."""
        if apart and candidate.name_end == apart.name_end:
            yield 2.0, "it is set apart from what follows"
        paragraph = self.paragraph_at(candidate.start)
        if paragraph and "speaker" in meanings(paragraph.style):
            yield 2.5, f"its style is named {paragraph.style!r}"

    def label(self, text: str, start: int, end: int) -> Candidate | None:
        """Give what is set apart at the beginning of a paragraph, as a label."""
        stop = self.leads.get(start, 0)
        name = text[start:stop].rstrip(MARKS)
        if not name or stop - start > LONGEST_LABEL or not KEY.search(name):
            return None
        printed = start + len(name)
        while printed < min(end, stop + 2) and text[printed] in MARKS.strip():
            printed += 1
        rest = text[printed:end]
        if not rest.strip():
            return None
        below = rest.lstrip(" \t\r").startswith("\n")
        place = Place.OWN_LINE if below else Place.RUN_IN
        form = Form(_mark(text[start + len(name) : printed]), place, case_of(name))
        return Candidate(start, start + len(name), printed, name, key_of(name), form)


def looks(layout: Layout, text: str, whole: Sequence[Span]) -> Looks:
    """Gather the looks of a page; `whole` are stretches that no label parts."""
    runs = sorted(
        ((run.span.trimmed(text), run.style) for run in layout.runs), key=_start_of_run
    )
    apart = [(span, style) for span, style in runs if len(span) and style in APART]
    leads: dict[int, int] = {}
    for span, _ in apart:
        leads[span.start] = max(leads.get(span.start, 0), span.end)
    paragraphs = sorted(
        (p for p in layout.paragraphs if len(p.span)), key=lambda p: p.span
    )
    return Looks(
        tuple(paragraphs),
        tuple(apart),
        tuple(_outermost(whole)),
        leads,
        _title(paragraphs),
    )


def _title(paragraphs: Sequence[Paragraph]) -> int:
    """Give where the one heading of the first level stands, before all others."""
    headings = [p for p in paragraphs if p.level is not None]
    first = [p for p in headings if p.level == 1]
    alone = len(first) == 1 and headings[0] is first[0]
    return first[0].span.start if alone else -1


def _outermost(spans: Sequence[Span]) -> Iterator[Span]:
    """Leave out what lies within another, or crosses one before it."""
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end and len(span):
            end = span.end
            yield span


NO_LOOKS = Looks()


@cache
def meanings(style: str) -> frozenset[str]:
    """Give the topics that the name of a paragraph style has words of."""
    lower = style.casefold()
    words = frozenset(KEY.findall(lower)) | {lower}
    return frozenset(
        topic
        for topic in STYLED
        if not words.isdisjoint(vocabulary(languages(), "layout", topic))
    )


def _by_paragraph(paragraph: Paragraph, length: int) -> Iterator[tuple[Kind, Weight]]:
    if paragraph.level is not None:
        why = f"the file has it as a heading of level {paragraph.level}"
        yield Kind.HEADING, (5.0, why)
    for topic in sorted(meanings(paragraph.style)) if paragraph.style else ():
        if topic == "heading" and paragraph.level is not None:
            continue
        for kind in STYLED[topic]:
            yield kind, (3.5, f"its style is named {paragraph.style!r}")
    if paragraph.centred and length <= LONGEST_HEADING:
        yield Kind.HEADING, (0.8, "it is centred")
        yield Kind.TITLE, (0.8, "it is centred")


def _mark(printed: str) -> Mark:
    if ":" in printed or "：" in printed:
        return Mark.COLON
    if any(dash in printed for dash in "–—-"):
        return Mark.STOP_DASH if "." in printed else Mark.DASH
    return Mark.PERIOD if "." in printed else Mark.NONE


def _start_of(paragraph: Paragraph) -> int:
    return paragraph.span.start


def _start_of_run(run: tuple[Span, Style]) -> int:
    return run[0].start
