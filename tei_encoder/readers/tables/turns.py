"""Makes one reading text of the rows of a table, with their turns and times.

The text of a row is that of its cells: speaker, words, note, then all others as they
stand, parted by tabs; rows are parted by line ends. Tabs and line ends between cells
are layout; within a cell every character is the file's own. Times that can be read
are no text but become those of the turn.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tei_encoder.metadata.edtf import problem
from tei_encoder.metadata.values import tag_problem
from tei_encoder.model.diagnostic import Diagnostic, Outcome, Rule
from tei_encoder.model.layout import AnchoredNote, Aside, Cue, NoteKind, StatedTurn
from tei_encoder.model.metadata import Metadata
from tei_encoder.model.source import Source
from tei_encoder.model.span import Span
from tei_encoder.readers.captions.times import time
from tei_encoder.readers.reading_text import CELL, LINE, ReadingText
from tei_encoder.readers.tables import rules
from tei_encoder.readers.tables.columns import Role

#: why the row of names is set aside
NAMES: Final = "column-names"
_UNFIT: Final = re.compile(r"[^\w.]+")
_BLANK_LINE: Final = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
_TIMES: Final = (Role.START, Role.END)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a reader finds it: names of columns, and rows of as many cells.

    `columns` tells which column has which role; `numbers` are those of the rows in
    the file; `printed` tells whether the names are a row of the file, `above` are the
    rows before it.
    """

    header: tuple[str, ...]
    columns: Mapping[Role, int]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    printed: bool = True
    above: tuple[tuple[str, ...], ...] = ()


def source_of(
    table: Table, data: bytes, uri: str, *, reader: str, encoding: str = ""
) -> Outcome[Source]:
    """Give the source of a table; raises `ReadError` where it holds no text."""
    writer = _Writer(table)
    writer.head()
    for number, row in zip(table.numbers, table.rows, strict=True):
        writer.write(number, row)
    source = writer.text.source(data, uri, reader=reader, encoding=encoding)
    findings = (*_set_aside(table), *writer.findings)
    return Outcome(replace(source, stated=_stated(table, uri)), findings)


class _Writer:
    """Writes rows one after the other."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns = table.columns
        self.text = ReadingText()
        self.findings: list[Diagnostic] = []

    def head(self) -> None:
        """Write what stands above the turns: titles as text, the names set aside."""
        for row in self.table.above:
            self.text.part(LINE)
            for cell in row:
                self._add(cell)
        self.text.part(LINE)
        if self.table.printed:
            names = self.text.add(CELL.join(filter(str.strip, self.table.header)))
            self.text.remember(Aside(names, NAMES))

    def write(self, number: int, row: Sequence[str]) -> None:
        """Write the cells of a row that hold more than white space."""
        self.text.part(LINE)
        label = self._cell(row, Role.SPEAKER)
        said = self._cell(row, Role.TEXT)
        note = self._cell(row, Role.NOTE)
        if said and label:
            speech = tuple(_paragraphs(row[self.columns[Role.TEXT]].strip(), said))
            self.text.remember(StatedTurn(label, speech))
        elif label:
            self.text.remember(Aside(label, "speaker-without-words"))
        if note and said:
            anchor = Span(said.end, said.end)
            self.text.remember(AnchoredNote(anchor, note, NoteKind.COMMENT))
        elif note:
            self.text.remember(Aside(note, "note"))
        timed = self._time(number, row, said)
        self._others(row, without=_TIMES if timed else ())

    def _cell(self, row: Sequence[str], role: Role) -> Span | None:
        """Write a cell; give the span of its words, None where it has none."""
        column = self.columns.get(role)
        return None if column is None else self._add(row[column])

    def _add(self, cell: str) -> Span | None:
        if not cell.strip():
            return None
        self.text.part(CELL)
        start = self.text.add(cell).start
        first = len(cell) - len(cell.lstrip())
        return Span(start + first, start + len(cell.rstrip()))

    def _time(self, number: int, row: Sequence[str], said: Span | None) -> bool:
        """Keep when a row was said; tell whether its times need not be text."""
        told = [row[self.columns[r]] for r in _TIMES if r in self.columns]
        cells = [cell for cell in told if cell.strip()]
        times = [found for cell in cells if (found := time(cell)) is not None]
        if (
            len(times) < len(cells)
            or times != sorted(times)
            or min(times, default=0) < 0
        ):
            message = f"row {number}: no times in {' '.join(cells)!r}"
            self.findings.append(_finding(rules.UNREADABLE_TIME, message))
        elif said and len(times) == len(_TIMES):
            self.text.remember(Cue(said, *times))
            return True
        return False

    def _others(self, row: Sequence[str], *, without: Sequence[Role]) -> None:
        """Set aside what is neither words nor times."""
        done = {
            column
            for role, column in self.columns.items()
            if role in (Role.SPEAKER, Role.TEXT, Role.NOTE, *without)
        }
        for column, cell in enumerate(row):
            span = None if column in done else self._add(cell)
            if span:
                reason = f"column-{_name(self.table.header, column)}"
                self.text.remember(Aside(span, reason))


def _paragraphs(words: str, said: Span) -> Iterator[Span]:
    """Part what is said at blank lines; `words` are those of `said`."""
    start = said.start
    for gap in _BLANK_LINE.finditer(words):
        yield Span(start, said.start + gap.start())
        start = said.start + gap.end()
    yield Span(start, said.end)


def _name(header: Sequence[str], column: int) -> str:
    """Give the name of a column in a form that `@subtype` may have."""
    name = _UNFIT.sub("-", header[column]).strip("-")
    return name or str(column + 1)


def _stated(table: Table, uri: str) -> Metadata:
    """Give title, date, place and language where all rows that tell one agree."""
    date, language = _fact(table, Role.DATE), _fact(table, Role.LANGUAGE)
    return Metadata(
        name=uri,
        title=_fact(table, Role.TITLE),
        date=None if date is None or problem(date) else date,
        place=_fact(table, Role.PLACE),
        language=None if language is None or tag_problem(language) else language,
    )


def _fact(table: Table, role: Role) -> str | None:
    column = table.columns.get(role)
    cells = () if column is None else (row[column].strip() for row in table.rows)
    values = set(filter(None, cells))
    return values.pop() if len(values) == 1 else None


def _set_aside(table: Table) -> Iterator[Diagnostic]:
    for column, name in enumerate(table.header):
        filled = any(row[column].strip() for row in table.rows)
        if column not in table.columns.values() and filled:
            shown = repr(name) if name.strip() else str(column + 1)
            yield _finding(rules.COLUMN_SET_ASIDE, f"column {shown} is set aside")


def _finding(rule: Rule, message: str) -> Diagnostic:
    return Diagnostic(rule, message, source="readers")
