"""Encodings that look right and are not: each is invalid under our schema."""

import pytest
from lxml import etree, isoschematron

SPEECH = '<u who="#r.p"><seg>Yes.</seg></u>'
TITLE = "<title>T</title>"
PUBLICATION = "<publicationStmt><p>Not published.</p></publicationStmt>"
SOURCE = "<sourceDesc><p>None.</p></sourceDesc>"

BODY = {
    "p in u": '<u who="#r.p"><p>Yes.</p></u>',
    "ab in u": '<u who="#r.p"><ab>Yes.</ab></u>',
    "head in u": '<u who="#r.p"><head>H</head><seg>Yes.</seg></u>',
    "speaker in u": '<u who="#r.p"><speaker>A:</speaker><seg>Yes.</seg></u>',
    "u in u": f'<u who="#r.p">{SPEECH}</u>',
    "bare text in u": '<u who="#r.p">Yes.</u>',
    "u without who": "<u><seg>Yes.</seg></u>",
    "bare text in sp": '<sp who="#r.p"><speaker>A:</speaker>Yes.</sp>',
    "seg in sp": '<sp who="#r.p"><speaker>A:</speaker><seg>Yes.</seg></sp>',
    "u in sp": f'<sp who="#r.p"><speaker>A:</speaker>{SPEECH}</sp>',
    "head in sp": '<sp who="#r.p"><speaker>A:</speaker><head>H</head><p>Y</p></sp>',
    "sp in sp": '<sp who="#r.p"><speaker>A:</speaker><sp who="#r.p"><p>Y</p></sp></sp>',
    "sp in p": '<p><sp who="#r.p"><speaker>A:</speaker><p>Yes.</p></sp></p>',
    "second speaker": (
        '<sp who="#r.p"><speaker>A:</speaker><speaker>B:</speaker><p>Yes.</p></sp>'
    ),
    "stage before speaker": (
        '<sp who="#r.p"><stage>Exit</stage><speaker>A:</speaker><p>Yes.</p></sp>'
    ),
    "speaker alone": '<sp who="#r.p"><speaker>A:</speaker></sp>',
    "sp without who": "<sp><speaker>A:</speaker><p>Yes.</p></sp>",
    "part on u": '<u who="#r.p" part="I"><seg>Yes.</seg></u>',
    "part on sp": '<sp who="#r.p" part="I"><speaker>A:</speaker><p>Yes.</p></sp>',
    "when on u": '<u who="#r.p" when="1966-09-07"><seg>Yes.</seg></u>',
    "bare text in incident": f"{SPEECH}<incident>Phone</incident>",
    "bare text in vocal": f"{SPEECH}<vocal>(laughter)</vocal>",
    "bare text in kinesic": f"{SPEECH}<kinesic>(applause)</kinesic>",
    "bare text in gap": '<p><gap reason="illegible">[...]</gap></p>',
    "text in pause": f"{SPEECH}<pause>(Silence)</pause>",
    "gap without words or reason": "<p>a<gap/></p>",
    "head after content": f"{SPEECH}<head>H</head>",
    "closer after notes alone": "<note>a</note><closer>E</closer>",
    "p after a nested div": f"<div>{SPEECH}</div><p>Yes.</p>",
    "u after a nested div": f"<div>{SPEECH}</div>{SPEECH}",
    "u after closer": f"{SPEECH}<closer>E</closer>{SPEECH}",
    "p in closer": f"{SPEECH}<closer><p>E</p></closer>",
    "list in closer": f"{SPEECH}<closer><list><item>E</item></list></closer>",
    "list in opener": f"<opener><list><item>E</item></list></opener>{SPEECH}",
    "choice with one member": "<p><choice><sic>a</sic></choice></p>",
    "min on measure": '<p><measure min="1" max="2">a</measure></p>',
    "type on supplied": '<p><supplied type="x">a</supplied></p>',
    "cert as percentage": '<p><date cert="87%">a</date></p>',
    "two words in note/@type": '<note type="a b">c</note>',
    "two words in gap/@unit": '<p><gap reason="a" unit="a b"/></p>',
    "said/@direct": '<p><said direct="perhaps">a</said></p>',
    "time without seconds": '<p><time when="12:00">noon</time></p>',
    "date with short month": '<p><date when="1966-9-7">a</date></p>',
    "empty when": '<p><date when="">a</date></p>',
    "xml:lang with underscore": '<p xml:lang="en_US">a</p>',
    "xml:lang as a word": '<p xml:lang="English">a</p>',
    "a name in who": '<u who="Ada Marlow"><seg>Yes.</seg></u>',
    "dangling who": '<u who="#r.nobody"><seg>Yes.</seg></u>',
    "when with notBefore": '<p><date when="1966" notBefore="1965">a</date></p>',
    "subtype without type": '<note subtype="a">b</note>',
    "empty u": '<u who="#r.p"/>',
    "empty seg": '<u who="#r.p"><seg/></u>',
    "empty p": "<p/>",
    "when on del": '<p><del when="1966">a</del></p>',
    "break": '<p>a<pb break="perhaps"/></p>',
    "g that points nowhere": "<p><g>a</g></p>",
    "unknown element": "<p><persname>a</persname></p>",
}

