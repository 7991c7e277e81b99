"""The text of a TEI file as a reader of the page would see it.

White space of XML is a space, at most one; paragraphs and what stands among them are
parted by a blank line, verse lines and items by a line end, cells by a tab. A note
within a line gives its number (`@n`) there, and stands behind the text.
"""

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.model.layout import AnchoredNote, NoteKind
from tei_encoder.model.source import PartKind
from tei_encoder.model.span import Span
from tei_encoder.readers.reading_text import CELL, LINE, PARAGRAPH, ReadingText
from tei_encoder.readers.tei.kinds import (
    HAPPENED,
    is_anchored,
    is_silent,
    mixed_content,
    name_of,
    separator,
)
from tei_encoder.tei.names import XML_ID
from tei_encoder.tei.text import character_of, declared_characters, is_element, walk

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_TOKENS: Final = frozenset({"w", "pc"})


@dataclass(slots=True)
class Written:
    """A text that is written, and where the words of each element stand in it.

    `labels` are the names written for turns whose speaker the file only points to.
    """

    text: ReadingText
    spans: dict[etree._Element, Span] = field(default_factory=dict)
    labels: dict[etree._Element, Span] = field(default_factory=dict)


def write_flow(root: etree._Element, names: Mapping[etree._Element, str]) -> Written:
    """Write the text of a tree; `names` are put before turns without a label."""
    flow = _Flow(root, names)
    flow.write(root)
    while flow.notes:
        flow.write_note(*flow.notes.popleft())
    return flow.written


class _Flow:
    """Walks a tree and writes its words."""

    def __init__(
        self, root: etree._Element, names: Mapping[etree._Element, str]
    ) -> None:
        self.written = Written(ReadingText())
        self.text = self.written.text
        self.names = names
        self.mixed = mixed_content(root)
        self.declared = declared_characters(root)
        self.notes: deque[tuple[etree._Element, Span]] = deque()
        self.space = False
        self.glued = False
        self.number = ""
        self.mark: Span | None = None
        self.opened: dict[etree._Element, list[int]] = {}

    def write(self, root: etree._Element) -> None:
        """Write all words of a tree but those of notes that stand elsewhere."""
        silent: etree._Element | None = None
        for entering, node in walk(root):
            if silent is None and entering and self._passes(node, root):
                silent = node
            elif silent is None and entering:
                self._enter(node)
            elif silent is None or (silent is node and not entering):
                if silent is None:
                    self._leave(node)
                silent = None
                if node is not root:
                    self._say(node.tail)

    def write_note(self, note: etree._Element, anchor: Span) -> None:
        """Write a note behind the text: its number, and its words."""
        self._part(PARAGRAPH)
        begun = self.text.open()
        self.number = note.get("n", "").strip()
        self.mark = None
        self.write(note)
        self._add(self.number)
        body = self.text.close(begun)
        if body:
            self.text.remember(AnchoredNote(anchor, body, _kind(note), self.mark))
        self._part(PARAGRAPH)

    def _passes(self, node: etree._Element, root: etree._Element) -> bool:
        """Tell whether a node is passed over, once what stands for it is written."""
        if not is_element(node):
            self._say(node.text if node.tag is etree.Entity else None)
            return True
        if node is not root and is_anchored(node, self.mixed):
            anchor = self._add(node.get("n", "").strip())
            self.notes.append((node, anchor))
            return True
        character = character_of(node, self.declared) if name_of(node) == "g" else None
        if character:
            self._add(character)
        return bool(character) or is_silent(node)

    def _enter(self, node: etree._Element) -> None:
        name = name_of(node)
        if name == "pb":
            self.text.begin_part(PartKind.PAGE, node.get("n", ""))
        elif name == "TEI" and node.getparent() is not None:
            self.text.begin_part(PartKind.FILE, node.get(XML_ID, ""))
        elif name == "lb" and node.get("break") != "no":
            self._part(LINE)
        elif name == "cell":
            self._part("")
            self._part(CELL) if node.getprevious() is not None else None
        elif name in _TOKENS and node.get("join") in {"left", "both"}:
            self.space = False
        if apart := separator(node, self.mixed):
            self._part(apart)
        self.opened[node] = self.text.open()
        if node in self.names:
            self.written.labels[node] = self.text.add(self.names[node])
            self.text.add(CELL)
        self._say(node.text)

    def _leave(self, node: etree._Element) -> None:
        self.written.spans[node] = self.text.close(self.opened.pop(node))
        if apart := separator(node, self.mixed):
            self._part(apart)
        if name_of(node) in _TOKENS:
            self.glued = node.get("join") in {"right", "both"}

    def _part(self, apart: str) -> None:
        self.space = False
        self.text.part(apart)

    def _say(self, words: str | None) -> None:
        """Write words, their white space as one space each."""
        if not words:
            return
        bare = _SPACE.sub(" ", words)
        if bare.startswith(" ") and not self.glued:
            self.space = True
        self._add(bare.strip(" "))
        if bare.strip(" ") and bare.endswith(" "):
            self.space = True

    def _add(self, words: str) -> Span:
        if not words:
            return Span(len(self.text), len(self.text))
        if self.number:
            self.mark = self.text.add(self.number)
            self.number, self.space = "", words != self.number
            if not self.space:
                return self.mark
        if self.space:
            self.text.part(" ")
        self.space = self.glued = False
        return self.text.add(words)


def _kind(note: etree._Element) -> NoteKind:
    if name_of(note) in HAPPENED:
        return NoteKind.COMMENT
    return NoteKind.ENDNOTE if note.get("place") == "end" else NoteKind.FOOTNOTE
