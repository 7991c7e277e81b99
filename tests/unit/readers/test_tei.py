"""TEI by others: text, turns, layout and header; what is left out is said."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.errors import ReadError
from tei_encoder.model.layout import NoteKind, Style
from tei_encoder.model.source import PartKind, Source
from tei_encoder.readers import read
from tei_encoder.tei.names import TEI

#: bytes of the real documents that are always read
SMALL = 100_000
HEADER = "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc>%s"


def document(body: str, header: str = "", attributes: str = "") -> bytes:
    """Give a TEI file."""
    head = HEADER % header + "</teiHeader>"
    return (
        f'<TEI xmlns="{TEI}" xmlns:xi="http://www.w3.org/2001/XInclude"{attributes}>'
        f"{head}<text><body>{body}</body></text></TEI>"
    ).encode()


def of(body: str, header: str = "", attributes: str = "") -> Source:
    """Read a TEI file."""
    return read(document(body, header, attributes), "a.xml").value


def turns(source: Source) -> list[tuple[str, list[str]]]:
    """Give the label and the paragraphs of each stated turn."""
    text = source.text
    return [
        (turn.label.of(text) if turn.label else "", [s.of(text) for s in turn.speech])
        for turn in source.layout.turns
    ]


def codes(body: str) -> list[str]:
    """Give the codes of what the reader has to say."""
    return [d.rule.code for d in read(document(body), "a.xml").diagnostics]


def test_performance_text_is_turns() -> None:
    """Verse lines that follow each other are one paragraph; the label has no mark."""
    source = of(
        '<sp who="#h"><speaker>HAM.</speaker><l>To be,</l>\n <l>or not</l>'
        "<stage>He weeps</stage><p>that <hi>is</hi> it.</p></sp>"
        "<stage>Exit.</stage><sp><speaker>H. K.:</speaker><p>So?</p></sp>"
    )
    assert [("HAM", ["To be,\nor not", "that is it."]), ("H. K.", ["So?"])] == turns(
        source
    )
    assert (
        "HAM.\n\nTo be,\nor not\n\nHe weeps\n\nthat is it.\n\nExit.\n\nH. K.:\n\nSo?"
        == source.text
    )


def test_utterances_have_the_label_before_them() -> None:
    """With segments, with words of their own, and among incidents."""
    source = of(
        '<div><note type="speaker">The Chair:</note>\n<u who="#a"><seg>One</seg>\n'
        "<vocal><desc>coughs</desc></vocal><seg>two.</seg></u>\n"
        '<note type="speaker">Mr. B</note><u who="#b">Three <pause/>four.</u></div>'
    )
    assert [("The Chair", ["One", "two."]), ("Mr. B", ["Three four."])] == turns(source)


def test_a_speaker_without_a_label_is_named_as_the_header_does() -> None:
    """Else as the pointer does: who spoke is not lost."""
    people = (
        "<profileDesc><particDesc><listPerson><person xml:id='a'><persName>"
        "<forename>Ann</forename> <surname>Lee</surname></persName></person>"
        "</listPerson></particDesc></profileDesc>"
    )
    source = of('<u who="#a">Yes.</u><u who="#a spk:b">No.</u>', people)
    assert [("Ann Lee", ["Yes."]), ("Ann Lee, b", ["No."])] == turns(source)
    assert "Ann Lee\tYes.\n\nAnn Lee, b\tNo." == source.text
    assert [("Roe, Bo", ["Yes."])] == turns(
        of('<u who="Roe, Bo">Yes.</u><u who="#x"/>')
    )


def test_white_space_of_xml_is_one_space() -> None:
    """Line breaks part lines unless they break no word; a no-break space stays."""
    source = of("<p>\n  a\n  <hi>b</hi>  c\u00a0 d<lb/>e <lb break='no'/>f </p>\n")
    assert "a b c\u00a0 d\ne f" == source.text


def test_tokens_are_joined_as_they_say() -> None:
    """Annotated corpora mark the missing space with @join."""
    source = of(
        "<u who='#x'><seg><s>\n<w>Good</w>\n<w join='right'>day</w>\n<pc>,</pc>\n"
        "<w>Sir</w></s></seg></u>"
    )
    assert [("x", ["Good day, Sir"])] == turns(source)


def test_notes_are_anchored_and_stand_behind() -> None:
    """The mark stands at both places; a bracket shows words that stand in the line."""
    source = of(
        "<p>One<note n='1'><p>First.</p></note> two<note place='end'>Last.</note>"
        " <note>[sic]</note> three.</p><p>Four.</p>"
    )
    assert "One1 two [sic] three.\n\nFour.\n\n1 First.\n\nLast." == source.text
    first, last = source.layout.notes
    assert ("1", "1 First.", "1") == (
        first.anchor.of(source.text),
        first.body.of(source.text),
        first.mark.of(source.text) if first.mark else "",
    )
    assert ("", "Last.", "endnote") == (
        last.anchor.of(source.text),
        last.body.of(source.text),
        last.kind,
    )


def test_what_happened_meanwhile_is_said_by_nobody() -> None:
    """A description within speech is a comment there; in brackets, it stays."""
    source = of(
        "<u who='A'>We <incident><desc>door</desc></incident> agree"
        " <vocal><desc>[laughs]</desc></vocal>.</u>"
    )
    assert [("A", ["We agree [laughs]."])] == turns(source)
    (note,) = source.layout.notes
    assert (NoteKind.COMMENT, "door") == (note.kind, note.body.of(source.text))


def test_layout_is_what_the_elements_say() -> None:
    """Headings, styles, links, tables, lists, figures, running heads and pages."""
    source = of(
        "<pb n='7'/><fw type='footer'>Secret</fw><div><head>A</head><div><head>B</head>"
        "<p><hi rend='italic bold'>x</hi> <emph>y</emph> <ref target='u'>z</ref></p>"
        "<table><row role='label'><cell>p</cell><cell/></row><row><cell>q</cell>"
        "<cell>r</cell></row></table><list type='ordered'><item>i</item><item>j</item>"
        "</list><figure><graphic url='f.png'/><figDesc>A dam</figDesc></figure>"
        "<p><del>old</del> <add>new</add></p></div></div>"
    )
    text, layout = source.text, source.layout
    assert [(PartKind.PAGE, "7")] == [(part.kind, part.name) for part in source.parts]
    assert [("running-foot", "Secret")] == [
        (a.reason, a.span.of(text)) for a in layout.asides
    ]
    assert [("A", 1), ("B", 2)] == [
        (p.span.of(text), p.level) for p in layout.paragraphs if p.level
    ]
    assert {(Style.BOLD, "x"), (Style.ITALIC, "x"), (Style.ITALIC, "y")} == {
        (run.style, run.span.of(text)) for run in layout.runs
    }
    assert [("z", "u")] == [(link.span.of(text), link.target) for link in layout.links]
    (table,) = layout.tables
    assert ("p\t\nq\tr", 1) == (
        "\n".join("\t".join(c.of(text) for c in row) for row in table.rows),
        table.header_rows,
    )
    (items,) = layout.lists
    assert (["i", "j"], True) == ([i.of(text) for i in items.items], items.ordered)
    assert [("A dam", "f.png")] == [(f.span.of(text), f.target) for f in layout.figures]
    assert [("deleted", "old"), ("inserted", "new")] == [
        (c.kind, c.span.of(text)) for c in layout.changes
    ]


def test_of_alternatives_the_source_is_read() -> None:
    """An editor's word that stands alone is all there is."""
    body = (
        "<p><choice><corr>right</corr><sic>wrong</sic></choice> <corr>x</corr> <app>"
        "<rdg>a</rdg><lem>b</lem></app> <choice><expan>Mister</expan><abbr>Mr</abbr>"
        "</choice></p>"
    )
    assert "wrong x b Mr" == of(body).text
    assert ["RD180"] == codes(body)


