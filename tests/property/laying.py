"""A page that is laid out: words with how they look, for tests of layout.

page = Laid()
page.add("ANNA: We agree.")
page.styled("agree", Style.ITALIC)
source = page.source()
"""

from dataclasses import dataclass, field, replace

from strategies import source_of

from tei_encoder import Settings, convert, load_profile
from tei_encoder.model.block import Block, Field
from tei_encoder.model.layout import (
    AnchoredNote,
    Aside,
    ItemList,
    Layout,
    NoteKind,
    Paragraph,
    StatedTurn,
    Style,
    StyledRun,
    Table,
)
from tei_encoder.model.source import PartKind, Source, SourcePart, Span
from tei_encoder.pipeline import Conversion
from tei_encoder.segment import segment


@dataclass(slots=True)
class Laid:
    """A text as it grows, and its layout; words are found by their last place."""

    text: str = ""
    kept: dict[str, list[object]] = field(default_factory=dict)
    pages: list[tuple[int, str]] = field(default_factory=list)
    uri: str = "page.docx"

    def add(self, words: str, separator: str = "\n\n", **looks: object) -> Span:
        """Add a paragraph, with what the file says of it if anything."""
        self.text += (separator if self.text else "") + words
        span = Span(len(self.text) - len(words), len(self.text))
        if looks:
            self.keep("paragraphs", Paragraph(span, **looks))  # type: ignore[arg-type]
        return span

    def at(self, words: str) -> Span:
        """Give the last place of some words."""
        start = self.text.rindex(words)
        return Span(start, start + len(words))

    def keep(self, name: str, item: object) -> None:
        """Keep an item of the layout."""
        self.kept.setdefault(name, []).append(item)

    def styled(self, words: str, style: Style) -> None:
        """Say how words look."""
        self.keep("runs", StyledRun(self.at(words), style))

    def run(self, words: str, style: Style) -> StyledRun:
        """Give a run for the first place of some words."""
        start = self.text.index(words)
        return StyledRun(Span(start, start + len(words)), style)

    def aside(self, words: str, reason: str, separator: str = "\n\n") -> None:
        """Add words that are no part of the record."""
        self.keep("asides", Aside(self.add(words, separator), reason))

    def note(self, anchor: Span, words: str, mark: str = "", **more: object) -> None:
        """Add the body of a note, whose reference is at `anchor`."""
        body = self.add(words)
        printed = Span(body.start, body.start + len(mark)) if mark else None
        self.keep("notes", AnchoredNote(anchor, body, mark=printed, **more))  # type: ignore[arg-type]

    def comment(self, anchor: Span, words: str, by: str = "", when: str = "") -> None:
        """Add a comment."""
        self.note(anchor, words, kind=NoteKind.COMMENT, by=by, when=when)

    def table(self, *rows: tuple[str, ...], header_rows: int = 0) -> Span:
        """Add a table."""
        first = self.add("")
        places = []
        for number, row in enumerate(rows):
            cells = [
                self.add(cell, "\n" if number and not i else "\t" if i else "")
                for i, cell in enumerate(row)
            ]
            places.append(tuple(cells))
        span = Span(first.start, len(self.text))
        self.keep("tables", Table(span, tuple(places), header_rows))
        return span

    def listed(self, *items: str, ordered: bool = False) -> Span:
        """Add a list."""
        first = self.add("")
        spans = [self.add(item, "\n" if i else "") for i, item in enumerate(items)]
        span = Span(first.start, len(self.text))
        self.keep("lists", ItemList(span, tuple(spans), ordered))
        return span

    def turn(self, label: str, *paragraphs: str) -> StatedTurn:
        """Add a turn that the file states."""
        name = self.add(label) if label else None
        speech = tuple(
            self.add(words, "\n" if not i and label else "\n\n")
            for i, words in enumerate(paragraphs)
        )
        made = StatedTurn(name, speech)
        self.keep("turns", made)
        return made

    def page(self, name: str) -> None:
        """Begin a page here."""
        self.pages.append((len(self.text), name))

    def source(self) -> Source:
        """Give the source."""
        ends = [*(start for start, _ in self.pages[1:]), len(self.text)]
        parts = tuple(
            SourcePart(PartKind.PAGE, name, Span(start, end))
            for (start, name), end in zip(self.pages, ends, strict=False)
        )
        kept = {name: tuple(items) for name, items in self.kept.items()}
        layout = Layout(**kept)  # type: ignore[arg-type]
        return replace(source_of(self.text, self.uri), layout=layout, parts=parts)

    def blocks(self) -> list[Block]:
        """Segment the page; blanks are left out."""
        found = segment(self.source(), Settings(profile=load_profile("generic"))).value
        return [block for block in found if block.field is not Field.BLANK]

    def shown(self) -> list[str]:
        """Segment the page and show its blocks, one line each."""
        return [shown(block, self.text) for block in self.blocks()]

    def converted(self, **settings: object) -> Conversion:
        """Convert the page."""
        profile = load_profile("generic")
        asked = Settings(profile=profile, record_id="rec")
        return convert(self.source(), replace(asked, **settings))  # type: ignore[arg-type]


def shown(block: Block, text: str) -> str:
    """Show a block: kind, reason, label, words."""
    kind = f"{block.kind}/{block.reason}" if block.reason else str(block.kind)
    kind += "+" if block.resumes else ""
    label = f"<{block.label.printed.of(text)}> " if block.label else ""
    return f"{kind}: {label}{block.span.of(text)}".replace("\n", "⏎")
