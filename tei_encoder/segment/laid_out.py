"""What a file says beside its words, put to use: what is read, and what is stated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tei_encoder.model.block import Block
from tei_encoder.model.layout import Aside, Layout, StatedTurn
from tei_encoder.model.layout_share import moved
from tei_encoder.model.source import Source
from tei_encoder.model.span import Span
from tei_encoder.profiles.model import Profile
from tei_encoder.segment.appearance import NO_LOOKS, Looks, looks
from tei_encoder.segment.page import Page
from tei_encoder.segment.read import read
from tei_encoder.segment.stated import hull, interruptions, turn_blocks
from tei_encoder.segment.struck import fronted, struck
from tei_encoder.segment.tables import one_block, spoken
from tei_encoder.segment.view import View, view
from tei_encoder.segment.weaving import woven

#: why the column headings of a table of turns are set aside
COLUMN_HEADING = "column-heading"


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page read, the view of the text that it shows, and what the file states."""

    source: Source
    view: View
    page: Page
    turns: tuple[Block, ...]
    between: tuple[Block, ...]

    def woven(self, read: Iterable[Block]) -> tuple[Block, ...]:
        """Give all blocks of the text, those read of the page in their places."""
        blocks = tuple(read)
        text, layout = self.source.text, self.source.layout
        plain = not self.turns and not self.between and not self.source.parts
        if not plain or self.view.text != text:
            blocks = woven(self.source, self.view, blocks, self.turns, self.between)
        if layout == Layout():
            return blocks
        return fronted(blocks, text, tuple(struck(text, layout)))


def laid_out(source: Source, profile: Profile) -> LaidOut:
    """Read a source, its layout in mind; without any, its text alone."""
    text, layout = source.text, source.layout
    if layout == Layout():
        whole = view(text, ())
        return LaidOut(source, whole, read(text, profile), (), ())
    speech = tuple(_speech(text, layout))
    headings = tuple(Aside(s.header, COLUMN_HEADING) for s in speech if s.header)
    stated = Layout(asides=(*layout.asides, *headings), notes=layout.notes)
    between = interruptions(text, stated)
    turns = (*layout.turns, *(turn for s in speech for turn in s.turns))
    hidden = [block.span for block in between]
    hidden += [span for turn in turns if (span := hull(turn)) is not None]
    hidden += [s.place for s in speech]
    hidden += struck(text, layout)
    seen = view(text, hidden)
    page = read(seen.text, profile, _looks(layout, seen))
    blocks = tuple(block for turn in turns for block in turn_blocks(text, turn))
    return LaidOut(source, seen, page, blocks, between)


@dataclass(frozen=True, slots=True)
class _Speech:
    """A table of turns: its place, its turns, its row of headings."""

    place: Span
    turns: tuple[StatedTurn, ...]
    header: Span | None


def _speech(text: str, layout: Layout) -> Iterator[_Speech]:
    """Give the tables that hold turns, where no turn is stated already."""
    stated = [span for turn in layout.turns if (span := hull(turn)) is not None]
    for table in layout.tables:
        found = spoken(text, table)
        if found and not any(span.overlaps(table.span) for span in stated):
            yield _Speech(table.span, found.turns, found.header)


def _looks(layout: Layout, seen: View) -> Looks:
    inner = moved(layout, seen.seen)
    if not (inner.paragraphs or inner.runs or inner.tables or inner.lists):
        return NO_LOOKS
    return looks(inner, seen.text, tuple(one_block(seen.text, inner)))