def test_inclusions_and_foreign_entities_are_reported() -> None:
    """Nothing is fetched; an entity without a declaration stands as it is written."""
    assert ["RD181"] == codes('<p>a</p><xi:include href="b.xml"/>')
    data = b'<!DOCTYPE TEI SYSTEM "x.dtd">' + document("<p>G&uuml;n</p>")
    found = read(data, "a.xml")
    assert ("G&uuml;n", ["RD184"]) == (
        found.value.text,
        [d.rule.code for d in found.diagnostics],
    )


def test_the_header_is_stated() -> None:
    """Title, date, place, language, and those who speak with their labels."""
    header = (
        "<profileDesc><creation><date when='1966-09-07'/><placeName>Tirana</placeName>"
        "</creation><langUsage><language ident='sq'/></langUsage><particDesc>"
        "<listPerson><person xml:id='h' role='chair'><persName>Enver H.</persName>"
        "<idno>https://example.org/1</idno></person><person xml:id='x'>"
        "<persName>X</persName></person></listPerson></particDesc></profileDesc>"
    )
    body = (
        "<sp who='#h'><speaker>E. H.:</speaker><p>a</p></sp>"
        "<sp who='#h'><speaker>ALL</speaker><p>a</p></sp>"
        "<sp who='#k'><speaker>ALL</speaker><p>a</p></sp>"
    )
    told = of(body, header).stated
    assert ("a.xml", "T", "1966-09-07", "Tirana", "sq") == (
        told.name,
        told.title,
        told.date,
        told.place,
        told.language,
    )
    (person,) = told.persons
    assert ("Enver H.", ("E. H.:",), "chair", ("https://example.org/1",)) == (
        person.name,
        person.labels,
        person.role,
        person.ref,
    )


