"""Words struck out, or counted out, before a label: no part of who speaks.

An editor who corrects a label strikes it and writes another after it; a word
processor numbers the turns. Both stand before the name on its line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tei_encoder.model.block import Block, Field, Kind, Label
from tei_encoder.model.layout import ChangeKind, Layout
from tei_encoder.model.span import Span

#: a printed number of a paragraph: `12.`, `(3)`, `iv)`, `b.`
_NUMBER: Final = re.compile(r"\(?(?:\d{1,4}|[ivxlc]{1,6}|[a-z])[.)]")


def struck(text: str, layout: Layout) -> Iterator[Span]:
    """Give deleted words at the beginning of lines of which something stays."""
    deleted = sorted(c.span for c in layout.changes if c.kind is ChangeKind.DELETED)
    end = 0
    for span in deleted:
        start = span.start
        fresh = start == 0 or text[start - 1] == "\n" or start == end
        line_end = text.find("\n", span.end)
        rest = text[span.end : line_end if line_end >= 0 else len(text)]
        if fresh and "\n" not in span.of(text) and rest.strip():
            end = span.end
            yield span


def fronted(
    blocks: Iterable[Block], text: str, before: Sequence[Span]
) -> tuple[Block, ...]:
    """Give blocks the words `before` them on the line, turns a number, too.

    Where a turn has a label they belong to it, as printed.
    """
    found: list[Block] = []
    for block in blocks:
        taken = _taken(found, block, text, before)
        start = found[-taken].span.start if taken else block.span.start
        del found[len(found) - taken :]
        found.append(_from(block, start) if taken or _leads(block, text) else block)
    return tuple(found)


def _taken(
    found: Sequence[Block], block: Block, text: str, before: Sequence[Span]
) -> int:
    """Tell how many of the last blocks stand before a block, and belong to it."""
    if block.field in {Field.BLANK, Field.ASIDE}:
        return 0
    labelled = block.kind is Kind.TURN and block.label is not None
    count = 0
    for number, other in enumerate(reversed(found), 1):
        words = other.span.of(text)
        if "\n" in words:
            break
        if other.field is not Field.BLANK:
            numbered = labelled and _NUMBER.fullmatch(words)
            if not (numbered or _is_in(other.span, before)):
                return 0
            count = number
    opens = len(found) == count or found[-count - 1].span.of(text).endswith("\n")
    return count if opens else 0


def _leads(block: Block, text: str) -> bool:
    """Tell whether a turn begins with a number that its label leaves out."""
    if block.kind is not Kind.TURN or not block.label:
        return False
    words = text[block.span.start : block.label.printed.start].strip()
    return bool(_NUMBER.fullmatch(words))


def _is_in(span: Span, before: Sequence[Span]) -> bool:
    return any(span in other for other in before)


def _from(block: Block, start: int) -> Block:
    """Give a block that begins further left, and its printed label with it."""
    label = block.label
    if label:
        label = Label(label.name, Span(start, label.printed.end))
    return replace(block, span=Span(start, block.span.end), label=label)
