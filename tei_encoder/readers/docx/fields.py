"""Fields: what is shown of them is their stored result (ECMA-376, 17.16)."""

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tei_encoder.readers.docx.names import W
from tei_encoder.readers.office.flow import Flow
from tei_encoder.readers.office.rules import FIELD

_CHARACTER: Final = f"{W}fldChar"
_TYPE: Final = f"{W}fldCharType"
#: HYPERLINK "address", or HYPERLINK \l "bookmark" (17.16.5.25)
_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?', re.ASCII)
_BOOKMARK: Final = re.compile(r'\\l\s+"([^"]*)"')
#: fields that show something without a stored result
_SHOWING: Final = frozenset({"EQ", "SYMBOL", "MACROBUTTON", "GOTOBUTTON"})


@dataclass(slots=True)
class _Field:
    """A field that is open: its code so far, and whether its result has begun."""

    code: list[str] = field(default_factory=list)
    shown: bool = False
    closing: ExitStack = field(default_factory=ExitStack)


@dataclass(slots=True)
class Fields:
    """The fields that are open in a story (body, note, header, text box).

    Results of the fields named in `computed` are not what the author saw; they are
    left out and counted.
    """

    flow: Flow
    closed: frozenset[etree._Element]
    computed: frozenset[str] = frozenset()
    _open: list[_Field] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Tell whether words at this place are code, not text."""
        return any(not each.shown for each in self._open)

    def character(self, element: etree._Element) -> None:
        """Begin a field, or its result, or end it."""
        if element not in self.closed:
            return
        match element.get(_TYPE):
            case "begin":
                self._open.append(_Field())
            case "separate" if self._open and not self._open[-1].shown:
                self._separate(self._open[-1])
            case "end" if self._open:
                self._end(self._open.pop())

    def is_computed(self, code: str) -> bool:
        """Tell whether a field's result is left out, and count it if so."""
        is_computed = _name(code) in self.computed
        self.flow.losses.count(FIELD, int(is_computed))
        return is_computed

    def code(self, words: str) -> None:
        """Add to the code of the innermost field."""
        if self._open and not self._open[-1].shown:
            self._open[-1].code.append(words)

    def _separate(self, current: _Field) -> None:
        code = "".join(current.code)
        if not self.is_computed(code):
            current.shown = True
            current.closing.enter_context(self.flow.link(hyperlink(code)))

    def _end(self, ended: _Field) -> None:
        ended.closing.close()
        if not ended.shown and _name("".join(ended.code)) in _SHOWING:
            self.flow.losses.count(FIELD)


def fields_of(
    flow: Flow, story: etree._Element, computed: frozenset[str] = frozenset()
) -> Fields:
    """Give the fields of a story: only those that are closed hide their code.

    A field without an end would hide the rest of the story; its code is shown as far
    as it is text, and it is counted.
    """
    closed: set[etree._Element] = set()
    begun: list[list[etree._Element]] = []
    for element in story.iter(_CHARACTER):
        kind = element.get(_TYPE)
        if kind == "begin":
            begun.append([element])
        elif begun:
            begun[-1].append(element)
            if kind == "end":
                closed.update(begun.pop())
    flow.losses.count(FIELD, len(begun))
    return Fields(flow, frozenset(closed), computed)


def _name(code: str) -> str:
    """Give the name of a field: the first word of its code."""
    return next(iter(code.split(maxsplit=1)), "").upper()


def hyperlink(code: str) -> str:
    """Give the address of a HYPERLINK field; nothing for another field."""
    found = _ADDRESS.match(code)
    if not found:
        return ""
    bookmark = _BOOKMARK.search(code)
    return (found[1] or found[2] or "") + (f"#{bookmark[1]}" if bookmark else "")
