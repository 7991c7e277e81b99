"""Where things stand: lines and XPath of elements, texts and end tags.

lxml knows the line on which a start tag ends; the others are counted from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_encoder.validate.relaxng.white_space import XML_SPACE

if TYPE_CHECKING:
    from lxml.etree import _Element


def line_of_start(element: _Element) -> int:
    """Return the line on which the start tag ends (1-based; 0: unknown)."""
    # None for elements that were made, not parsed.
    line: int | None = element.sourceline  # type: ignore[assignment]
    return line or 0


def line_of_end(element: _Element) -> int:
    """Return the line of the end tag (1-based)."""
    lines = 0
    current = element
    while len(current):
        current = current[-1]
        lines += (current.tail or "").count("\n")
    # A comment's own text is no content; lxml gives the line where a comment ends.
    if isinstance(current.tag, str):
        lines += (current.text or "").count("\n")
    return line_of_start(current) + lines


def line_of_text(parent: _Element, before: _Element | None) -> int:
    """Return the line of the first visible character of a text.

    `before` is the child that the text follows, None for the text before any child.
    """
    text = (parent.text if before is None else before.tail) or ""
    start = line_of_start(parent) if before is None else line_of_end(before)
    blank = len(text) - len(text.lstrip(XML_SPACE))
    return start + text.count("\n", 0, blank)


def xpath_of(element: _Element) -> str:
    """Return the path of an element, with its name and its place among equals.

    Names are written as in the document; a prefix needs the document's declarations.
    """
    steps: list[str] = []
    current: _Element | None = element
    while current is not None:
        steps.append(_step(current))
        current = current.getparent()
    return "/" + "/".join(reversed(steps))


def _step(element: _Element) -> str:
    before = sum(1 for _ in element.itersiblings(element.tag, preceding=True))
    alone = not before and next(element.itersiblings(element.tag), None) is None
    return written_name(element) + ("" if alone else f"[{before + 1}]")


def written_name(element: _Element) -> str:
    """Return the name of an element as its tag writes it: prefix, if any, and name."""
    local = element.tag.rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local
