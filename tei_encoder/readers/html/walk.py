"""Walks through a page once and writes its reading text."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Aside
from tei_encoder.model.source import PartKind
from tei_encoder.model.span import Span
from tei_encoder.readers.html import appearance, elements
from tei_encoder.readers.html.dialogue import Dialogue
from tei_encoder.readers.html.frame import Frame, Grid
from tei_encoder.readers.html.lists import ListState
from tei_encoder.readers.html.notes import Notes
from tei_encoder.readers.html.pages import page_break
from tei_encoder.readers.html.paragraphs import Look, Paragraphs
from tei_encoder.readers.html.tree import PROGRAM, classes, local
from tei_encoder.readers.reading_text import ReadingText

#: elements whose content lies in other files; what stands in them is not shown
OUTSIDE: Final = frozenset({"iframe", "frame", "object", "embed", "audio", "video"})
#: elements that draw or offer values
_DRAWN: Final = frozenset({"svg", "canvas", "datalist"})


class Walk:
    """A walk through a page: what it has written, and what it has seen on the way."""

    def __init__(
        self, text: ReadingText, notes: Notes, asides: Mapping[etree._Element, str]
    ) -> None:
        """Begin at the end of a text."""
        self.text = text
        self.paragraphs = Paragraphs(self.text)
        self.notes, self.asides, self._watched = notes, asides, notes.watched
        self.spans: dict[etree._Element, Span] = {}
        self.hidden: list[etree._Element] = []
        self.outside: list[etree._Element] = []
        self.lists: list[ListState] = []
        self.grids: list[Grid | None] = []
        self.dialogues: list[Dialogue | None] = []
        self.finished_dialogues: list[Dialogue] = []
        self.set_aside: list[Aside] = []
        self._frames: list[Frame] = [Frame(Look())]
        self._looks: dict[tuple[str, Look], Look] = {}
        self._pages = 0

    @property
    def in_aside(self) -> bool:
        """Tell whether what comes next is no part of the record."""
        return any(frame.aside for frame in self._frames)

    @property
    def in_grid(self) -> bool:
        """Tell whether what comes next stands in a cell of a table of data."""
        return any(self.grids)

    def run(self, body: etree._Element) -> None:
        """Write the whole page."""
        walk = etree.iterwalk(body, events=("start", "end", "comment"))
        for event, element in walk:
            match event:
                case "start" if self._is_left_out(element):
                    self._frames.append(Frame(self._frames[-1].look))
                    walk.skip_subtree()
                    continue
                case "start":
                    self._start(element)
                    following = element.text
                case "end":
                    self._end()
                    following = element.tail if element is not body else None
                case _:
                    self._break_page(element)
                    following = element.tail
            if following:
                self.paragraphs.words(following, self._frames[-1].look)
        self.paragraphs.boundary()

    def _is_left_out(self, element: etree._Element) -> bool:
        name = local(element)
        if name in PROGRAM or name in _DRAWN:
            return True
        if name in OUTSIDE:
            self.outside.append(element)
            return True
        if appearance.is_hidden(element):
            self.hidden.append(element)
            return True
        return False

    def _start(self, element: etree._Element) -> None:
        frame = Frame(self._look(element))
        frame.block = local(element) in appearance.BLOCKS or element in self.asides
        self._frames.append(frame)
        if frame.block:
            frame.separator = elements.separator(self, element)
            self.paragraphs.boundary(frame.separator)
        self._break_page(element)
        if reason := self.asides.get(element):
            frame.aside = True
            frame.at_end(self.text, lambda span: self._aside(span, reason))
        if element in self._watched:
            frame.at_end(self.text, lambda span: self.spans.update({element: span}))
        elements.start(self, element, frame)

    def _end(self) -> None:
        frame = self._frames[-1]
        if frame.closing:
            self.paragraphs.words(frame.closing, frame.look)
        self._frames.pop()
        if frame.block:
            self.paragraphs.boundary(frame.separator)
        for begun, end in reversed(frame.ends):
            end(self.text.close(begun))
        if frame.after:
            frame.after()

    def _look(self, element: etree._Element) -> Look:
        """Give the look inside an element; one without attributes looks like others."""
        given = self._frames[-1].look
        if element.keys():
            return _look(element, given)
        key = local(element), given
        if key not in self._looks:
            self._looks[key] = _look(element, given)
        return self._looks[key]

    def _aside(self, span: Span, reason: str) -> None:
        if span:
            self.set_aside.append(Aside(span, reason))
            self.text.remember(self.set_aside[-1])

    def _break_page(self, element: etree._Element) -> None:
        name = page_break(element)
        if name is not None and not self.in_aside:
            self._pages += 1
            self.text.begin_part(PartKind.PAGE, name or str(self._pages))


def _look(element: etree._Element, given: Look) -> Look:
    """Give the look inside an element, from that around it."""
    block = local(element) in appearance.BLOCKS
    level = appearance.heading_level(element)
    return Look(
        styles=appearance.styles_of(element, given.styles),
        keeps_space=appearance.keeps_space(element, given=given.keeps_space),
        name=" ".join(sorted(classes(element))) or given.name if block else given.name,
        level=level or given.level,
        indent=appearance.indent_of(element, given.indent) if block else given.indent,
        centred=appearance.is_centred(element, given=given.centred)
        if block
        else given.centred,
    )