def test_times_of_a_timeline_are_those_of_the_turn() -> None:
    """Points count from the origin, or from each other (Guidelines, 17.4)."""
    source = of(
        "<u start='#t1' end='#t2'>a</u><timeline unit='s' origin='#t0'>"
        "<when xml:id='t0' absolute='00:00:00'/>"
        "<when xml:id='t1' interval='1.5' since='#t0'/>"
        "<when xml:id='t2' interval='2' since='#t1'/></timeline>"
    )
    assert [(1500, 3500)] == [(c.begin, c.end) for c in source.layout.cues]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<TEI xmlns='x'/>", "the root element is TEI, not TEI of"),
        (b"<TEI.2><text/></TEI.2>", "the root element is TEI.2"),
        (b"<TEI>\n<p></TEI>", "a.xml:2:"),
        (document(""), "holds no text"),
    ],
)
def test_what_is_no_text_in_tei_is_refused(data: bytes, told: str) -> None:
    """With what was found, or the place."""
    with pytest.raises(ReadError, match=re.escape(told)):
        read(data, "a.xml", format="tei")


def test_an_entity_bomb_is_refused() -> None:
    """Entities of the file are replaced, but may not grow without bound."""
    names = "abcdefghi"
    inner = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">'
        for a, b in zip("0" + names, names, strict=False)
    )
    data = f'<!DOCTYPE TEI [<!ENTITY 0x "lol">{inner}]>'.replace("&0;", "lol").replace(
        '<!ENTITY 0x "lol">', ""
    )
    with pytest.raises(ReadError, match="not well-formed"):
        read(data.encode() + document("<p>&i;</p>"), "a.xml")


def test_changed_words_are_read_as_tei_of_others() -> None:
    """Ranges that no longer fit are reported, not believed."""
    label = '<note type="speaker" source="src:0,2">A:</note>'
    body = label + '<u><seg source="src:3,6">%s</seg></u>'
    assert ["RD182"] == codes(body % "yes")
    assert ["RD183"] == codes(body % "yes, indeed")
    assert [("A", ["yes, indeed"])] == turns(of(body % "yes, indeed"))


def test_a_share_of_a_source_begins_at_its_own_offset() -> None:
    """A file of one of several records says where its share begins."""
    scope = '<sourceDesc><bibl><biblScope unit="char" from="10" to="16"/></bibl>'
    data = document(
        '<note type="speaker" source="src:10,12">A:</note><u>'
        '<seg source="src:13,16">yes</seg></u>'
    ).replace(b"</titleStmt>", b"</titleStmt>" + scope.encode() + b"</sourceDesc>")
    source = read(data, "a.xml").value
    assert ("A: yes", [("A", ["yes"])]) == (source.text, turns(source))


def spoken(root: etree._Element) -> int:
    """Count the outermost turns with words beside labels, directions and notes."""
    outer = "//*[self::t:u or self::t:sp][not(ancestor::t:u or ancestor::t:sp)]"
    beside = " or ".join(
        f"ancestor::t:{name}" for name in ("speaker", "stage", "note", "desc")
    )
    words = f"[.//text()[normalize-space()][not({beside})]]"
    return len(root.xpath(outer + words, namespaces={"t": TEI}))


def refused_of(paths: list[Path]) -> list[str]:
    """Read real documents, and give the names of those that are refused.

    In all others turns are as many as there are `u` and `sp` with words.
    """
    refused = []
    for path in sorted(paths):
        data = path.read_bytes()
        try:
            source = read(data, path.name, format="tei").value
        except ReadError:
            refused.append(path.name)
            continue
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
        found = sum(bool(turn.speech) for turn in source.layout.turns)
        assert spoken(root) == found, path.name
    return refused


def test_real_documents_are_read(shared: Path) -> None:
    """Of the smaller ones only fragments and files without text are refused."""
    paths = (shared / "tei" / "docs").glob("*.xml")
    refused = refused_of([path for path in paths if path.stat().st_size < SMALL])
    assert [] == [n for n in refused if not n.startswith(("specs__", "teitest__"))]


@pytest.mark.slow
def test_every_real_document_is_read_or_refused(shared: Path) -> None:
    """Of 148, five are specifications of elements and two hold no text."""
    paths = list((shared / "tei" / "docs").glob("*.xml"))
    assert (148, 7) == (len(paths), len(refused_of(paths)))


def test_what_pandoc_writes_is_read(root: Path) -> None:
    """Its headings, styles, notes, lists and tables."""
    path = root / "tests" / "fixtures" / "turns" / "talk-pandoc.xml"
    source = read(path.read_bytes(), path.name).value
    text = source.text
    assert "Talk about the harvest" == source.layout.paragraphs[0].span.of(text)
    assert "Spoken at the door." == source.layout.notes[0].body.of(text)
    assert "minutes" == source.layout.links[0].span.of(text)
    assert ["the barley,", "the rye, and"] == [
        item.of(text) for item in source.layout.lists[0].items[:2]
    ]
    assert (Style.SMALL_CAPS, "signed by all") in [
        (run.style, run.span.of(text)) for run in source.layout.runs
    ]
