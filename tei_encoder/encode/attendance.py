"""The list of participants as printed: `list`, an item for each line (FRUS ODD)."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import fill
from tei_encoder.encode.passages import Held, write_inside
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Passage
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

_LINE = re.compile(r"[^\r\n]+")


def write_attendance(
    draft: Draft, parent: etree._Element, passages: Sequence[Held]
) -> None:
    """Write passages that follow each other as one list; its caption is its head."""
    made = child(parent, "list", type="participants")
    lines = list(_lines(passages, draft.source.text))
    captioned = len(_printed(lines)) > 1 and _is_caption(draft, _printed(lines)[0])
    for number, line in enumerate(lines):
        if isinstance(line, Passage):
            write_inside(draft, made, line)
            continue
        element = child(made, "head" if captioned and number == 0 else "item")
        draft.own(element, (line,))
        fill(draft, element, line)


def _printed(lines: Sequence[Span | Passage]) -> list[Span]:
    return [line for line in lines if isinstance(line, Span)]


def _lines(passages: Sequence[Held], text: str) -> Iterator[Span | Passage]:
    """Give the lines, and what stands between them, in the order of the page."""
    for held in passages:
        spans = [line for span in held.passage.spans for line in _lines_of(span, text)]
        inside = list(held.inside)
        for line in spans:
            while inside and inside[0].spans[0].start < line.start:
                yield inside.pop(0)
            yield line
        yield from inside


def _lines_of(span: Span, text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text, span.start, span.end):
        line = Span(match.start(), match.end()).trimmed(text)
        if len(line):
            yield line


def _is_caption(draft: Draft, line: Span) -> bool:
    """Tell whether a line announces the list: by its colon, or by the house style."""
    words = line.of(draft.source.text)
    known = draft.settings.profile.phrases.get(Kind.PARTICIPANTS, ())
    return words.endswith(":") or words.casefold() in {p.casefold() for p in known}