HEADER = {
    "prose beside publisher": (
        PUBLICATION,
        "<publicationStmt><publisher>P</publisher><p>a</p></publicationStmt>",
    ),
    "date before publisher": (
        PUBLICATION,
        "<publicationStmt><date>1966</date><publisher>P</publisher></publicationStmt>",
    ),
    "empty publisher": (
        PUBLICATION,
        "<publicationStmt><publisher/></publicationStmt>",
    ),
    "bare text in availability": (
        PUBLICATION,
        (
            "<publicationStmt><publisher>P</publisher>"
            "<availability>free</availability></publicationStmt>"
        ),
    ),
    "empty availability": (
        PUBLICATION,
        "<publicationStmt><publisher>P</publisher><availability/></publicationStmt>",
    ),
    "availability/@status": (
        PUBLICATION,
        (
            "<publicationStmt><publisher>P</publisher>"
            '<availability status="closed"><p>a</p></availability></publicationStmt>'
        ),
    ),
    "respStmt without resp": (TITLE, f"{TITLE}<respStmt><name>N</name></respStmt>"),
    "respStmt without name": (TITLE, f"{TITLE}<respStmt><resp>R</resp></respStmt>"),
    "msIdentifier out of order": (
        SOURCE,
        (
            "<sourceDesc><msDesc><msIdentifier><idno>1</idno>"
            "<repository>R</repository></msIdentifier></msDesc></sourceDesc>"
        ),
    ),
    "bare text in msIdentifier": (
        SOURCE,
        "<sourceDesc><msDesc><msIdentifier>R</msIdentifier></msDesc></sourceDesc>",
    ),
    "empty msIdentifier": (
        SOURCE,
        "<sourceDesc><msDesc><msIdentifier/></msDesc></sourceDesc>",
    ),
    "custEvent outside custodialHist": (
        SOURCE,
        (
            "<sourceDesc><msDesc><msIdentifier><idno>1</idno></msIdentifier>"
            "<history><custEvent>a</custEvent></history></msDesc></sourceDesc>"
        ),
    ),
    "prose beside bibl": (SOURCE, "<sourceDesc><p>a</p><bibl>b</bibl></sourceDesc>"),
    "empty listPerson": ("</listPerson>", "</listPerson><listPerson/>"),
    "prose beside listPerson": ("</listPerson>", "</listPerson><p>a</p>"),
    "empty settingDesc": ("</particDesc>", "</particDesc><settingDesc/>"),
    "textDesc": ("</particDesc>", "</particDesc><textDesc/>"),
    "empty keywords": (
        "</particDesc>",
        "</particDesc><textClass><keywords/></textClass>",
    ),
    "bare text in abstract": ("<particDesc>", "<abstract>a</abstract><particDesc>"),
    "empty encodingDesc": ("<profileDesc>", "<encodingDesc/><profileDesc>"),
    "empty editorialDecl": (
        "<profileDesc>",
        "<encodingDesc><editorialDecl/></encodingDesc><profileDesc>",
    ),
    "bare text in hyphenation": (
        "<profileDesc>",
        (
            "<encodingDesc><editorialDecl><hyphenation>a</hyphenation></editorialDecl>"
            "</encodingDesc><profileDesc>"
        ),
    ),
    "empty appInfo": (
        "<profileDesc>",
        "<encodingDesc><appInfo/></encodingDesc><profileDesc>",
    ),
    "local version of an application": (
        "<profileDesc>",
        (
            '<encodingDesc><appInfo><application ident="a" version="0.1.0+local">'
            "<label>a</label></application></appInfo></encodingDesc><profileDesc>"
        ),
    ),
    "application without label": (
        "<profileDesc>",
        (
            '<encodingDesc><appInfo><application ident="a" version="0.1.0"/>'
            "</appInfo></encodingDesc><profileDesc>"
        ),
    ),
    "empty revisionDesc": ("</profileDesc>", "</profileDesc><revisionDesc/>"),
    "empty standOff": ("</teiHeader>", "</teiHeader><standOff/>"),
    "standOff after text": (
        "</text>",
        (
            "</text><standOff><listPerson><person><persName>B</persName></person>"
            "</listPerson></standOff>"
        ),
    ),
    "empty particDesc": ("<profileDesc>", "<profileDesc><particDesc/>"),
}


