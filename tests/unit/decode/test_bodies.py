"""Turns and passages from small u, sp and p documents."""

import pytest

from tei_encoder.decode import Decoded, DecodedPassage, decode
from tei_encoder.model.block import Kind
from tei_encoder.model.record import Exchange
from tei_encoder.model.source import Span
from tei_encoder.tei.document import parse

U = """<note type="speaker" source="src:0,2">A:</note>
<u who="#r.a" xml:id="r.u1"><seg source="src:3,7">Yes <note type="editorial"
>[sic]</note></seg><kinesic><desc>applause</desc></kinesic><seg>No</seg></u>"""
SP = """<sp who="#r.a" xml:id="r.sp1"><speaker source="src:0,2">A:</speaker>
<p source="src:3,7">Yes <note type="editorial">[sic]</note></p>
<stage type="business kinesic"><desc>applause</desc></stage><p>No</p></sp>"""


def decoded(body: str) -> Decoded:
    """Decode a body."""
    data = (
        "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='r'>"
        f"<text><body>{body}</body></text></TEI>"
    )
    return decode(parse(data.encode(), "r.xml")).value


def test_modes_are_equal() -> None:
    """The same turn in u and in sp gives the same value."""
    assert decoded(U).parts == decoded(SP).parts


def test_turn() -> None:
    """A turn gives its number, speaker, label, paragraphs and what is between them."""
    (turn,) = decoded(U).utterances
    assert (turn.number, turn.speakers, turn.xml_id) == (1, ("a",), "r.u1")
    assert turn.label is not None
    assert (turn.label.text, turn.label.spans) == ("A:", (Span(0, 2),))
    assert [p.kind for p in turn.content] == [
        Kind.TURN,
        Kind.STAGE,
        Kind.TURN_CONTINUATION,
    ]
    assert turn.content[1].event == "kinesic"
    assert turn.text == "Yes [sic]\nNo"


@pytest.mark.parametrize(
    "turn",
    ['<u ana="#r.x #r.ask"><seg>Why?</seg></u>', '<sp ana="#r.ask"><p>Why?</p></sp>'],
)
def test_category_of_a_turn(turn: str) -> None:
    """What the category is called tells that a turn asks."""
    taxonomy = (
        "<taxonomy><category xml:id='r.ask'><catDesc>question</catDesc></category>"
        "</taxonomy>"
    )
    assert decoded(taxonomy + turn).utterances[0].exchange is Exchange.QUESTION
    assert decoded(U).utterances[0].exchange is None


def test_note_of_the_source_is_marked() -> None:
    """A bracket of the source is part of the text, and its place is known."""
    (note,) = decoded(U).utterances[0].paragraphs[0].inlines
    assert (note.element, note.text, note.span) == ("note", "[sic]", Span(4, 9))
    assert note.get("type") == "editorial"


def test_footnote_stands_beside_the_text() -> None:
    """A note with a place of its own is no part of the text around it."""
    body = "<p source='src:0,2'>ab<note place='bottom' n='1'>See c.</note></p>"
    (part,) = decoded(body).parts
    assert part.text == "ab"
    assert (part.inlines[0].text, part.inlines[0].span) == ("See c.", Span(2, 2))


def test_label_without_utterance() -> None:
    """A label that no utterance follows is kept."""
    (note, p) = decoded("<note type='speaker'>A:</note><p>So it was.</p>").parts
    assert (note.kind, note.text, p.text) == (Kind.NOTE, "A:", "So it was.")


def test_bare_utterance() -> None:
    """Words directly in u are one paragraph."""
    (turn,) = decoded("<u who='#x http://e.org/y'>I <pause/> see</u>").utterances
    assert turn.speakers == ("x", "http://e.org/y")
    assert [p.text for p in turn.paragraphs] == ["I see"]


def test_verse() -> None:
    """Neighbouring verse lines are one paragraph, a line each."""
    (turn,) = decoded(
        "<sp><l>One,</l>\n<lb/><l>two.</l><stage>Exit</stage></sp>"
    ).utterances
    assert turn.text == "One,\ntwo."
    assert turn.content[-1].kind is Kind.STAGE


