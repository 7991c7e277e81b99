"""One stated fact of the header, with the place of the source that states it."""

from typing import Final

from lxml import etree

from tei_encoder.decode.reviewers import reviewer_of
from tei_encoder.decode.words import Context, first_span, spans_of, words_of
from tei_encoder.model.description import Certainty, Origin, Statement
from tei_encoder.model.source import Span

_METADATA: Final = "resp-metadata"


def statement(element: etree._Element | None, context: Context) -> Statement | None:
    """Read an element as a statement; None for none and for one without words."""
    if element is None:
        return None
    text = words_of(context, element).text.strip()
    return stated(text, element, context) if text else None


def stated(text: str, element: etree._Element, context: Context) -> Statement:
    """Make a statement of `text` with the evidence that `element` carries.

    A copy in the header points with `@corresp` to the element that transcribes it.
    """
    span = first_span(spans_of(element)) or _copied(text, element, context)
    reviewer = reviewer_of(element, context)
    return Statement(
        text=text,
        span=span,
        origin=Origin.DECISION
        if reviewer
        else _origin(element, known=span is not None),
        when=when_of(element),
        certainty=_certainty(element),
        responsible=reviewer,
    )


def when_of(element: etree._Element) -> str | None:
    """Give a date in W3C form, or an EDTF interval `a/b` (Guidelines, att.datable)."""
    when = element.get("when")
    if when:
        return when
    start = element.get("from") or element.get("notBefore")
    end = element.get("to") or element.get("notAfter")
    return f"{start or '..'}/{end or '..'}" if start or end else None


def _copied(text: str, element: etree._Element, context: Context) -> Span | None:
    """Give the stretch that a copy repeats, as narrowly as its words can tell."""
    for token in element.get("corresp", "").split():
        target = context.ids.get(token.removeprefix("#"))
        whole = first_span(spans_of(target)) if target is not None else None
        if target is not None and whole is not None:
            return _narrowed(text, words_of(context, target).text, whole)
    return None


def _narrowed(text: str, words: str, whole: Span) -> Span:
    """Find `text` in the words of a stretch; if it is not there once, take all."""
    if len(words) != len(whole) or words.count(text) != 1:
        return whole
    start = whole.start + words.index(text)
    return Span(start, start + len(text))


def _origin(element: etree._Element, *, known: bool) -> Origin:
    if element.get("resp", "").endswith(_METADATA):
        return Origin.METADATA
    return Origin.SOURCE if known or not element.get("resp") else Origin.RULE


def _certainty(element: etree._Element) -> Certainty | None:
    value = element.get("cert", "")
    return Certainty(value) if value in set(Certainty) else None
