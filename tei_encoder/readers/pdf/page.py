"""What one page of a PDF holds: its lines, and what is told of the rest."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from tei_encoder.readers.pages.sheet import Line
from tei_encoder.readers.pdf.glyphs import Glyphs, placed
from tei_encoder.readers.pdf.lines import lines, moved
from tei_encoder.readers.pdf.links import links
from tei_encoder.readers.pdf.words import Word, words

#: objects of a page that are looked through for pictures
_OBJECTS: Final = 2000
Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines in the order of writing, boxes from its top left corner.

    `turned` are lines in another direction, `numbers` those that count the lines (as
    `numbered` finds them);
    `unseen`, `unmapped` and `unread` count words without ink, characters without
    Unicode value, comments and form fields.
    """

    label: str
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    turned: tuple[Line, ...] = ()
    numbers: tuple[Line, ...] = ()
    unseen: int = 0
    unmapped: int = 0
    unread: int = 0
    damaged: bool = False


def page(raw: Any, document: Any, number: int, problem: type[Exception]) -> Page:  # noqa: ANN401 - an optional library
    """Read a page; `problem` is what pypdfium2 raises for one that is damaged."""
    label = str(number + 1)
    try:
        label = document.get_page_label(number).strip() or label
        found = document[number]
        textpage = found.get_textpage()
    except (problem, UnicodeError):
        return Page(label, 0, 0, damaged=True)
    try:
        return _read(raw, found, textpage, label)
    finally:
        textpage.close()
        found.close()


def _read(raw: Any, found: Any, textpage: Any, label: str) -> Page:  # noqa: ANN401 - an optional library
    glyphs = Glyphs(raw, textpage)
    written = list(words(glyphs))
    inked = _visible(raw, found, written)
    turn = _direction(inked)
    sheet = placed(found.get_bbox(), turn)
    addresses = links(raw, found, textpage)
    upright = lines([w for w in inked if w.look.turn == turn], turn, addresses)
    others = [w for w in inked if w.look.turn != turn]
    ways = (0, 1, 2, 3, None) if others else ()
    turned = [line for way in ways for line in _turned(others, way)]
    return Page(
        label,
        sheet.width,
        sheet.height,
        lines=tuple(moved(line, -sheet.left, -sheet.top) for line in upright),
        turned=tuple(turned),
        unseen=len(written) - len(inked),
        unmapped=glyphs.unmapped,
        unread=_unread(raw, found),
    )


def _direction(written: list[Word]) -> int:
    """Give the turn of most characters; of equals the smallest."""
    turns: Counter[int] = Counter()
    for word in written:
        if word.look.turn is not None:
            turns[word.look.turn] += len(word.text)
    return min(turns, key=lambda turn: (-turns[turn], turn), default=0)


def _turned(others: list[Word], way: int | None) -> list[Line]:
    return lines([w for w in others if w.look.turn == way], way or 0, {})


def _visible(raw: Any, found: Any, written: list[Word]) -> list[Word]:  # noqa: ANN401 - an optional library
    """Leave out words without ink, but for those over a picture: recognized text."""
    if all(word.look.inked for word in written):
        return written
    pictures = _pictures(raw, found)
    return [w for w in written if w.look.inked or _over(w, pictures)]


def _over(word: Word, pictures: list[Area]) -> bool:
    x = (word.area[0] + word.area[2]) / 2
    y = (word.area[1] + word.area[3]) / 2
    return any(a <= x <= c and b <= y <= d for a, b, c, d in pictures)


def _pictures(raw: Any, found: Any) -> list[Area]:  # noqa: ANN401 - an optional library
    kinds = [raw.FPDF_PAGEOBJ_IMAGE]
    objects = islice(found.get_objects(filter=kinds, max_depth=4), _OBJECTS)
    return [tuple(each.get_bounds()) for each in objects]


def _unread(raw: Any, found: Any) -> int:  # noqa: ANN401 - an optional library
    """Count comments and form fields, of which the text of the page has nothing."""
    count = 0
    for number in range(min(raw.FPDFPage_GetAnnotCount(found), _OBJECTS)):
        annotation = raw.FPDFPage_GetAnnot(found, number)
        if annotation:
            kind = raw.FPDFAnnot_GetSubtype(annotation)
            count += kind not in {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
            raw.FPDFPage_CloseAnnot(annotation)
    return count
