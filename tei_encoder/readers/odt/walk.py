"""The walk through a text: what is known at a place, and who handles what."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Style
from tei_encoder.model.span import Span
from tei_encoder.readers.odt.numbering import Count, Numbering
from tei_encoder.readers.odt.package import Package
from tei_encoder.readers.odt.styles import Styles
from tei_encoder.readers.office.flow import Flow
from tei_encoder.readers.office.item_lists import Item
from tei_encoder.readers.office.notes import Notes, Waiting
from tei_encoder.readers.office.rules import HIDDEN_TEXT, UNKNOWN_SYMBOL
from tei_encoder.readers.office.symbol_fonts import spelled_out, unknown

Handler = Callable[["Walk", etree._Element], None]  # noqa: SLF001 - lxml names it so

#: white space counts once (ODF 1.3, part 3, 6.1.2)
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class ListPlace:
    """The list at a place: its style, how far it counted, and the item to begin.

    `number` is printed before the next paragraph; `item` says what that belongs to.
    """

    style: str
    level: int
    count: Count
    key: str
    item: Item | None = None
    number: str = ""


@dataclass(slots=True)
class Walk:
    """A walk through the stories of a text: body, notes, headers, text boxes.

    `handlers` tell what to do by the name of an element; one without a handler is
    walked through, so that no wrapper hides words. `paragraph` is the name of the
    paragraph's style, `spans` those of the text styles around a place.
    """

    package: Package
    styles: Styles
    numbering: Numbering
    flow: Flow
    handlers: Mapping[str, Handler]
    regions: Mapping[str, etree._Element]
    notes: Notes = field(default_factory=Notes)
    paragraph: str | None = None
    spans: tuple[str, ...] = ()
    extra: tuple[Style, ...] = ()
    lists: list[ListPlace] = field(default_factory=list)
    #: counts of lists by id and by style, for those that continue them
    counts: dict[str, Count] = field(default_factory=dict)
    outline: Count = field(default_factory=lambda: Count(""))
    insertions: dict[str, ExitStack] = field(default_factory=dict)
    comments: dict[str, Waiting] = field(default_factory=dict)
    hiding: int = 0
    _blank: bool = True

    def through(self, element: etree._Element) -> None:
        """Handle the text and the children of an element, in order."""
        if self.paragraph is not None and element.text:
            self.characters(element.text)
        for child in element:
            self.handle(child)
            if self.paragraph is not None and child.tail:
                self.characters(child.tail)

    def handle(self, element: etree._Element) -> None:
        """Handle an element."""
        handler = self.handlers.get(element.tag)
        if handler:
            handler(self, element)
        else:
            self.through(element)

    def characters(self, characters: str) -> None:
        """Write character data: runs of white space count once, none at the start."""
        words = _BLANKS.sub(" ", characters)
        if self._blank:
            words = words.removeprefix(" ")
        if words:
            self.words(words)
            self._blank = words.endswith(" ")

    def words(self, words: str) -> Span:
        """Write words as they look at this place; hidden ones are no text."""
        self._blank = False
        look = self.styles.look(self.paragraph or "", self.spans)
        if look.hidden or self.hiding:
            self.flow.losses.count(HIDDEN_TEXT, len(words))
            return self.flow.words("")
        shown = spelled_out(words, look.font)
        if lost := unknown(shown):
            self.flow.losses.count(UNKNOWN_SYMBOL, lost)
        return self.flow.words(shown, (*look.styles, *self.extra))

    def begin_note(self) -> None:
        """Write the mark of a note before its first words, as the page shows it."""
        note = self.notes.current
        if note and note.mark and note.mark_span is None:
            self.notes.write_mark(self.words)
            self.flow.words(" ")
            self._blank = True

    @contextmanager
    def in_paragraph(self, style: str) -> Iterator[None]:
        """Walk through a paragraph: character data in it are text."""
        outer = self.paragraph, self.spans, self._blank
        self.paragraph, self.spans, self._blank = style, (), True
        yield
        self.paragraph, self.spans, self._blank = outer

    @contextmanager
    def in_span(self, style: str) -> Iterator[None]:
        """Walk through words in a text style."""
        outer = self.spans
        self.spans = (*outer, style)
        yield
        self.spans = outer

    @contextmanager
    def story(self) -> Iterator[None]:
        """Walk through words that do not belong to the paragraph at this place."""
        outer = self.paragraph, self.spans, self.lists, self.extra
        self.paragraph, self.spans, self.lists, self.extra = None, (), [], ()
        yield
        self.paragraph, self.spans, self.lists, self.extra = outer

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Leave out what is walked through meanwhile, and count it."""
        self.hiding += 1
        yield
        self.hiding -= 1
