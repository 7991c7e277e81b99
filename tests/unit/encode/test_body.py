"""Openings, divisions and closings; nothing is moved and nothing is lost."""

import pytest
from drafting import Draughtsman

from tei_encoder.model.annotation import AnnotationKind
from tei_encoder.model.block import Field, Kind
from tei_encoder.model.record import SetAside
from tei_encoder.stages import Speech


def outline(page: Draughtsman, speech: Speech = Speech.U) -> str:
    """Show the elements of the body by name, divisions in parentheses."""

    def shown(element: object) -> str:
        name = element.tag.rpartition("}")[2]  # type: ignore[attr-defined]
        if name not in {"div", "opener", "closer", "list"}:
            return str(name)
        return f"{name}({' '.join(shown(child) for child in element)})"  # type: ignore[attr-defined]

    return shown(page.encode(speech).one("//t:body/t:div"))


def page_of(*kinds: Kind) -> Draughtsman:
    """Give a page with a passage of each kind; a turn for a turn."""
    page = Draughtsman()
    for number, kind in enumerate(kinds):
        if kind is Kind.TURN:
            page.turn("A:", f"words {number}")
        else:
            page.passage(kind, f"Words {number}")
    return page


K = Kind


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ((K.DATE, K.PLACE, K.TITLE, K.TURN), "opener(dateline dateline) head note u"),
        ((K.TITLE, K.DATE, K.TURN), "head opener(dateline) note u"),
        ((K.HEADING, K.TITLE, K.NARRATION), "head head p"),
        ((K.TURN, K.TITLE, K.TURN), "note u div(head note u)"),
        ((K.TURN, K.DATE, K.TURN), "note u p note u"),
        ((K.HEADING, K.TURN, K.HEADING, K.TURN), "div(head note u) div(head note u)"),
        ((K.HEADING, K.HEADING, K.NARRATION), "div(head head p)"),
        ((K.NARRATION, K.HEADING), "p label"),
        ((K.HEADING, K.SETTING), "div(head note)"),
        ((K.PARTICIPANTS, K.PARTICIPANTS, K.TURN), "list(item item) note u"),
        ((K.TURN, K.COLOPHON, K.FOOTNOTE, K.DATE), "note u closer(seg note dateline)"),
        ((K.COLOPHON, K.TURN), "p note u"),
        ((K.HEADING, K.TURN, K.COLOPHON), "div(head note u) closer(seg)"),
        ((K.NOTE,), "note"),
        ((K.PAGE_MARKER,), "pb fw"),
        ((K.TITLE,), "head p"),
        ((K.COLOPHON,), "p closer(seg)"),
        ((K.OTHER, K.ABSTRACT, K.RIGHTS, K.SOURCE), "p p p p"),
    ],
)
def test_outline(kinds: tuple[Kind, ...], expected: str) -> None:
    """Each order of passages gives a valid body that keeps it."""
    assert f"div({expected})" == outline(page_of(*kinds))


def test_a_heading_that_goes_on_with_the_title_begins_no_division() -> None:
    """In small letters it belongs to the opening (`of the talks in Oslo`)."""
    page = Draughtsman()
    page.passage(Kind.TITLE, "Minutes")
    page.passage(Kind.DATE, "5 May 1970")
    page.passage(Kind.HEADING, "of the talks in Oslo")
    page.passage(Kind.NARRATION, "It was cold.")
    assert "div(head opener(dateline) head p)" == outline(page)


@pytest.mark.parametrize("kind", Kind)
def test_outline_in_performance_texts(kind: Kind) -> None:
    """Both modes have the same divisions, but for what is note in one of them."""
    around = (Kind.HEADING, kind, Kind.TURN, kind)
    first, second = outline(page_of(*around)), outline(page_of(*around), Speech.SP)

    assert first.replace("note u", "sp").replace("note", "stage") == second.replace(
        "note", "stage"
    )


def test_a_record_without_text_has_a_gap() -> None:
    """Where all is set aside, the body says that the text is absent."""
    page = Draughtsman()
    page.set_aside.append(SetAside(page.add("Share this page"), "furniture"))
    encoded = page.encode()

    assert ('<p><gap reason="absent" resp="#resp-software"/></p>') == encoded.shown(
        "//t:div/t:p"
    )
    assert ["empty-body"] == encoded.codes


def test_text_that_nobody_claims_is_set_aside() -> None:
    """Nothing is lost, even when no part holds it."""
    page = Draughtsman()
    page.passage(Kind.NARRATION, "one")
    page.add("two")
    page.passage(Kind.NARRATION, "three")
    encoded = page.encode()

    assert (
        '<note type="set-aside" subtype="unclaimed" source="src:5,8">two</note>'
    ) == encoded.shown("//t:bibl/t:note")
    assert ["unclaimed-text"] == encoded.codes


def test_closer() -> None:
    """A signature over two paragraphs is one; other parts have a type."""
    page = page_of(Kind.NARRATION)
    for words, about in (
        ("Notes taken by", Field.STENOGRAPHER),
        ("Per Lund", Field.STENOGRAPHER),
        ("Printed in 3 copies", Field.COPIES),
        ("March 1, 1960", Field.COLOPHON_DATE),
    ):
        page.passage(Kind.COLOPHON, words, about)

    assert (
        "<closer>\n"
        '          <signed xml:id="signed1" source="src:9,33">Notes taken by<lb/> '
        "Per Lund</signed>\n"
        '          <seg type="copies" xml:id="colophon1" source="src:35,54">Printed in '
        "3 copies</seg>\n"
        '          <dateline xml:id="dateline1" source="src:56,69">March 1, 1960'
        "</dateline>\n"
        "        </closer>"
    ) == page.encode().shown("//t:closer")


def test_a_list_of_participants_has_a_caption_and_items() -> None:
    """The line that announces the list is its head."""
    page = Draughtsman()
    page.passage(Kind.PARTICIPANTS, "Participants:\n  Mr. Borg\r\nMrs. Lund")
    page.passage(Kind.NARRATION, "They met.")

    assert ["Participants:", "Mr. Borg", "Mrs. Lund"] == [
        line.text for line in page.encode().all("//t:list/*")
    ]


@pytest.mark.parametrize(
    ("printed", "mark", "rest"),
    [
        ("1. See above.", "1.", "See above."),
        ("[12] See above.", "[12]", "See above."),
        ("** See above.", "**", "See above."),
        ("1966 was a year.", None, "1966 was a year."),
    ],
)
def test_footnotes(printed: str, mark: str | None, rest: str) -> None:
    """The mark is @n and the first range; the words are the content."""
    page = page_of(Kind.NARRATION)
    page.passage(Kind.FOOTNOTE, printed)
    note = page.encode().one("//t:note[@place='bottom']")

    assert (mark, rest) == (note.get("n"), note.text)


def test_an_event_that_is_a_paragraph() -> None:
    """What is claimed of all its words says what it is."""
    page = page_of(Kind.NARRATION)
    page.passage(Kind.STAGE, "(Applause.)")
    page.claim(AnnotationKind.KINESIC, "(Applause.)")

    assert (
        '<kinesic source="src:9,20"><desc>(Applause.)</desc></kinesic>'
    ) == page.encode().shown("//t:div/t:kinesic")
    assert (
        '<stage type="business kinesic" source="src:9,20">(Applause.)</stage>'
    ) == page.encode(Speech.SP).shown("//t:div/t:stage")
