"""Characters: XML 1.0 forbids some; they become `g` (Guidelines, chapter 5)."""

import re

from lxml import etree

from tei_encoder.encode.draft import Draft
from tei_encoder.tei.elements import append_text, child

#: what XML 1.0, 2.2 leaves out of its characters
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: white space that holds a line end
LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")


def write(draft: Draft, element: etree._Element, text: str) -> None:
    """Add `text` at the end of `element`, exactly; forbidden characters become `g`."""
    if text.isprintable():  # implies that nothing is forbidden, and is quick
        if text:
            append_text(element, text)
        return
    done = 0
    for match in FORBIDDEN.finditer(text):
        append_text(element, text[done : match.start()])
        child(element, "g", ref=draft.character(match[0]))
        done = match.end()
    if done < len(text):
        append_text(element, text[done:])


def write_lines(draft: Draft, element: etree._Element, text: str) -> None:
    """Do the same where lines matter: a line end becomes `lb` and one space."""
    done = 0
    for match in _SPACE.finditer(text):
        if LINE_END.search(match[0]):
            write(draft, element, text[done : match.start()])
            child(element, "lb").tail = " "
            done = match.end()
    write(draft, element, text[done:])


def one_line(text: str) -> str:
    """Give `text` with each run of white space that holds a line end as one space."""
    return _SPACE.sub(joined_lines, text).strip()


def joined_lines(space: re.Match[str]) -> str:
    """Give one space for white space that holds a line end, else what it is."""
    return " " if LINE_END.search(space[0]) else space[0]


def plain(text: str) -> str:
    """Give `text` where no `g` may stand: U+FFFD for what XML forbids."""
    return FORBIDDEN.sub("\ufffd", text)
