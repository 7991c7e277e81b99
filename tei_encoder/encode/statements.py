"""Statements of the description: words of the source, or copies of them.

What the body transcribes is only copied in the header, with a pointer (`@corresp`).
What stands nowhere else is owned by the header itself (`@source`).
"""

from lxml import etree

from tei_encoder.encode.characters import FORBIDDEN, one_line, write
from tei_encoder.encode.claims import attribute
from tei_encoder.encode.draft import Draft
from tei_encoder.encode.inline import Holds, fill
from tei_encoder.model.description import Description, Origin, Statement
from tei_encoder.model.source import Span
from tei_encoder.tei.elements import child

_HOLDS = {"p": Holds.ALL, "note": Holds.ALL, "idno": Holds.NOTHING}
#: these may not hold `g`: a name inside them may
_NAMED = frozenset({"activity", "collection", "funder", "repository", "resp"})


def state(
    draft: Draft,
    parent: etree._Element,
    name: str,
    statement: Statement,
    **attributes: str | None,
) -> etree._Element:
    """Write a statement: its words once, elsewhere as a copy that points to them."""
    made = child(parent, name, **attributes)
    span = statement.span
    if span is not None and _owns(draft, statement, span):
        inner = child(made, "name") if name in _NAMED else made
        draft.own(made, (span,))
        fill(draft, inner, span, _HOLDS.get(name, Holds.PHRASE))
    else:
        _copy(draft, made, name, statement)
    attribute(draft, made, statement)
    return made


def copy(
    draft: Draft,
    parent: etree._Element,
    name: str,
    statement: Statement,
    **attributes: str | None,
) -> etree._Element:
    """Write a statement that is never its words' only place."""
    made = child(parent, name, **attributes)
    _copy(draft, made, name, statement)
    attribute(draft, made, statement)
    return made


def _copy(draft: Draft, made: etree._Element, name: str, statement: Statement) -> None:
    pointer = draft.pointer_to(statement.span) if statement.span else None
    if pointer:
        made.set("corresp", pointer)
    text = one_line(statement.text)
    nested = name in _NAMED and FORBIDDEN.search(text)
    write(draft, child(made, "name") if nested else made, text)


def _owns(draft: Draft, statement: Statement, span: Span) -> bool:
    """Tell whether the header is the place of these words, and the page says them."""
    if statement.origin is Origin.METADATA:
        return False
    if not span.of(draft.source.text).strip() or not draft.free(span):
        return False
    around = paragraphs(draft.record.description)
    return not any(span in other and span != other for other in around)


def paragraphs(description: Description) -> tuple[Span, ...]:
    """Give the spans of what is kept verbatim, and may hold other statements."""
    citation = description.citation
    statements = (
        *description.abstract,
        *description.funding_notes,
        *description.rights,
        *((citation.verbatim,) if citation else ()),
    )
    return tuple(s.span for s in statements if s.span)
