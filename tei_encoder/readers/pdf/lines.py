"""Words in boxes become lines of print."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from tei_encoder.model.layout import Style
from tei_encoder.readers.pages.sheet import Box, Line, Run, Target, around, beside
from tei_encoder.readers.pdf.glyphs import level, placed
from tei_encoder.readers.pdf.words import Word

#: white space from which on words need not belong together (in sizes of the type)
_WIDE: Final = 1.6
#: the same after a number at the beginning, which may stand in the margin
_NUMBERED: Final = 0.7
#: white space that is a space where pdfium wrote a line end (in sizes of the type)
_SPACE: Final = 0.15
#: raised or lowered type is smaller by so much, and so far off the line (in sizes)
_SMALLER: Final = 0.85
_RAISED: Final = 0.12


def lines(words: Iterable[Word], turn: int, links: Mapping[int, str]) -> list[Line]:
    """Give the lines of words written at `turn`, in the order of writing.

    Words on one height that stand far apart make several lines: a gap may part two
    columns. `links` maps the index of a character to an address.
    """
    return [_line(group, turn, links) for group in _groups(words, turn)]


def joined(parts: Sequence[Line]) -> Line:
    """Make one line of several, left to right, with spaces between them."""
    first, *rest = parts
    for part in rest:
        shift = len(first.text) + 1
        larger = max(first, part, key=lambda line: line.size)
        first = replace(
            first,
            text=f"{first.text} {part.text}",
            box=around([first.box, part.box]),
            baseline=larger.baseline,
            size=larger.size,
            runs=first.runs + tuple(_shifted(run, shift) for run in part.runs),
            targets=first.targets
            + tuple(Target(s + shift, e + shift, a) for s, e, a in part.targets),
        )
    return first


def moved(line: Line, right: float, down: float) -> Line:
    """Give a line elsewhere on its page."""
    left, top, end, bottom = line.box
    box = Box(left + right, top + down, end + right, bottom + down)
    return replace(line, box=box, baseline=line.baseline + down)


def _shifted(run: Run, shift: int) -> Run:
    return Run(run.start + shift, run.end + shift, run.style)


def _groups(words: Iterable[Word], turn: int) -> Iterator[list[tuple[Word, Box]]]:
    group: list[tuple[Word, Box]] = []
    extent = Box(0, 0, 0, 0)
    for word in words:
        box = placed(word.area, turn)
        if group and _goes_on(group, extent, box):
            extent = Box(
                extent.left,
                min(extent.top, box.top),
                max(extent.right, box.right),
                max(extent.bottom, box.bottom),
            )
        else:
            if group:
                yield group
            group, extent = [], box
        group.append((word, box))
    if group:
        yield group


def _goes_on(group: list[tuple[Word, Box]], extent: Box, box: Box) -> bool:
    """Tell whether a word belongs to a line; a number may count the lines instead."""
    first = group[0][0]
    wide = _NUMBERED if len(group) == 1 and first.text.isdecimal() else _WIDE
    gap, size = box.left - extent.right, first.look.size
    return -0.5 * size <= gap <= wide * size and beside(extent, box)


def _line(pairs: list[tuple[Word, Box]], turn: int, links: Mapping[int, str]) -> Line:
    group, boxes = [word for word, _ in pairs], [box for _, box in pairs]
    text, spans = _text(group, boxes)
    size, baseline = _ground(group, turn)
    return Line(
        text=text,
        box=around(boxes),
        baseline=baseline,
        size=size,
        lead=_lead(group, boxes),
        runs=tuple(_runs(group, spans, turn, size, baseline)),
        targets=tuple(_targets(group, spans, links)),
    )


def _text(group: list[Word], boxes: list[Box]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for number, word in enumerate(group):
        if number:
            text += _before(word, boxes[number].left - boxes[number - 1].right)
        spans.append((len(text), len(text) + len(word.text)))
        text += word.text
    return text, spans


def _before(word: Word, gap: float) -> str:
    """Give the white space before a word; a line end within a line is pdfium's."""
    found = word.before.replace("\r", "").replace("\n", "")
    wide = gap > _SPACE * word.look.size
    return found or (" " if word.before and wide else "")


def _ground(group: list[Word], turn: int) -> tuple[float, float]:
    """Give size and baseline of most characters of a line."""
    weights: Counter[tuple[float, float]] = Counter()
    for word in group:
        weights[word.look.size, level(word.origin, turn)] += len(word.text)
    return weights.most_common(1)[0][0]


def _lead(group: list[Word], boxes: list[Box]) -> float:
    """Give the width of the first word, which may change its look on the way."""
    end = next((n for n in range(1, len(group)) if group[n].before), len(group))
    return boxes[end - 1].right - boxes[0].left


def _runs(
    group: list[Word],
    spans: list[tuple[int, int]],
    turn: int,
    size: float,
    baseline: float,
) -> Iterator[Run]:
    looks = [_styles(word, turn, size, baseline) for word in group]
    for style in sorted(set().union(*looks)):
        start: int | None = None
        for number, styles in enumerate([*looks, frozenset()]):
            if style in styles and start is None:
                start = number
            elif style not in styles and start is not None:
                yield Run(spans[start][0], spans[number - 1][1], style)
                start = None


def _styles(word: Word, turn: int, size: float, baseline: float) -> frozenset[Style]:
    off = level(word.origin, turn) - baseline
    if word.look.size > _SMALLER * size or abs(off) < _RAISED * size:
        return word.look.styles
    return word.look.styles | {Style.SUPERSCRIPT if off < 0 else Style.SUBSCRIPT}


def _targets(
    group: list[Word], spans: list[tuple[int, int]], links: Mapping[int, str]
) -> Iterator[Target]:
    """Give the linked characters; a link may begin within a word."""
    found: list[Target] = []
    for word, (start, _) in zip(group, spans, strict=True):
        for offset in range(len(word.text)) if links else ():
            address = links.get(word.first + offset)
            if address is None:
                continue
            place = start + offset
            last = found[-1] if found else None
            if last and last.address == address and place - last.end <= 1:
                found[-1] = Target(last.start, place + 1, address)
            else:
                found.append(Target(place, place + 1, address))
    return iter(found)
