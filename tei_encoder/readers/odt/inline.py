"""What stands in a paragraph: spans, links, spaces, breaks, fields, rubies."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Style
from tei_encoder.readers.odt.names import OFFICE, TEXT, XLINK
from tei_encoder.readers.odt.walk import Handler, Walk
from tei_encoder.readers.office.measures import whole
from tei_encoder.readers.office.rules import FIELD

#: one element may stand for so many spaces; more is damage, not spacing
_MOST_SPACES: Final = 10_000


def _span(walk: Walk, element: etree._Element) -> None:
    with walk.in_span(element.get(f"{TEXT}style-name", "")):
        walk.through(element)


def _link(walk: Walk, element: etree._Element) -> None:
    with walk.flow.link(element.get(f"{XLINK}href", "")):
        _span(walk, element)


def _spaces(walk: Walk, element: etree._Element) -> None:
    count = whole(element.get(f"{TEXT}c"), 1)
    walk.words(" " * min(max(count, 0), _MOST_SPACES))


def _tab(walk: Walk, element: etree._Element) -> None:
    del element
    walk.words("\t")


def _line_break(walk: Walk, element: etree._Element) -> None:
    del element
    walk.words("\n")


def _page(walk: Walk, element: etree._Element) -> None:
    """Begin a page where the word processor last began one."""
    del element
    walk.flow.page()


def _field(walk: Walk, element: etree._Element) -> None:
    """Write what a field shows; one that is set, but not shown, is no text."""
    if element.get(f"{TEXT}display") == "none":
        with walk.hidden():
            walk.through(element)
    else:
        walk.through(element)


def _hidden_text(walk: Walk, element: etree._Element) -> None:
    if element.get(f"{TEXT}is-hidden") == "false":
        walk.through(element)
        return
    with walk.hidden():
        walk.through(element)


def _hidden_paragraph(walk: Walk, element: etree._Element) -> None:
    """Count a paragraph that hides by a condition: its words stay, they are stored."""
    if element.get(f"{TEXT}is-hidden") == "true":
        walk.flow.losses.count(FIELD)


def _ruby_text(walk: Walk, element: etree._Element) -> None:
    """Write the small words above others after them."""
    outer = walk.extra
    walk.extra = (Style.SUPERSCRIPT,)
    _span(walk, element)
    walk.extra = outer


def _nothing(walk: Walk, element: etree._Element) -> None:
    """Show nothing: declarations, scripts, forms, bookkeeping."""
    del walk, element


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{TEXT}span": _span,
    f"{TEXT}a": _link,
    f"{TEXT}s": _spaces,
    f"{TEXT}tab": _tab,
    f"{TEXT}line-break": _line_break,
    f"{TEXT}soft-page-break": _page,
    f"{TEXT}hidden-text": _hidden_text,
    f"{TEXT}hidden-paragraph": _hidden_paragraph,
    f"{TEXT}ruby-text": _ruby_text,
    **{
        f"{TEXT}{name}": _field
        for name in ("variable-set", "variable-get", "user-field-get", "sequence")
    },
    **{
        f"{TEXT}{name}": _nothing
        for name in (
            *("tracked-changes", "variable-decls", "sequence-decls", "script"),
            *("user-field-decls", "dde-connection-decls", "note-citation"),
            *("table-of-content-source", "alphabetical-index-source"),
            *("illustration-index-source", "table-index-source"),
            *("object-index-source", "user-index-source", "bibliography-source"),
            *("section-source", "alphabetical-index-auto-mark-file"),
            *("linenumbering-configuration", "index-title-template"),
        )
    },
    **{f"{OFFICE}{name}": _nothing for name in ("forms", "event-listeners", "scripts")},
}
