"""DOCX: WordprocessingML (ECMA-376, ISO/IEC 29500), Transitional and Strict."""

from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.docx import blocks, drawings, runs
from tei_encoder.readers.docx.fields import fields_of
from tei_encoder.readers.docx.margins import sections, write_margins
from tei_encoder.readers.docx.names import W
from tei_encoder.readers.docx.notes import PARTS, NoteNumbers, note_references
from tei_encoder.readers.docx.numbering import read_numbering
from tei_encoder.readers.docx.package import Package, Part, open_package
from tei_encoder.readers.docx.styles import read_styles
from tei_encoder.readers.docx.walk import Walk
from tei_encoder.readers.office.flow import Flow
from tei_encoder.readers.office.rules import MACROS

__all__ = ["read", "read_package"]


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read a DOCX (or DOCM) file; its XML says what it is encoded in.

    The reading text is what the eye sees: the body with generated numbers, the marks
    of notes at their places, tracked changes as they stand; then the bodies of
    footnotes, endnotes and comments; then headers and footers, each once.
    Raises `ReadError` where the file is damaged, protected by a password, exceeds the
    limits or holds no text.
    """
    del encoding
    return read_package(data, uri)


def read_package(
    data: bytes, uri: str, *, computed: frozenset[str] = frozenset()
) -> Outcome[Source]:
    """Do what `read` does; leave out the results of the fields named in `computed`."""
    package = open_package(data, uri)
    body = package.main.root.find(f"{W}body")
    if body is None:
        raise ReadError(
            "no Word file: the main document has no body",
            place=f"{uri}:{package.main.name}",
            remedy="open it in its word processor and save it again",
        )
    flow = Flow()
    _write(package, body, flow, computed)
    macros = [n for n in package.members.names() if n.endswith("vbaProject.bin")]
    flow.losses.count(MACROS, len(macros))
    source = flow.text.source(data, uri, reader="docx")
    return Outcome(source, tuple(flow.losses.diagnostics()))


def _write(
    package: Package, body: etree._Element, flow: Flow, computed: frozenset[str]
) -> None:
    settings = _root(package.only("settings"))
    found = sections(body)
    parts = {kind: package.only(name) for kind, name in PARTS.items()}
    references = note_references(parts, NoteNumbers(settings, found))
    walk = Walk(
        package=package,
        styles=read_styles(_root(package.only("styles"))),
        numbering=read_numbering(_root(package.only("numbering"))),
        flow=flow,
        handlers={
            **runs.HANDLERS,
            **blocks.HANDLERS,
            **drawings.HANDLERS,
            **references.handlers(),
        },
        part=package.main,
        fields=fields_of(flow, body, computed),
    )
    _begin_pages(flow, body)
    walk.through(body)
    flow.close_lists()
    flow.paged = False
    walk.notes.write_all(flow)
    write_margins(walk, found, settings)


def _begin_pages(flow: Flow, body: etree._Element) -> None:
    """Begin pages where Word has recorded them, or an author has set breaks."""
    if next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None:
        flow.begin_pages(numbered=True)
    elif any(b.get(f"{W}type") == "page" for b in body.iter(f"{W}br")):
        flow.begin_pages(numbered=False)


def _root(part: Part | None) -> etree._Element | None:
    return None if part is None else part.root
