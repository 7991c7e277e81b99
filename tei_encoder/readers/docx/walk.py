"""The walk through a document: what is known at a place, and who handles what."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from tei_encoder.model.layout import ChangeKind
from tei_encoder.model.span import Span
from tei_encoder.readers.docx.fields import Fields, fields_of
from tei_encoder.readers.docx.names import W
from tei_encoder.readers.docx.numbering import Numbering
from tei_encoder.readers.docx.package import Package, Part
from tei_encoder.readers.docx.styles import RunLook, Styles
from tei_encoder.readers.office.flow import Flow
from tei_encoder.readers.office.notes import Notes
from tei_encoder.readers.office.rules import HIDDEN_TEXT, UNKNOWN_SYMBOL
from tei_encoder.readers.office.symbol_fonts import spelled_out, unknown

Handler = Callable[["Walk", etree._Element], None]  # noqa: SLF001 - lxml names it so


@dataclass(slots=True)
class Walk:
    """A walk through the stories of a document: body, notes, headers, text boxes.

    `handlers` tell what to do by the name of an element; one without a handler is
    walked through, so that no wrapper hides words. `part` is where the walk is,
    `look` that of the run, `style` the id of the paragraph's style.
    """

    package: Package
    styles: Styles
    numbering: Numbering
    flow: Flow
    handlers: Mapping[str, Handler]
    part: Part
    fields: Fields
    style: str = ""
    look: RunLook = field(default_factory=RunLook)
    section: int = 0
    notes: Notes = field(default_factory=Notes)

    def through(self, element: etree._Element) -> None:
        """Handle the children of an element, in order."""
        for child in element:
            self.handle(child)

    def handle(self, element: etree._Element) -> None:
        """Handle an element."""
        handler = self.handlers.get(element.tag)
        if handler:
            handler(self, element)
        else:
            self.through(element)

    def words(self, words: str) -> Span:
        """Write words of a run as they look; hidden ones and codes are no text."""
        if self.fields.in_code:
            return self.flow.words("")
        if self.look.hidden:
            self.flow.losses.count(HIDDEN_TEXT, len(words))
            return self.flow.words("")
        shown = spelled_out(words, self.look.font)
        if lost := unknown(shown):
            self.flow.losses.count(UNKNOWN_SYMBOL, lost)
        span = self.flow.words(shown, self.look.styles)
        self.notes.look_for_mark(shown, span)
        return span

    @contextmanager
    def story(
        self, element: etree._Element, part: Part | None = None
    ) -> Iterator[None]:
        """Walk through words that do not belong to the story at this place."""
        outer = self.part, self.fields, self.look, self.style
        self.part = part or self.part
        self.fields = fields_of(self.flow, element, self.fields.computed)
        self.look, self.style = RunLook(), ""
        yield
        self.part, self.fields, self.look, self.style = outer

    @contextmanager
    def change(self, element: etree._Element, kind: ChangeKind) -> Iterator[None]:
        """Mark what is walked through meanwhile as a tracked change."""
        by = element.get(f"{W}author", "")
        with self.flow.change(kind, by, element.get(f"{W}date", "")):
            yield
