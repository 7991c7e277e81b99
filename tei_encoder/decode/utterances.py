"""One turn, from `u` (with the label before it) or from `sp`."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from tei_encoder.decode.times import times_of
from tei_encoder.decode.words import Context, event_of, pointer, words_of
from tei_encoder.model.block import Kind
from tei_encoder.model.decoded import DecodedPassage, DecodedUtterance
from tei_encoder.model.record import Exchange
from tei_encoder.tei.names import XML_ID, local_name
from tei_encoder.tei.text import is_element

_SPEECH: Final = frozenset(
    {
        "ab",
        "eg",
        "floatingText",
        "l",
        "lg",
        "list",
        "p",
        "quote",
        "said",
        "seg",
        "table",
    }
)
_EVENTS: Final = frozenset(
    {
        "incident",
        "kinesic",
        "note",
        "stage",
        "vocal",
        "writing",
    }
)
_MARKERS: Final = frozenset(
    {
        "fw",
    }
)
_EMPTY: Final = frozenset(
    {
        "anchor",
        "cb",
        "gb",
        "lb",
        "milestone",
        "pause",
        "pb",
        "shift",
    }
)


def utterance_of(
    element: etree._Element,
    label: etree._Element | None,
    number: int,
    context: Context,
) -> DecodedUtterance:
    """Read a `u` or `sp`; `label` is the note that stands before a `u`, if any."""
    printed = element.find("{*}speaker") if label is None else label
    return DecodedUtterance(
        number=number,
        speakers=tuple(pointer(t, context) for t in element.get("who", "").split()),
        label=None if printed is None else passage(Kind.TURN, context, printed),
        content=_content(element, printed, context),
        exchange=_exchange(element, context),
        times=times_of(element, context),
        xml_id=element.get(XML_ID, ""),
    )


def passage(
    kind: Kind,
    context: Context,
    *elements: etree._Element,
    without: etree._Element | None = None,
) -> DecodedPassage:
    """Read one or several elements as a passage of that kind."""
    words = words_of(context, *elements, without=without)
    return DecodedPassage(
        kind=kind,
        text=words.text,
        event=event_of(elements[0]) if kind is Kind.STAGE else None,
        spans=words.spans,
        inlines=words.inlines,
        xml_id=elements[0].get(XML_ID, ""),
    )


def labelled_utterance_of(
    paragraphs: list[etree._Element],
    label: etree._Element,
    number: int,
    context: Context,
) -> DecodedUtterance:
    """Read paragraphs, the first of which begins with its label, as a turn."""
    first, *later = paragraphs
    ref = (label.get("who") or label.get("ref") or "").split()
    return DecodedUtterance(
        number=number,
        speakers=tuple(pointer(token, context) for token in ref),
        label=passage(Kind.TURN, context, label),
        content=(
            passage(Kind.TURN, context, first, without=label),
            *(passage(Kind.TURN_CONTINUATION, context, p) for p in later),
        ),
        xml_id=first.get(XML_ID, ""),
    )


def kind_of_event(element: etree._Element) -> Kind:
    """Tell a stage direction from a note: `note type="comment"` is the former."""
    is_note = local_name(element.tag) == "note"
    return Kind.NOTE if is_note and element.get("type") != "comment" else Kind.STAGE


def _exchange(element: etree._Element, context: Context) -> Exchange | None:
    """Tell whether a turn is said to ask or to answer (Guidelines 18.3)."""
    for token in element.get("ana", "").split():
        category = context.ids.get(token.removeprefix("#"))
        words = category.findtext("{*}catDesc") if category is not None else None
        if words in set(Exchange):
            return Exchange(words)
    return None


def _content(
    element: etree._Element, label: etree._Element | None, context: Context
) -> tuple[DecodedPassage, ...]:
    children = [c for c in element if is_element(c) and c is not label]
    if _is_mixed(element, children):
        whole = passage(Kind.TURN, context, element)
        return (whole,) if whole.text.strip() else ()
    found: list[DecodedPassage] = []
    spoken = False
    for group in _grouped(children):
        kind = _kind(group[0], spoken=spoken)
        spoken = spoken or kind is Kind.TURN
        found.append(passage(kind, context, *group))
    return tuple(p for p in found if p.text.strip() or p.inlines)


def _is_mixed(element: etree._Element, children: list[etree._Element]) -> bool:
    """Tell whether words stand directly in the turn, outside any paragraph."""
    known = _SPEECH | _EVENTS | _MARKERS | _EMPTY
    return (
        bool((element.text or "").strip())
        or any((child.tail or "").strip() for child in element)
        or any(local_name(child.tag) not in known for child in children)
    )


def _grouped(children: list[etree._Element]) -> Iterator[list[etree._Element]]:
    """Join neighbouring verse lines; leave milestones out."""
    lines: list[etree._Element] = []
    for child in children:
        name = local_name(child.tag)
        if name == "l":
            lines.append(child)
        elif name not in _EMPTY:
            if lines:
                yield lines
                lines = []
            yield [child]
    if lines:
        yield lines


def _kind(element: etree._Element, *, spoken: bool) -> Kind:
    name = local_name(element.tag)
    if name in _EVENTS:
        return kind_of_event(element)
    if name in _MARKERS:
        return Kind.PAGE_MARKER
    return Kind.TURN_CONTINUATION if spoken else Kind.TURN
