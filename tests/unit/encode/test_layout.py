"""What a file says beside its words, as TEI in both modes."""

import re

import pytest
from laying import Laid
from lxml import etree

from tei_encoder.decode import decode
from tei_encoder.model.layout import (
    ChangeKind,
    Cue,
    Figure,
    Link,
    NoteKind,
    Style,
    Surface,
    TrackedChange,
    Zone,
)
from tei_encoder.model.source import Span
from tei_encoder.stages import Speech
from tei_encoder.tei.names import PREFIXES

BOTH = pytest.mark.parametrize("speech", Speech)


def dialogue() -> Laid:
    """Give a page with a few turns."""
    page = Laid()
    page.add("ANNA: We have asked the yard1 twice this week.")
    page.add("BORG: And what did they say about the new old ship?")
    page.add("ANNA: Nothing so far, and the ship is late.")
    page.add("BORG: Then we shall have to wait for them.")
    return page


def encoded(page: Laid, speech: Speech = Speech.U) -> etree._Element:
    """Convert a page; the file is sound and its words are read back."""
    (result,) = page.converted(speech=speech).results

    assert result.sound, result.report.diagnostics
    return etree.fromstring(result.data)


def shown(root: etree._Element, path: str) -> list[str]:
    """Show elements without namespace, ids' prefix and ranges of the source."""
    named = re.sub("(?<=/)(?=[a-z])", "tei:", path)
    found = root.xpath(named, namespaces=PREFIXES)
    texts = (etree.tostring(e, encoding="unicode", with_tail=False) for e in found)
    return [
        t.replace(f' xmlns="{PREFIXES["tei"]}"', "").replace("rec.", "") for t in texts
    ]


@BOTH
def test_number_of_an_item_counts_nothing(speech: Speech) -> None:
    """A printed number that begins an item is no `num`; one within it may be."""
    page = dialogue()
    page.listed("1.Ask for 12 ships", "2.Wait", ordered=True)
    root = encoded(page, speech)

    assert ["1.Ask for 12 ships", "2.Wait"] == [
        "".join(item.itertext()).strip() for item in root.iterfind(".//{*}item")
    ]
    assert ["12"] == [num.text for num in root.iterfind(".//{*}num")]


@BOTH
def test_note_stands_at_its_reference(speech: Speech) -> None:
    """A footnote takes the mark at its reference and its own: both equal `@n`."""
    page = dialogue()
    page.note(page.at("1"), "1 See the map.", mark="1")

    assert [
        (
            '<note place="bottom" n="1" xml:id="fn1" '
            'source="src:28,29 src:190,191 src:192,204">See the map.</note>'
        )
    ] == shown(encoded(page, speech), "//note[@place]")


def test_marks_that_differ() -> None:
    """A note's own mark that is not that of the reference stays with its words."""
    page = dialogue()
    page.note(page.at("1"), "[1] See the map.", mark="[1]", kind=NoteKind.ENDNOTE)

    assert [
        (
            '<note place="end" n="1" xml:id="fn1" '
            'source="src:28,29 src:190,206">[1] See the map.</note>'
        )
    ] == shown(encoded(page), "//note[@place]")


@BOTH
def test_comment(speech: Speech) -> None:
    """A comment stands where it is attached, with its author and time."""
    page = dialogue()
    page.comment(page.at("yard1"), "Which yard?", "P. Holt", "2020-02-01T10:00:00Z")
    root = encoded(page, speech)

    assert [
        (
            '<note place="margin" xml:id="fn1" type="annotation" resp="#resp-p-holt" '
            'change="#change-1" source="src:190,201">Which yard?</note>'
        )
    ] == shown(root, "//note[@place]")
    assert [
        (
            '<change xml:id="change-1" when="2020-02-01T10:00:00Z" who="#resp-p-holt">'
            "Changes tracked in the file.</change>"
        )
    ] == shown(root, "//creation/listChange/change")


@BOTH
def test_tracked_changes(speech: Speech) -> None:
    """Words put in and taken out are both kept, and one change is told once."""
    page = dialogue()
    for words, kind in (("new", ChangeKind.INSERTED), ("old", ChangeKind.DELETED)):
        page.keep("changes", TrackedChange(page.at(words), kind, "P. Holt"))
    root = encoded(page, speech)

    assert [
        '<add change="#change-1">new</add>',
        '<del change="#change-1">old</del>',
    ] == shown(root, "//add|//del")
    assert 1 == len(shown(root, "//listChange/change"))


@BOTH
def test_styles_and_links(speech: Speech) -> None:
    """Runs are `hi`, cut where they cross; what is all of a label is its `@rend`."""
    page = dialogue()
    page.keep("runs", page.run("have asked", Style.ITALIC))
    page.keep("runs", page.run("asked the", Style.BOLD))
    page.keep("runs", page.run("BORG:", Style.BOLD))
    page.keep("links", Link(page.at("week"), "https://example.org/é"))
    page.keep("links", Link(page.at("twice"), "page2.html"))
    root = encoded(page, speech)

    assert [
        '<hi rend="italic">have</hi>',
        '<hi rend="bold italic">asked</hi>',
        '<hi rend="bold">the</hi>',
    ] == shown(root, "//hi")
    assert ['<ref target="https://example.org/%C3%A9">week</ref>'] == shown(
        root, "//ref"
    )
    assert 1 == len(shown(root, "//*[@rend='bold'][contains(., 'BORG')]"))


