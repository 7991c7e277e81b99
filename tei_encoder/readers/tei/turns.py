"""The turns that a TEI file states: `u` with the label before it, and `sp`."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from lxml import etree

from tei_encoder.model.layout import Cue, StatedTurn
from tei_encoder.model.span import Span
from tei_encoder.readers.tei.kinds import name_of
from tei_encoder.readers.tei.times import timeline
from tei_encoder.tei.names import XML_ID
from tei_encoder.tei.text import collapsed, is_element, plain_text

TURNS: Final = ("u", "sp")
_SPEECH: Final = frozenset(
    {
        "ab", "cit", "eg", "floatingText", "l", "lg", "list", "p", "q", "quote", "s",
        "said", "seg", "table",
    }
)  # fmt: skip
_BESIDE: Final = frozenset(
    {"fw", "incident", "kinesic", "note", "speaker", "stage", "vocal", "writing"}
)
_CLOSING: Final = ":：. \t\r\n\u00a0"


def label_of(turn: etree._Element) -> etree._Element | None:
    """Give the element with the printed name: `speaker`, or a note before a `u`."""
    if name_of(turn) == "sp":
        return next((c for c in turn if name_of(c) == "speaker"), None)
    before = turn.getprevious()
    while before is not None and not is_element(before):
        before = before.getprevious()
    is_label = before is not None and before.get("type") == "speaker"
    return before if before is not None and is_label else None


def turns_of(root: etree._Element) -> list[etree._Element]:
    """Give the turns of a tree that stand in no other turn."""
    found = []
    for node in root.iter("{*}u", "{*}sp"):
        outer = any(name_of(above) in TURNS for above in node.iterancestors())
        if name_of(node) in TURNS and not outer:
            found.append(node)
    return found


def unlabelled(root: etree._Element) -> dict[etree._Element, str]:
    """Give the names of speakers for turns that only point to them (`@who`).

    It is the name in the header, else what the pointer is called. A turn without
    words needs none.
    """
    people = {p.get(XML_ID): p for p in root.iter("{*}person", "{*}personGrp")}
    names = {}
    for turn in turns_of(root):
        label = label_of(turn)
        printed = label is not None and collapsed(plain_text(label))
        who = collapsed(turn.get("who", ""))
        if who and not printed and plain_text(turn).strip():
            names[turn] = _named(who, people)
    return names


def _named(who: str, people: Mapping[str | None, etree._Element]) -> str:
    """Give the names of pointers; words that are none stand as they are."""
    if not any(sign in who for sign in "#:/"):
        return who
    return ", ".join(_name(token, people) for token in who.split())


def stated(
    root: etree._Element,
    spans: Mapping[etree._Element, Span],
    labels: Mapping[etree._Element, Span],
    text: str,
) -> Iterator[StatedTurn | Cue]:
    """Give the turns that hold words or a label, with the times stated."""
    clock = timeline(root)
    for turn in turns_of(root):
        element = label_of(turn)
        printed = spans.get(element) if element is not None else labels.get(turn)
        label = _bare(printed, text) if printed else None
        inner = element if element in list(turn) else None
        speech = tuple(_speech(turn, spans, inner, labels.get(turn)))
        if speech or label:
            yield StatedTurn(label, speech)
        if speech:
            said = Span(speech[0].start, speech[-1].end)
            yield from _cues(turn, said, spans, clock, text)


def _cues(
    turn: etree._Element,
    said: Span,
    spans: Mapping[etree._Element, Span],
    clock: Mapping[str, int],
    text: str,
) -> Iterator[Cue]:
    """Give the times of a turn, and of its parts between points in time."""
    begin, end = (clock.get(turn.get(a, "")[1:]) for a in ("start", "end"))
    if begin is None or end is None:
        return
    points = [(said.start, begin)]
    for anchor in turn.iter("{*}anchor"):
        time, place = clock.get(anchor.get("synch", "")[1:]), spans.get(anchor)
        if time is None or place is None:
            continue
        if said.start < place.start < said.end:
            points.append((place.start, time))
    for (start, first), (stop, last) in pairwise([*points, (said.end, end)]):
        part = Span(start, max(start, stop)).trimmed(text)
        if part and first <= last:
            yield Cue(part, first, last)


def _speech(
    turn: etree._Element,
    spans: Mapping[etree._Element, Span],
    speaker: etree._Element | None,
    label: Span | None,
) -> Iterator[Span]:
    """Give the paragraphs that are said; verse lines that follow each other are one."""
    whole = spans.get(turn) or Span(0, 0)
    children = [c for c in turn if is_element(c) and c is not speaker]
    if _is_mixed(turn, children):
        named = label or (spans.get(speaker) if speaker is not None else None)
        start = max(whole.start, named.end + (label is not None)) if named else None
        said = Span(min(whole.end, start or whole.start), whole.end)
        yield from [said] if said else []
        return
    last: tuple[str, Span] | None = None
    for child in children:
        name, span = name_of(child), spans.get(child)
        if span and name == "l" and last and last[0] == "l":
            last = name, Span(last[1].start, span.end)
        elif span and name in _SPEECH | _BESIDE:
            yield from _if_said(last)
            last = name, span
    yield from _if_said(last)


def _if_said(found: tuple[str, Span] | None) -> Iterator[Span]:
    if found and found[0] in _SPEECH:
        yield found[1]


def _is_mixed(turn: etree._Element, children: list[etree._Element]) -> bool:
    """Tell whether words stand in the turn outside any paragraph."""
    loose = [turn.text, *(child.tail for child in turn)]
    known = _SPEECH | _BESIDE
    others = (c for c in children if name_of(c) not in known)
    return any(w and w.strip() for w in loose) or any(
        plain_text(other).strip() for other in others
    )


def _bare(printed: Span, text: str) -> Span:
    """Give a label without the mark that closes it; initials keep their full stop."""
    words = printed.of(text)
    bare = words.rstrip(_CLOSING)
    if words[len(bare) :].startswith(".") and len(bare.split(" ")[-1]) == 1:
        bare += "."
    start = printed.start + len(words) - len(words.lstrip())
    return Span(start, max(start, printed.start + len(bare)))


def _name(token: str, people: Mapping[str | None, etree._Element]) -> str:
    identifier = token.rpartition("#")[2].rpartition(":")[2]
    person = people.get(identifier)
    named = person.find("{*}persName") if person is not None else None
    if named is None and person is not None:
        named = person.find("{*}name")
    words = collapsed(plain_text(named)) if named is not None else ""
    return words or identifier
