"""The lines of a column become paragraphs."""

from typing import Final

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.sheet import Block, Line
from tei_encoder.readers.pdf.measure import INDENT, Measure, fits, left_of

#: a paragraph is parted from the one before by more than so many line distances
_APART: Final = 1.2
#: sizes of type that count as one
_SIZES: Final = 1.1
#: how far a centred line may be off the middle (in sizes of its type)
_OFF: Final = 0.5


def paragraphs(column: list[Line], habits: Measure) -> list[Block]:
    """Give the paragraphs of a column, from the top."""
    left, right = left_of(column), habits.right(column)
    groups: list[list[Line]] = []
    for line in column:
        if groups and not _begins(groups[-1][-1], line, left, right, habits):
            groups[-1].append(line)
        else:
            groups.append([line])
    last = len(groups) - 1
    return [
        Block(
            lines=tuple(group),
            indent=max(0.0, group[0].box.left - left),
            centred=_is_centred(group, left, right),
            opens=not habits.hanging and _is_in(group[0], left),
            room=right - group[-1].box.right,
            top=number == 0,
            bottom=number == last,
        )
        for number, group in enumerate(groups)
    ]


def _begins(
    above: Line, line: Line, left: float, right: float, habits: Measure
) -> bool:
    """Tell whether a line begins a paragraph, by all that can be measured."""
    if max(above.size, line.size) > _SIZES * min(above.size, line.size):
        return True
    if line.baseline - above.baseline > _APART * habits.pitch(above):
        return True
    if _is_bold(above) != _is_bold(line) or fits(above, line, right):
        return True
    step = line.box.left - above.box.left
    if habits.hanging:
        return step < -INDENT * line.size
    return step > INDENT * line.size and _is_in(line, left)


def _is_in(line: Line, left: float) -> bool:
    return line.box.left - left > INDENT * line.size


def _is_bold(line: Line) -> bool:
    return line.styled(0, len(line.text), Style.BOLD)


def _is_centred(group: list[Line], left: float, right: float) -> bool:
    return all(
        _is_in(line, left)
        and abs(line.box.left - left - (right - line.box.right)) < 2 * _OFF * line.size
        for line in group
    )