@BOTH
def test_table_and_list_stand_in_the_turn(speech: Speech) -> None:
    """A table or list said by somebody is no paragraph: it stands in `u` or `sp`."""
    page = dialogue()
    page.table(("Year", "Barges"), ("1957", ""), header_rows=1)
    page.listed("- the coast", "- the lake", ordered=True)
    root = encoded(page, speech)
    above = "u" if speech is Speech.U else "sp"

    assert [
        (
            '<table xml:id="table1" source="src:190,206" rows="2" cols="2">'
            '<row role="label"><cell>Year</cell>\t<cell>Barges</cell></row>\n'
            "<row><cell>1957</cell><cell/></row></table>"
        )
    ] == shown(root, f"//{above}/table")
    assert [
        "<item>- the coast</item>",
        "<item>- the lake</item>",
    ] == shown(root, f"//{above}/list[@rend='numbered']/item")


@BOTH
def test_pages(speech: Speech) -> None:
    """Pages begin with `pb`, between turns or within a word; `@n` is printed."""
    page = dialogue()
    page.page("7")
    page.aside("Harbour Board 7", "running-head")
    page.add("ANNA: We shall never agree to a sur")
    page.page("8")
    page.text += "vey of the coast."
    root = encoded(page, speech)

    assert ['<pb n="7"/>', '<pb break="no"/>'] == shown(root, "//pb")
    assert ["Harbour Board 7"] == root.xpath(
        "//tei:note[@subtype='running-head']/text()", namespaces=PREFIXES
    )


def test_time_codes() -> None:
    """Both modes tell when a turn began and ended; times within it are anchors."""
    page = dialogue()
    page.keep("cues", Cue(page.at("Nothing so far,"), 1000, 2500))
    page.keep("cues", Cue(page.at("and the ship is late."), 2500, 4000))
    for speech in Speech:
        root = encoded(page, speech)
        third = decode(root).value.utterances[2]

        assert (1000, 4000) == third.times
        assert ['<anchor synch="#t2500"/>'] == shown(root, "//anchor")
    assert ['<sp who="#p-anna" xml:id="sp3" synch="#t1000 #t4000">'] == [
        found.partition(">")[0] + ">" for found in shown(root, "//sp[@synch]")
    ]


@BOTH
def test_page_images(speech: Speech) -> None:
    """Passages point to the box around their words; doubtful words are unclear."""
    page = Laid()
    page.add("ANNA: We shall never agree to a sur-\nvey of the coast.")
    page.add("BORG: And why not?")
    page.keep("surfaces", Surface(Span(0, len(page.text)), 900, 1200, "p 1.png"))
    page.keep("zones", Zone(page.at("We shall"), 0, (10, 20, 90, 40), 0.95))
    page.keep("zones", Zone(page.at("coast."), 0, (30, 50, 120, 70), 0.31))
    root = encoded(page, speech)

    assert ['<zone ulx="10" uly="20" lrx="120" lry="70" xml:id="zone1"/>'] == shown(
        root, "//facsimile/surface/zone"
    )
    assert ['<graphic url="p%201.png"/>'] == shown(root, "//surface/graphic")
    assert ['<unclear resp="#resp-recognition" cert="low">coast.</unclear>'] == shown(
        root, "//unclear"
    )
    assert ['<pc force="weak">-</pc>'] == shown(root, "//pc")
    assert ['<lb break="no"/>'] == shown(root, "//lb")
    assert 1 == len(shown(root, "//*[@facs='#rec.zone1']"))


@BOTH
def test_pictures(speech: Speech) -> None:
    """A picture is a figure, with the words that stand for it."""
    page = dialogue()
    span = page.add("A map of the lake.")
    page.keep("figures", Figure(span, "media/map.png"))

    assert [
        (
            '<figure><graphic url="media/map.png"/>'
            "<figDesc>A map of the lake.</figDesc></figure>"
        )
    ] == shown(encoded(page, speech), "//figure")


def test_both_modes_are_read_alike() -> None:
    """What is read back is the same from `u` and from `sp`, structures and all."""
    page = dialogue()
    page.table(("Year", "Barges"), ("1957", "12"), header_rows=1)
    page.keep("runs", page.run("ANNA:", Style.BOLD))
    page.note(page.at("yard1"), "1 See the map.", mark="1")
    first, second = (decode(encoded(page, speech)).value for speech in Speech)
    table = first.utterances[-1].content[-1].inlines

    assert first == second
    assert ["table", "row", "cell", "cell"] == [i.element for i in table][:4]
