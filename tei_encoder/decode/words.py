"""The words of an element, and what is marked in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.decode.buffer import Buffer
from tei_encoder.decode.marked import BLOCKS, MARKED
from tei_encoder.decode.page_breaks import breaks_of
from tei_encoder.model.decoded import Inline
from tei_encoder.model.source import Span
from tei_encoder.tei.names import XML_ID, local_name, tei
from tei_encoder.tei.text import (
    EDITORIAL,
    character_of,
    collapsed,
    declared_characters,
    is_element,
    plain_text,
    walk,
)

_POINTERS: Final = frozenset(
    {
        "ana",
        "corresp",
        "ref",
        "resp",
        "target",
        "who",
        "change",
        "facs",
        "synch",
    }
)
_LEFT_OUT: Final = frozenset({"source", "start", "end", "synch", XML_ID})
#: what closes a printed label
COLONS: Final = (":", "\uff1a")
_STRUCTURES: Final = frozenset({"figure", "list", "table"})
_DRESSED: Final = frozenset({"head", "label", "note", "p", "seg", "speaker"})
_EVENTS: Final = frozenset({"incident", "kinesic", "vocal"})
#: in `stage/@type` a lone `delivery` is vocal, a lone `business` may be anything
_DELIVERY: Final = "delivery"
_FW, _G, _NOTE = tei("fw"), tei("g"), tei("note")
_RANGE = re.compile(r"src:(\d{1,18}),(\d{1,18})\Z")


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed of the whole file while its parts are read.

    `breaks` are the page breaks before a passage, outside of any.
    """

    record: str
    declared: Mapping[str, str]
    ids: Mapping[str, etree._Element]
    breaks: Mapping[etree._Element, tuple[etree._Element, ...]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The text of one or several elements and what is marked in it."""

    text: str
    inlines: tuple[Inline, ...] = ()
    spans: tuple[Span, ...] = ()


def context_of(root: etree._Element) -> Context:
    """Gather the ids and declared characters of a file (the first of double ids)."""
    ids: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        identifier = element.get(XML_ID)
        if identifier:
            ids.setdefault(identifier, element)
    breaks = dict(breaks_of(root))
    return Context(root.get(XML_ID, ""), declared_characters(root), ids, breaks)


def spans_of(element: etree._Element) -> tuple[Span, ...]:
    """Give the ranges of the source that `@source` names, as far as they are ranges."""
    given = element.get("source")
    if not given:
        return ()
    found = (_RANGE.match(token) for token in given.split())
    pairs = ((int(m[1]), int(m[2])) for m in found if m)
    return tuple(Span(start, end) for start, end in pairs if start <= end)


def pointer(token: str, context: Context) -> str:
    """Give the id in a local pointer, without `#` and the record's prefix."""
    if not token.startswith("#"):
        return token
    return token[1:].removeprefix(f"{context.record}.") if context.record else token[1:]


def event_of(element: etree._Element) -> str | None:
    """Tell which event an element says it is; the two modes say it differently."""
    name = local_name(element.tag)
    if name in _EVENTS:
        return name
    types = element.get("type", "").split() if name == "stage" else []
    named = next((t for t in types if t in _EVENTS), None)
    return "vocal" if not named and types == [_DELIVERY] else named


def words_of(
    context: Context,
    *elements: etree._Element,
    without: etree._Element | None = None,
) -> Words:
    """Read elements as one text, a line end between them, `without` left out."""
    exact = any(spans_of(e) for e in (*elements, *elements[0].iterancestors()))
    reading = _Reading(context, Buffer(exact=exact), without)
    for element in elements:
        reading.buffer.separate("\n")
        for page in context.breaks.get(element, ()):
            reading.enter(page, [], outermost=False)
        start = reading.buffer.length
        reading.read(element)
        reading.whole(element, start)
    text = reading.buffer.text()
    inlines = tuple(_settled(inline, text) for inline in reading.inlines)
    spans = tuple(span for element in elements for span in spans_of(element))
    return Words(text, inlines, spans)


@dataclass(slots=True)
class _Reading:
    context: Context
    buffer: Buffer
    without: etree._Element | None = None
    inlines: list[Inline] = field(default_factory=list)

    def read(self, element: etree._Element) -> None:
        silent: etree._Element | None = None
        opened: list[tuple[etree._Element, int]] = []
        for entering, node in walk(element):
            if silent is not None and node is not silent:
                continue
            if entering:
                if self.swallowed(node, element):
                    silent = node
                else:
                    self.enter(node, opened, outermost=node is element)
            else:
                if silent is None:
                    self.leave(node, opened)
                silent = None
                if node is not element:
                    self.buffer.add(self.tail(node))

    def whole(self, element: etree._Element, start: int) -> None:
        """Note what all of a passage is, and how it looks."""
        span = Span(start, self.buffer.length)
        if not len(span):
            return
        name = local_name(element.tag)
        if name in _STRUCTURES:
            self.inlines.insert(0, self.inline(element, span, ""))
        elif element.get("rend") and (element.get("source") or name in _DRESSED):
            rend = (("rend", element.get("rend", "")),)
            self.inlines.insert(0, Inline("hi", span, "", rend))

    def swallowed(self, node: etree._Element, element: etree._Element) -> bool:
        """Tell whether what is in `node` is no part of the text; note what it is."""
        if not is_element(node) or node.tag in EDITORIAL or node is self.without:
            return True
        character = character_of(node, self.context.declared) if node.tag == _G else ""
        if character:
            self.buffer.add(character)
            return True
        if node is not element and self.detached(node, element):
            words = collapsed(plain_text(node, declared=self.context.declared))
            at = self.buffer.length
            self.inlines.append(self.inline(node, Span(at, at), words))
            return True
        return False

    def tail(self, node: etree._Element) -> str:
        """Give what follows `node`; the colon that closes a label goes with it."""
        words = node.tail or ""
        if node is not self.without:
            return words
        colon = next((c for c in COLONS if words.lstrip().startswith(c)), "")
        return words.lstrip().removeprefix(colon) if colon else words

    def detached(self, node: etree._Element, element: etree._Element) -> bool:
        """Tell what stands beside the text from what is printed within it.

        Beside it stand what is printed at the edge of a page, notes with a place of
        their own, and whatever answers for words itself where `element` does, too.
        """
        if node.tag == _FW or (spans_of(node) and spans_of(element)):
            return True
        if node.tag != _NOTE:
            return False
        own_place = any(node.get(name) for name in ("place", "n", "source"))
        return own_place or not self.buffer.exact

    def enter(
        self,
        node: etree._Element,
        opened: list[tuple[etree._Element, int]],
        *,
        outermost: bool,
    ) -> None:
        name = local_name(node.tag)
        if name == "lb" and node.get("break") == "no":
            self.buffer.glue()
        elif name == "lb" or (node.tag in BLOCKS and not outermost):
            self.buffer.separate("\n")
        if node.get("join") in {"left", "both"}:
            self.buffer.glue()
        if name in MARKED and not outermost:
            opened.append((node, len(self.inlines)))
            start = self.buffer.length
            self.inlines.append(self.inline(node, Span(start, start), ""))
        self.buffer.add(node.text or "")

    def leave(
        self, node: etree._Element, opened: list[tuple[etree._Element, int]]
    ) -> None:
        if opened and opened[-1][0] is node:
            _, index = opened.pop()
            noted = self.inlines[index]
            span = Span(noted.span.start, self.buffer.length)
            self.inlines[index] = Inline(noted.element, span, "", noted.attributes)
        if node.tag in BLOCKS:
            self.buffer.separate("\n")
        if node.get("join") in {"right", "both"}:
            self.buffer.glue()

    def inline(self, node: etree._Element, span: Span, words: str) -> Inline:
        name = local_name(node.tag)
        event = event_of(node)
        given = [
            (str(key), self.value(str(key), str(value)))
            for key, value in sorted(node.attrib.items())
            if (key not in _LEFT_OUT or (key, name) == ("synch", "anchor"))
            and not (event and key == "type")
        ]
        return Inline(event or name, span, words, tuple(given))

    def value(self, key: str, value: str) -> str:
        if key not in _POINTERS:
            return value
        return " ".join(pointer(t, self.context) for t in value.split())


def _settled(inline: Inline, text: str) -> Inline:
    """Give a marked stretch its words, without the white space around it."""
    if inline.text or not len(inline.span):
        return inline
    span = inline.span.trimmed(text)
    return Inline(inline.element, span, span.of(text), inline.attributes)


def first_span(spans: Sequence[Span]) -> Span | None:
    """Give the whole stretch from the first range to the last."""
    return Span(spans[0].start, spans[-1].end) if spans else None
