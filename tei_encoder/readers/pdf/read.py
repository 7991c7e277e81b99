"""Reads a PDF file: pages, lines, columns, margins, notes, paragraphs."""

from collections.abc import Sequence
from dataclasses import replace

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.pages.furniture import Found, Printed, furniture
from tei_encoder.readers.pages.joining import united
from tei_encoder.readers.pages.sheet import FootNote, Line, Margin, Sheet, rows
from tei_encoder.readers.pages.writing import written
from tei_encoder.readers.pdf.columns import columns
from tei_encoder.readers.pdf.findings import findings
from tei_encoder.readers.pdf.footnotes import footnotes, raised
from tei_encoder.readers.pdf.line_numbers import numbered
from tei_encoder.readers.pdf.measure import Measure, hangs, measure
from tei_encoder.readers.pdf.opening import opened
from tei_encoder.readers.pdf.outline import Outline, levelled, outline
from tei_encoder.readers.pdf.page import Page, page
from tei_encoder.readers.pdf.paragraphs import paragraphs

Columns = list[list[Line]]


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read a PDF with text; its fonts say what the characters are.

    The reading text has the lines as printed, hyphens at their ends included, in the
    order of the columns; running heads, running feet and page numbers stand between
    the pages and are set aside; footnotes follow at the end, anchored at their marks.
    Raises `MissingExtraError`, or `ReadError` where the file is damaged, protected by
    a password, or holds pictures of text only.
    """
    del encoding
    with opened(data, uri) as (document, raw, problem):
        found = [page(raw, document, n, problem) for n in range(len(document))]
        headings = outline(document, problem)
        attached = document.count_attachments()
    pages = numbered(found)
    if not any(each.lines or each.turned for each in pages):
        raise _without_text(pages, uri)
    source = written(_sheets(pages, headings), data, uri, reader="pdf")
    return Outcome(source, tuple(findings(pages, attached)))


def _without_text(pages: Sequence[Page], uri: str) -> ReadError:
    return ReadError(
        f"the PDF has no text on any of its {len(pages)} pages, only pictures or none",
        place=uri,
        remedy="recognize its text (OCR) first, e.g. `ocrmypdf in.pdf out.pdf`",
    )


def _sheets(pages: Sequence[Page], headings: Outline) -> list[Sheet]:
    margins = furniture([Printed(each.lines, each.height) for each in pages])
    bodies = [columns(_body(*pair)) for pair in zip(pages, margins, strict=True)]
    every = [column for body in bodies for column in body]
    habits = measure(every)
    habits = replace(habits, hanging=hangs(every, habits))
    sheets: list[Sheet] = []
    for number, found in enumerate(margins):
        pending = bool(sheets and sheets[-1].notes)
        sheet = _sheet(pages[number], found, bodies[number], habits, pending=pending)
        blocks = levelled(sheet.blocks, headings.get(number, {}))
        sheets.append(replace(sheet, blocks=tuple(blocks)))
    return sheets


def _body(each: Page, found: Found) -> list[Line]:
    return [line for index, line in enumerate(each.lines) if index not in found]


def _sheet(
    each: Page, found: Found, body: Columns, habits: Measure, *, pending: bool
) -> Sheet:
    marks = raised(line for column in body for line in column)
    blocks, notes = [], list[FootNote]()
    for column in body:
        goes_on = pending if not notes else True
        text, below = footnotes(column, marks, habits.size, pending=goes_on)
        blocks += paragraphs(text, habits)
        notes += below
    aside = [Margin(line, "line-number") for line in each.numbers]
    aside += [Margin(line, "turned") for line in each.turned]
    return Sheet(
        each.label,
        each.width,
        each.height,
        heads=_margins(each, found, top=True),
        blocks=tuple(united(blocks)),
        notes=tuple(notes),
        feet=_margins(each, found, top=False) + tuple(aside),
    )


def _margins(each: Page, found: Found, *, top: bool) -> tuple[Margin, ...]:
    """Give the lines above or below the text, from the top, left to right."""
    reasons = {id(each.lines[index]): reason for index, reason in found.items()}
    half = (
        each.lines[index]
        for index in found
        if (each.lines[index].box.top < each.height / 2) is top
    )
    return tuple(Margin(line, reasons[id(line)]) for row in rows(half) for line in row)
