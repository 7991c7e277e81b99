"""Groups lines as the file does: its paragraphs, tables and lists hold together."""

from bisect import bisect_right
from collections.abc import Sequence

from tei_encoder.model.layout import Paragraph
from tei_encoder.model.span import Span
from tei_encoder.segment.appearance import Looks
from tei_encoder.segment.lines import Line

#: a paragraph as a range of lines
Group = tuple[int, int]


def grouped(
    groups: Sequence[Group], lines: Sequence[Line], looks: Looks
) -> tuple[tuple[Group, ...], frozenset[int]]:
    """Part groups where paragraphs of the file end; join tables and lists.

    Gives the groups, and the indexes of those that are a whole table or list.
    """
    if not lines or not (looks.paragraphs or looks.whole):
        return tuple(groups), frozenset()
    marks = [_mark(line, looks) for line in lines]
    found: list[Group] = []
    whole: set[int] = set()
    starts = {first for first, _ in groups}
    first = 0
    for index in [*range(1, len(lines)), len(lines)]:
        ends = index == len(lines)
        together = not ends and isinstance(marks[index], Span)
        if together and marks[index] == marks[index - 1]:
            continue
        if ends or index in starts or marks[index] != marks[index - 1]:
            if isinstance(marks[first], Span):
                whole.add(len(found))
            found.append((first, index))
            first = index
    return tuple(found), frozenset(whole)


def _mark(line: Line, looks: Looks) -> Span | Paragraph | None:
    """Give the table or list, else the paragraph, that a line stands in."""
    at = bisect_right(looks.whole, line.start, key=lambda span: span.start)
    if at and line.end <= looks.whole[at - 1].end:
        return looks.whole[at - 1]
    return looks.paragraph_at(line.start)
