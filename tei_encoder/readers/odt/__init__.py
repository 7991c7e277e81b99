"""ODT: OpenDocument text (ISO/IEC 26300, ODF 1.3), as a package or in one flat file."""

from lxml import etree

from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers.odt import blocks, changes, drawings, inline, notes
from tei_encoder.readers.odt.margins import write_margins
from tei_encoder.readers.odt.names import TEXT
from tei_encoder.readers.odt.numbering import read_numbering
from tei_encoder.readers.odt.package import Package, open_package
from tei_encoder.readers.odt.styles import Styles, read_styles
from tei_encoder.readers.odt.walk import Walk
from tei_encoder.readers.office.flow import Flow
from tei_encoder.readers.office.rules import MACROS

__all__ = ["read"]

_MACROS = ("Basic/", "Scripts/")


def read(data: bytes, uri: str, *, encoding: str | None = None) -> Outcome[Source]:
    """Read an ODT or FODT file; its XML says what it is encoded in.

    The reading text is what the eye sees, in the order that `readers.docx` states;
    deletions are put back at their places, and marked.
    Raises `ReadError` where the file is damaged, protected by a password, exceeds the
    limits or holds no text.
    """
    del encoding
    package = open_package(data, uri)
    flow = Flow()
    _write(package, flow)
    if any(name.startswith(_MACROS) for name in package.names()):
        flow.losses.count(MACROS)
    source = flow.text.source(data, uri, reader="odt")
    return Outcome(source, tuple(flow.losses.diagnostics()))


def _write(package: Package, flow: Flow) -> None:
    body = package.body()
    walk = Walk(
        package=package,
        styles=read_styles(package.content, package.styles),
        numbering=read_numbering(package.content, package.styles),
        flow=flow,
        handlers={
            **inline.HANDLERS,
            **blocks.HANDLERS,
            **changes.HANDLERS,
            **notes.HANDLERS,
            **drawings.HANDLERS,
        },
        regions=changes.read_regions(body),
    )
    _begin_pages(walk, body)
    walk.through(body)
    changes.close_insertions(walk)
    flow.close_lists()
    flow.paged = False
    walk.notes.write_all(flow)
    _use_margin_styles(walk, package)
    write_margins(walk, package.styles)


def _begin_pages(walk: Walk, body: etree._Element) -> None:
    """Begin pages where they were recorded, or an author has set breaks."""
    if next(body.iter(f"{TEXT}soft-page-break"), None) is not None:
        walk.flow.begin_pages(numbered=True)
    elif _has_breaks(body, walk.styles):
        walk.flow.begin_pages(numbered=False)


def _has_breaks(body: etree._Element, styles: Styles) -> bool:
    """Tell whether a paragraph after the first begins a page."""
    paragraphs = body.iter(f"{TEXT}p", f"{TEXT}h")
    next(paragraphs, None)
    name = f"{TEXT}style-name"
    return any(styles.sheet("paragraph", p.get(name, "")).page for p in paragraphs)


def _use_margin_styles(walk: Walk, package: Package) -> None:
    """Let automatic styles of `styles.xml` win: headers and footers mean those."""
    asked = walk.styles.sheets
    walk.styles = read_styles(package.styles, package.content)
    for key, sheet in asked.items():
        walk.styles.sheets.setdefault(key, sheet)
