"""The headings that a PDF file lists in its outline."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from tei_encoder.readers.pages.sheet import Block

#: entries and depth that an outline may have
_MOST: Final = 5000
_DEEPEST: Final = 8

#: by page number from 0: the words of a heading without white space, and its level
Outline = dict[int, dict[str, int]]


def outline(document: Any, problem: type[Exception]) -> Outline:  # noqa: ANN401 - an optional library
    """Give the entries that name a page; `problem` is what pypdfium2 raises."""
    found: Outline = {}
    try:
        for number, entry in enumerate(document.get_toc(max_depth=_DEEPEST)):
            if number >= _MOST:
                break
            target = entry.get_dest()
            page = target.get_index() if target else None
            title = _bare(entry.get_title() or "")
            if page is not None and title:
                found.setdefault(page, {})[title] = entry.level + 1
    except problem:
        return found
    return found


def levelled(blocks: Iterable[Block], headings: dict[str, int]) -> list[Block]:
    """Give paragraphs that are headings of the outline their level."""
    return [
        replace(block, level=headings.get(_words(block))) if headings else block
        for block in blocks
    ]


def _words(block: Block) -> str:
    return _bare("".join(line.text for line in block.lines))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)