def test_labelled_paragraphs() -> None:
    """Where labels recur, a marked-up label that a colon closes begins a turn."""
    body = (
        "<p><hi>AB:</hi> One.</p><p>Two.</p><p><hi>C</hi>: Three.</p>"
        "<p><hi>AB:</hi> Four.</p><head>End</head><p>Five.</p>"
    )
    found = decoded(body)
    assert [t.text for t in found.utterances] == ["One.\nTwo.", "Three.", "Four."]
    assert [t.label.text for t in found.utterances if t.label] == ["AB:", "C", "AB:"]
    last = found.parts[-1]
    assert isinstance(last, DecodedPassage)
    assert last.text == "Five."


def test_lone_label_is_no_turn() -> None:
    """One label that does not recur is no evidence of speech."""
    assert decoded("<p><hi>Subject:</hi> Tea.</p><p>Drunk.</p>").utterances == ()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<head>T</head>", Kind.TITLE),
        ("<opener><dateline><date>1 May</date></dateline></opener>", Kind.DATE),
        ("<opener><dateline><placeName>X</placeName></dateline></opener>", Kind.PLACE),
        ("<note type='setting'>S</note>", Kind.SETTING),
        ("<stage type='setting'>S</stage>", Kind.SETTING),
        ("<list type='participants'><item>P</item></list>", Kind.PARTICIPANTS),
        ("<note type='comment'>(pause)</note>", Kind.STAGE),
        ("<closer><seg type='copies'>2</seg></closer>", Kind.COLOPHON),
        ("<table><row><cell>x</cell></row></table>", Kind.NARRATION),
        ("<fw>- 2 -</fw>", Kind.PAGE_MARKER),
    ],
)
def test_kinds(body: str, kind: Kind) -> None:
    """Each element of the encoding is read as the kind of block it encodes."""
    (part,) = decoded(body).parts
    assert getattr(part, "kind", None) is kind


def test_indentation_is_no_text() -> None:
    """Without @source, indentation collapses and block elements part words."""
    body = "<p>\n  a\n  b<list>\n<item>c</item>\n<item>d</item></list></p>"
    (part,) = decoded(body).parts
    assert part.text == "a b\nc\nd"


def test_joined_tokens() -> None:
    """@join and @break glue what stands on two lines."""
    body = (
        "<u><seg><w join='right'>end</w>\n<pc>.</pc>\n"
        "<w>mili</w><lb break='no'/>\n<w>tary</w></seg></u>"
    )
    (turn,) = decoded(body).utterances
    assert turn.text == "end. military"


def test_depth() -> None:
    """A tree as deep as the parser allows is read without recursion."""
    body = "<div>" * 1000 + "<p>" + "<hi>" * 900 + "x" + "</hi>" * 900 + "</p>"
    (part,) = decoded(body + "</div>" * 1000).parts
    assert isinstance(part, DecodedPassage)
    assert part.text == "x"


@pytest.mark.parametrize(
    "inside",
    [
        "<pb/><fw type='pageNum' source='src:2,4'>12</fw>",
        "<note source='src:2,4'>12</note>",
        "<stage source='src:2,4'>12</stage>",
    ],
)
def test_what_answers_for_its_words_stands_beside(inside: str) -> None:
    """Words with an owner of their own are not those of the paragraph around them."""
    (part,) = decoded(f"<p source='src:0,2 src:4,6'>ab{inside}cd</p>").parts
    assert (part.text, part.inlines[-1].text) == ("abcd", "12")


def test_lines_of_a_list_are_its_text() -> None:
    """A list that answers for nothing itself has the words of its items."""
    body = (
        "<list type='participants'><item source='src:0,1'>a</item>"
        "<fw source='src:2,3'>9</fw><item source='src:4,5'>b</item></list>"
    )
    (part,) = decoded(body).parts
    assert part.text == "a\nb"
