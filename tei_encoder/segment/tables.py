"""Tables: turns where one column holds who speaks, else one block each.

A column is one of speakers where its header says so (`[layout]` words of the
languages), or where its cells repeat as names do and another column is prose.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from tei_encoder.language.load import languages, vocabulary
from tei_encoder.model.layout import ItemList, Layout, StatedTurn, Table
from tei_encoder.model.span import Span

#: a name is no longer, prose is at least as long (characters)
NAME = 60
PROSE = 25
#: items of a list that are as long are paragraphs
LONG = 400
#: rows that tell something, and the share of names that stand several times
ROWS = 4
REPEATED = 0.6
SENTENCE_ENDS = frozenset(".!?…。！？؟।»”\"')")
#: captions of a form: such a table is read line by line
CAPTIONS = ("captions", "captions_participants", "captions_date", "captions_place")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The turns of a table, and its row of column headings if it has one."""

    turns: tuple[StatedTurn, ...]
    header: Span | None


def spoken(text: str, table: Table) -> Spoken | None:
    """Read a table as turns, one a row, or not at all."""
    rows = [row for row in table.rows if any(map(len, row))]
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2:  # noqa: PLR2004 - a label and its speech
        return None
    named = _named(text, rows[0])
    columns = named or _by_form(text, rows[table.header_rows :], width)
    if columns is None:
        return None
    first = max(table.header_rows, 1 if named else 0)
    header = Span(_start(rows[0]), _end(rows[first - 1])) if first else None
    return Spoken(tuple(_turns(text, rows[first:], *columns)), header)


def one_block(text: str, layout: Layout) -> Iterator[Span]:
    """Give the tables, lists and pictures with words that are one block each.

    A table of one column is a frame around paragraphs, one of captions a form.
    """
    captions = vocabulary(languages(), "segment", *CAPTIONS)
    for table in layout.tables:
        rows = [row for row in table.rows if any(map(len, row))]
        firsts = [row[0].of(text).strip(" :：.\t").casefold() for row in rows if row]
        form = any(first in captions for first in firsts)
        if len(rows) > 1 and max(map(len, rows)) > 1 and not form:
            yield table.span.trimmed(text)
    for figure in layout.figures:
        yield figure.span.trimmed(text)
    for listed in layout.lists:
        if not _are_paragraphs(text, listed):
            yield listed.span.trimmed(text)


def _are_paragraphs(text: str, listed: ItemList) -> bool:
    """Tell whether items are better read one by one: labelled, long, or people."""
    items = [item.of(text).strip() for item in listed.items]
    labelled = sum(": " in item[:NAME] for item in items)
    above = text[: listed.span.start].rstrip().rpartition("\n")[2].strip(" :：.")
    people = vocabulary(languages(), "segment", "captions_participants")
    return (
        2 * labelled >= max(1, len(items))
        or median([0, *map(len, items)]) > LONG
        or above.casefold() in people
    )


def _named(text: str, header: Sequence[Span]) -> tuple[int, int] | None:
    """Tell the columns of labels and speech by the words of a header."""
    cells = [cell.of(text).strip(" :：.").casefold() for cell in header]
    speaker = vocabulary(languages(), "layout", "column_speaker")
    speech = vocabulary(languages(), "layout", "column_speech")
    labels = [i for i, cell in enumerate(cells) if cell in speaker]
    said = [i for i, cell in enumerate(cells) if cell in speech]
    if not labels or (not said and len(cells) > 2):  # noqa: PLR2004 - see above
        return None
    others = said or [i for i in range(len(cells)) if i != labels[0]]
    return (labels[0], others[0]) if others and others[0] > labels[0] else None


def _by_form(
    text: str, rows: Sequence[Sequence[Span]], width: int
) -> tuple[int, int] | None:
    """Tell the columns by their cells: names that repeat, then prose."""
    if len(rows) < ROWS:
        return None
    for column in range(width - 1):
        if not _are_names([_cell(text, row, column) for row in rows]):
            continue
        for other in range(column + 1, width):
            if _is_prose([_cell(text, row, other) for row in rows]):
                return column, other
    return None


def _are_names(cells: Sequence[str]) -> bool:
    known = [cell for cell in cells if cell]
    if 2 * len(known) < len(cells) or max(map(len, known)) > NAME:
        return False
    if not all(cell[0].isalpha() and not cell[0].islower() for cell in known):
        return False
    times = Counter(cell.casefold() for cell in known)
    several = sum(n for n in times.values() if n > 1)
    return 1 < len(times) < len(known) and several >= REPEATED * len(known)


def _is_prose(cells: Sequence[str]) -> bool:
    known = [cell for cell in cells if cell]
    ended = sum(cell[-1] in SENTENCE_ENDS for cell in known)
    return bool(known) and median(map(len, known)) >= PROSE and 2 * ended >= len(known)


def _turns(
    text: str, rows: Sequence[Sequence[Span]], label: int, speech: int
) -> Iterator[StatedTurn]:
    """Give a turn for each row; a row without a label goes on with the one above."""
    waiting: StatedTurn | None = None
    for row in rows:
        said = row[speech] if speech < len(row) else Span(_end(row), _end(row))
        name = row[label] if label < len(row) else said
        spoken = (said,) if len(said.trimmed(text)) else ()
        if waiting and not name.of(text).strip():
            waiting = StatedTurn(waiting.label, (*waiting.speech, *spoken))
        else:
            if waiting:
                yield waiting
            waiting = StatedTurn(name if len(name.trimmed(text)) else None, spoken)
    if waiting:
        yield waiting


def _cell(text: str, row: Sequence[Span], column: int) -> str:
    return row[column].of(text).strip() if column < len(row) else ""


def _start(row: Sequence[Span]) -> int:
    return min(cell.start for cell in row)


def _end(row: Sequence[Span]) -> int:
    return max(cell.end for cell in row)