def document(skeleton: str, old: str, new: str) -> etree._Element:
    """Give the small record with one part replaced."""
    assert 1 == skeleton.count(old), old
    return etree.fromstring(skeleton.replace(old, new))


def valid(
    tree: etree._Element, relaxng: etree.RelaxNG, rules: isoschematron.Schematron
) -> bool:
    """Say whether a document passes our RELAX NG and our Schematron rules."""
    return bool(relaxng.validate(tree)) and bool(rules.validate(tree))


@pytest.mark.parametrize("trap", BODY)
def test_trap_of_the_body(
    trap: str,
    skeleton: str,
    relaxng: etree.RelaxNG,
    schematron: isoschematron.Schematron,
) -> None:
    """A trap in the body is invalid, beside a turn that is valid."""
    tree = document(skeleton, f"<div>{SPEECH}</div>", f"<div>{BODY[trap]}</div>")

    assert not valid(tree, relaxng, schematron)


@pytest.mark.parametrize("trap", HEADER)
def test_trap_of_the_header(
    trap: str,
    skeleton: str,
    relaxng: etree.RelaxNG,
    schematron: isoschematron.Schematron,
) -> None:
    """A trap in the header is invalid."""
    tree = document(skeleton, *HEADER[trap])

    assert not valid(tree, relaxng, schematron)


def test_xml_id_is_a_name(skeleton: str, relaxng: etree.RelaxNG) -> None:
    """An xml:id that is no NCName is invalid, where a parser lets it pass at all."""
    text = skeleton.replace("<seg>", '<seg xml:id="1a">')
    tree = etree.fromstring(text, etree.XMLParser(recover=True))

    assert not relaxng.validate(tree)


@pytest.mark.parametrize("part", ["<head>H</head>", "<note>a</note><pb/>"])
def test_division_without_blocks(
    part: str, skeleton: str, relaxng: etree.RelaxNG
) -> None:
    """A division may hold its head or notes alone, but never nothing."""
    assert relaxng.validate(document(skeleton, SPEECH, part))
    assert not relaxng.validate(document(skeleton, SPEECH, ""))


def test_speech_without_label(skeleton: str, relaxng: etree.RelaxNG) -> None:
    """A speech whose label is not printed is valid without speaker."""
    speech = '<sp who="#r.p"><p>Yes.</p></sp>'

    assert relaxng.validate(document(skeleton, SPEECH, speech))
