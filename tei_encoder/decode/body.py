"""The parts of a text in document order, from `u`, `sp` and `p` documents."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tei_encoder.decode.labelled import label_of, labels_recur
from tei_encoder.decode.utterances import (
    kind_of_event,
    labelled_utterance_of,
    passage,
    utterance_of,
)
from tei_encoder.decode.words import Context
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.decoded import DecodedPart, DecodedPassage
from tei_encoder.tei.names import local_name, tei
from tei_encoder.tei.text import is_element, walk

_APART: Final = frozenset(
    {
        "teiHeader",
        "standOff",
        "facsimile",
        "sourceDoc",
        "fsdDecl",
    }
)
_HOLDERS: Final = frozenset(
    {
        "TEI",
        "teiCorpus",
        "text",
        "group",
        "front",
        "body",
        "back",
        "div",
        "div1",
        "div2",
        "div3",
        "div4",
        "div5",
        "div6",
        "div7",
        "floatingText",
        "opener",
        "closer",
        "titlePage",
        "docTitle",
        "annotationBlock",
        "postscript",
        "castGroup",
        "prologue",
        "epilogue",
    }
)
_KINDS: Final = {
    "titlePart": Kind.TITLE,
    "docDate": Kind.DATE,
    "stage": Kind.STAGE,
    "incident": Kind.STAGE,
    "kinesic": Kind.STAGE,
    "vocal": Kind.STAGE,
    "castList": Kind.PARTICIPANTS,
    "fw": Kind.PAGE_MARKER,
}
_TYPED: Final = {
    ("list", "participants"): Kind.PARTICIPANTS,
    ("note", "setting"): Kind.SETTING,
    ("stage", "setting"): Kind.SETTING,
    ("ab", "page-marker"): Kind.PAGE_MARKER,
}
_FIELDS: Final = {
    "signed": Field.SIGNATURE,
    "dateline": Field.COLOPHON_DATE,
}


@dataclass(slots=True)
class _Body:
    context: Context
    labelling: bool
    parts: list[DecodedPart] = field(default_factory=list)
    spoken: int = 0
    titled: bool = False
    label: etree._Element | None = None
    turn: list[etree._Element] = field(default_factory=list)


def parts_of(root: etree._Element, context: Context) -> tuple[DecodedPart, ...]:
    """Read all parts of a file; whatever it holds, nothing is raised."""
    body = _Body(context, labelling=labels_recur(root))
    for element in _leaves(root):
        _read(body, element)
    _flush(body)
    return tuple(body.parts)


def _leaves(root: etree._Element) -> Iterator[etree._Element]:
    """Give the outermost elements that are no mere holders of others."""
    inside: etree._Element | None = None
    for entering, node in walk(root):
        if inside is not None:
            inside = None if node is inside and not entering else inside
        elif entering and is_element(node) and not _is_holder(node):
            inside = node
            if local_name(node.tag) not in _APART:
                yield node


def _is_holder(node: etree._Element) -> bool:
    if local_name(node.tag) not in _HOLDERS:
        return False
    loose = [node.text, *(child.tail for child in node)]
    return not any(words and words.strip() for words in loose)


def _read(body: _Body, element: etree._Element) -> None:
    if _continues(body, element):
        body.turn.append(element)
        return
    name = local_name(element.tag)
    label = body.label if name == "u" else None
    if label is not None:
        body.label = None
    _flush(body)
    if name == "note" and element.get("type") == "speaker":
        body.label = element
    elif body.labelling and label_of(element) is not None:
        body.turn = [element]
    elif name in {"u", "sp"}:
        body.spoken += 1
        body.parts.append(utterance_of(element, label, body.spoken, body.context))
    else:
        part = _passage(body, element)
        if part.text.strip() or part.inlines:
            body.parts.append(part)


def _continues(body: _Body, element: etree._Element) -> bool:
    """Tell whether a paragraph goes on with the turn that a label opened."""
    return (
        bool(body.turn)
        and local_name(element.tag) == "p"
        and label_of(element) is None
        and element.getparent() is body.turn[0].getparent()
    )


def _flush(body: _Body) -> None:
    """Finish what waits: a labelled turn, or a label that no utterance followed."""
    if body.label is not None:
        body.parts.append(passage(Kind.NOTE, body.context, body.label))
        body.label = None
    label = label_of(body.turn[0]) if body.turn else None
    if label is not None:
        body.spoken += 1
        body.parts.append(
            labelled_utterance_of(body.turn, label, body.spoken, body.context)
        )
        body.turn = []


def _passage(body: _Body, element: etree._Element) -> DecodedPassage:
    kind = _kind(body, element)
    body.titled = body.titled or kind in {Kind.TITLE, Kind.NARRATION}
    part = passage(kind, body.context, element)
    return replace(part, field=_field(element)) if kind is Kind.COLOPHON else part


def _kind(body: _Body, element: etree._Element) -> Kind:
    name = local_name(element.tag)
    typed = _TYPED.get((name, element.get("type", "")))
    if typed or name in _KINDS:
        return typed or _KINDS[name]
    if name == "head":
        return Kind.HEADING if body.titled or body.spoken else Kind.TITLE
    if any(local_name(above.tag) == "closer" for above in element.iterancestors()):
        return Kind.COLOPHON
    if name == "dateline":
        dated = element.find(f".//{tei('date')}") is not None
        placed = element.find(f".//{tei('placeName')}") is not None
        return Kind.PLACE if placed and not dated else Kind.DATE
    return kind_of_event(element) if name == "note" else Kind.NARRATION


def _field(element: etree._Element) -> Field | None:
    given = element.get("type", "")
    if given in set(Field):
        return Field(given)
    return _FIELDS.get(local_name(element.tag))
