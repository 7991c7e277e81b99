"""Turns in both modes: of one shape, with parallel ids."""

from dataclasses import replace

import pytest
from drafting import Draughtsman

from tei_encoder.model.block import Kind
from tei_encoder.model.record import (
    Entity,
    EntityKind,
    Exchange,
    Name,
    Passage,
    Utterance,
)
from tei_encoder.stages import Speech


def conversation() -> Draughtsman:
    """Give a page with two people and two turns."""
    page = Draughtsman()
    for name in ("Anna", "Borg"):
        identifier = f"p-{name.lower()}"
        page.entities.append(
            Entity(identifier, EntityKind.PERSON, (Name(name),), "speaker")
        )
    page.turn("ANNA:", "Yes.", "And no.", by=("p-anna",))
    page.turn("BOTH:", "Well.", by=("p-anna", "p-borg"))
    return page


def test_an_utterance_follows_its_label() -> None:
    """In u mode the label is a note before the utterance (Guidelines 8.3.1)."""
    assert (
        '<div type="record">\n'
        '        <note type="speaker" source="src:0,5">ANNA:</note>\n'
        '        <u who="#p-anna" xml:id="u1">\n'
        '          <seg xml:id="seg1" source="src:6,10">Yes.</seg>\n'
        '          <seg xml:id="seg2" source="src:12,19">And no.</seg>\n'
        "        </u>\n"
        '        <note type="speaker" source="src:21,26">BOTH:</note>\n'
        '        <u who="#p-anna #p-borg" xml:id="u2">\n'
        '          <seg xml:id="seg3" source="src:27,32">Well.</seg>\n'
        "        </u>\n"
        "      </div>"
    ) == conversation().encode().shown("//t:div")


def test_a_speech_holds_its_label() -> None:
    """In sp mode the label is speaker, first in its speech (Guidelines 7.2.2)."""
    assert (
        '<sp who="#p-anna" xml:id="sp1">\n'
        '          <speaker source="src:0,5">ANNA:</speaker>\n'
        '          <p xml:id="p1" source="src:6,10">Yes.</p>\n'
        '          <p xml:id="p2" source="src:12,19">And no.</p>\n'
        "        </sp>"
    ) == conversation().encode(Speech.SP).shown("//t:sp[1]")


@pytest.mark.parametrize("speech", Speech)
def test_unknown_speakers_are_one_for_each_label(speech: Speech) -> None:
    """Who speaks is never guessed: a participant stands for each printed label."""
    page = Draughtsman()
    for label in ("VOICE:", "OTHER:", "VOICE:", ""):
        page.turn(label, "Yes.")
    encoded = page.encode(speech)
    groups = encoded.all("//t:personGrp[@role='unidentified']")

    assert ["VOICE:", "OTHER:", "The source prints no label."] == [
        "".join(group.itertext()).strip() for group in groups
    ]
    assert [1, 2, 1, 3] == [
        int(turn.get("who", "")[-1]) for turn in encoded.all("//t:u | //t:sp")
    ]
    assert ["unidentified-speaker"] * 3 == encoded.codes


@pytest.mark.parametrize(
    ("kind", "u", "sp"),
    [
        (Kind.STAGE, '<note type="comment"', "<stage"),
        (Kind.NOTE, "<note", "<note"),
        (Kind.FOOTNOTE, '<note place="bottom"', '<note place="bottom"'),
        (Kind.HEADING, '<note type="heading"', '<note type="heading"'),
    ],
)
def test_what_stands_between_paragraphs_of_speech(kind: Kind, u: str, sp: str) -> None:
    """Nothing between two paragraphs ends the turn."""
    page = Draughtsman()
    page.turn("A:", "Yes.", "(noise)", "No.")
    turn = page.parts[0]
    assert isinstance(turn, Utterance)
    first, between, last = turn.content
    content = (first, Passage(kind, between.spans), last)
    page.parts[0] = Utterance((), turn.label, content)

    assert page.encode().shown("//t:u/*[2]").startswith(f"{u} source=")
    assert page.encode(Speech.SP).shown("//t:sp/*[3]").startswith(f"{sp} source=")


def test_a_page_break_inside_a_paragraph() -> None:
    """The marker is kept at its place, and words on both sides stay apart."""
    page = Draughtsman()
    label, first = page.add("A:"), page.add("We have", " ")
    marker, rest = page.add("[p. 2]"), page.add("the money.")
    speech = Passage(Kind.TURN, (first, rest))
    content = (speech, Passage(Kind.PAGE_MARKER, (marker,)))
    page.parts.append(Utterance((), label, content))

    assert (
        '<seg xml:id="seg1" source="src:3,12 src:20,30">We have <pb/>'
        '<fw type="pageNum" source="src:12,18">[p. 2]</fw>the money.</seg>'
    ) == page.encode().shown("//t:seg")


@pytest.mark.parametrize("speech", Speech)
def test_questions_and_answers_are_categories(speech: Speech) -> None:
    """A turn that asks points to its category, in both modes (Guidelines 18.3)."""
    page = Draughtsman()
    for exchange, label in zip(Exchange, ("Q:", "A:"), strict=True):
        turn = page.turn(label, "Yes.")
        page.parts[-1] = replace(turn, exchange=exchange)
    encoded = page.encode(speech)

    assert ["#rec.question", "#rec.answer"] == [
        turn.get("ana") for turn in encoded.all("//t:u | //t:sp")
    ]
    assert ["question", "answer"] == [
        words.text for words in encoded.all("//t:taxonomy/t:category/t:catDesc")
    ]


def test_without_questions_there_are_no_categories() -> None:
    """No taxonomy is declared that nothing points to."""
    assert [] == conversation().encode().all("//t:classDecl")


@pytest.mark.parametrize(("speech", "name"), [(Speech.U, "u"), (Speech.SP, "sp")])
def test_an_interrupted_speech_is_chained(speech: Speech, name: str) -> None:
    """Encoding row 6: what resumes points back, what was interrupted on."""
    page = Draughtsman()
    page.turn("A:", "Yes.")
    page.passage(Kind.HEADING, "Second day")
    page.turn("", "And no.")
    page.parts[-1] = replace(page.turn("", "And so on."), resumed=True)
    page.parts[-2] = replace(page.parts[-2], resumed=True)
    page.turn("B:", "No.")
    encoded = page.encode(speech)

    assert [
        (None, f"#rec.{name}2"),
        (f"#rec.{name}1", f"#rec.{name}3"),
        (f"#rec.{name}2", None),
        (None, None),
    ] == [(e.get("prev"), e.get("next")) for e in encoded.all("//t:u | //t:sp")]


def test_nothing_resumes_before_the_first_speech() -> None:
    """A first utterance has nothing to go on with."""
    page = Draughtsman()
    page.parts[-1] = replace(page.turn("A:", "Yes."), resumed=True)

    assert [None] == [e.get("prev") for e in page.encode().all("//t:u")]
