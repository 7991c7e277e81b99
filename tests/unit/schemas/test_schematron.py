"""Each Schematron rule fires where it must and is silent where it must be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, isoschematron

SCH = "{http://purl.oclc.org/dsdl/schematron}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
TEI = {"tei": "http://www.tei-c.org/ns/1.0"}

PARTICLES = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="r" xml:lang="en">
<teiHeader>
<fileDesc>
<titleStmt><title>T</title>
<respStmt xml:id="r.resp"><resp>encoding</resp><name>N</name></respStmt></titleStmt>
<publicationStmt><p>Not published.</p></publicationStmt>
<sourceDesc><bibl xml:id="r.bibl">B</bibl></sourceDesc>
</fileDesc>
<encodingDesc>
<listPrefixDef><prefixDef ident="src" matchPattern="a" replacementPattern="b"/>
</listPrefixDef>
<classDecl><taxonomy xml:id="r.tax"><category xml:id="r.cat"><catDesc>c</catDesc>
</category></taxonomy></classDecl>
<tagsDecl><rendition xml:id="r.rend">bold</rendition></tagsDecl>
</encodingDesc>
<profileDesc>
<creation><listChange><change xml:id="r.change">c</change></listChange></creation>
<handNotes><handNote xml:id="r.hand">H</handNote></handNotes>
<particDesc><listPerson>
<person xml:id="r.p"><persName>A</persName></person>
<personGrp xml:id="r.g"><persName>All</persName></personGrp>
</listPerson></particDesc>
</profileDesc>
</teiHeader>
<facsimile><surface xml:id="r.page"><zone xml:id="r.zone"/></surface></facsimile>
<standOff><listPlace><place xml:id="r.place"><placeName>P</placeName></place>
</listPlace></standOff>
<text><body><div>
<timeline><when xml:id="r.when"/></timeline>
<u who="#r.p #r.g" xml:id="r.u"><seg xml:id="r.seg">Yes.</seg></u>
{}
</div></body></text>
</TEI>"""

PERSON = "<person xml:id='r.q' {}><persName>Q</persName></person>"
PARTICIPANT = f"<particDesc><listPerson>{PERSON}</listPerson></particDesc>"
POINTERS = {
    "active": ("<relation active='#{}'/>", "r.p"),
    "ana": ("<seg ana='#{}'>a</seg>", "r.cat"),
    "change": ("<seg change='#{}'>a</seg>", "r.change"),
    "corresp": ("<seg corresp='#{}'>a</seg>", "r.seg"),
    "end": ("<kinesic end='#{}'/>", "r.when"),
    "facs": ("<pb facs='#{}'/>", "r.zone"),
    "given": ("<certainty locus='value' given='#{}'/>", "r.seg"),
    "hand": ("<seg hand='#{}'>a</seg>", "r.hand"),
    "mutual": ("<relation mutual='#{}'/>", "r.p"),
    "next": ("<seg next='#{}'>a</seg>", "r.seg"),
    "origin": ("<timeline origin='#{}'/>", "r.when"),
    "passive": ("<relation passive='#{}'/>", "r.p"),
    "prev": ("<seg prev='#{}'>a</seg>", "r.seg"),
    "ref": ("<rs ref='#{}'>a</rs>", "r.place"),
    "rendition": ("<hi rendition='#{}'>a</hi>", "r.rend"),
    "resp": ("<seg resp='#{}'>a</seg>", "r.resp"),
    "scheme": ("<keywords scheme='#{}'/>", "r.tax"),
    "scribeRef": ("<handNote scribeRef='#{}'/>", "r.p"),
    "since": ("<when since='#{}'/>", "r.when"),
    "source": ("<seg source='#{}'>a</seg>", "r.bibl"),
    "start": ("<kinesic start='#{}'/>", "r.when"),
    "synch": ("<stage synch='#{}'>a</stage>", "r.when"),
    "target": ("<ref target='#{}'>a</ref>", "r.seg"),
    "toWhom": ("<u toWhom='#{}'>a</u>", "r.g"),
    "where": ("<birth where='#{}'/>", "r.place"),
    "who": ("<u who='#{}'>a</u>", "r.p"),
    "who-of-change": ("<change who='#{}'>a</change>", "r.resp"),
}

OTHERS = {
    "prefix-of-source": [
        ("<p source='other:1,2'>a</p>", "<p source='src:1,2'>a</p>"),
        ("<p source='other:1,2'>a</p>", "<p source='https://a.example/b'>a</p>"),
    ],
    "unused-participant": [
        (PARTICIPANT.format("role='speaker'"), PARTICIPANT.format("role='present'")),
        (
            PARTICIPANT.format(""),
            PARTICIPANT.format("") + "<note><rs ref='#r.q'>Q</rs></note>",
        ),
    ],
    "empty-element": [
        ("<p> </p>", "<p>a</p>"),
        ("<head/>", "<head><lb/></head>"),
        ("<publisher/>", "<publisher>P</publisher>"),
        ("<msIdentifier/>", "<msIdentifier><idno>1</idno></msIdentifier>"),
        ("<u><seg><hi/></seg></u>", "<u><seg><gap reason='a'/></seg></u>"),
        ("<u><seg><lb/></seg></u>", "<u><seg><g ref='#c'/></seg></u>"),
    ],
    "date-attributes": [
        ("<date when='1966' notBefore='1965'/>", "<date when='1966'/>"),
        ("<date when='1966' to='1967'/>", "<date from='1966' to='1967'/>"),
        ("<date from='1966' notBefore='1965'/>", "<date from='1966'/>"),
        (
            "<date to='1966' notAfter='1967'/>",
            "<date notBefore='1966' notAfter='1967'/>",
        ),
    ],
    "date-order": [
        (
            "<date notBefore='1966-09-07' notAfter='1966-09-06'/>",
            "<date notBefore='1966-09-07' notAfter='1966-09-07'/>",
        ),
        ("<date from='1967' to='1966'/>", "<date from='1967' to='1966-05'/>"),
        ("<date from='1967-02' to='1967-01'/>", "<date from='--09' to='--08'/>"),
    ],
    "gap-without-words": [
        ("<gap/>", "<gap reason='illegible'/>"),
        ("<gap unit='line'/>", "<gap><desc>[...]</desc></gap>"),
    ],
    "relation-without-members": [
        ("<relation active='#r.p'/>", "<relation active='#r.p' passive='#r.g'/>"),
        ("<relation name='a'/>", "<relation name='a' mutual='#r.p #r.g'/>"),
    ],
    "subtype-without-type": [
        ("<note subtype='a'>b</note>", "<note type='a' subtype='a'>b</note>")
    ],
    "language-of-content": [
        ("<p xml:lang='English'>a</p>", "<p xml:lang='sq'>a</p>"),
        ("<p xml:lang='en_US'>a</p>", "<p xml:lang='en-US'>a</p>"),
        ("<p xml:lang='en-'>a</p>", "<p xml:lang='x-private'>a</p>"),
        ("<p xml:lang=''>a</p>", "<p xml:lang='zh-Hant-TW'>a</p>"),
    ],
    "language-named": [
        (
            "<language ident='Albanian'>a</language>",
            "<language ident='sq'>a</language>",
        ),
        (
            "<textLang mainLang='e'>a</textLang>",
            "<textLang mainLang='und'>a</textLang>",
        ),
    ],
}

CASES = [
    *[
        (f"pointer-{name}", part.format("r.nobody"), part.format(good))
        for name, (part, good) in POINTERS.items()
    ],
    *[(name, *pair) for name, pairs in OTHERS.items() for pair in pairs],
]


@pytest.fixture(scope="module")
def rules(schemas: Path) -> etree._ElementTree:
    """Give our Schematron file."""
    return etree.parse(schemas / "conversation.sch")


def fired(part: str, rules: etree._ElementTree) -> set[str]:
    """Give the patterns that report a record that holds a part, by evaluating XPath."""
    document = etree.fromstring(PARTICLES.replace("{}", part))
    outer = lets(document, rules.getroot(), {})
    return {
        pattern.get("id", "")
        for pattern in rules.iter(SCH + "pattern")
        if any(not passed for passed in results(document, pattern, outer))
    }


def results(
    document: etree._Element, pattern: etree._Element, outer: dict[str, object]
) -> Iterator[bool]:
    """Give the outcome of every test of a pattern; a node meets one rule at most."""
    met: set[etree._Element] = set()
    for rule in pattern.iter(SCH + "rule"):
        context = " | ".join(f"//{part.strip()}" for part in union(rule))
        for node in document.xpath(context, namespaces=TEI):
            if node in met:
                continue
            met.add(node)
            values = {**outer, **lets(node, rule, outer)}
            for test in rule.iter(SCH + "assert"):
                path = f"boolean({test.get('test')})"
                yield node.xpath(path, namespaces=TEI, **values)


def union(rule: etree._Element) -> list[str]:
    """Give the parts of a context that stand between bars."""
    return rule.get("context", "").split("|")


def lets(
    node: etree._Element, parent: etree._Element, outer: dict[str, object]
) -> dict[str, object]:
    """Evaluate the variables that a schema or a rule declares."""
    values = dict(outer)
    for let in parent.findall(SCH + "let"):
        path = let.get("value", "")
        values[let.get("name", "")] = node.xpath(path, namespaces=TEI, **values)
    return values


def test_good_record_is_silent(
    rules: etree._ElementTree, schematron: isoschematron.Schematron
) -> None:
    """The record that the cases are put into breaks no rule, in either engine."""
    assert set() == fired("", rules)
    assert schematron.validate(etree.fromstring(PARTICLES.replace("{}", "")))


def test_every_rule_has_a_case(rules: etree._ElementTree) -> None:
    """Each pattern of the file is fired by a case here."""
    names = {pattern.get("id") for pattern in rules.iter(SCH + "pattern")}

    assert names == {name for name, _, _ in CASES}


@pytest.mark.parametrize(("name", "bad", "good"), CASES)
def test_rule(name: str, bad: str, good: str, rules: etree._ElementTree) -> None:
    """A rule fires on the bad part and not on the good one, as XPath 1.0."""
    assert name in fired(bad, rules)
    assert name not in fired(good, rules)


@pytest.mark.parametrize(("name", "bad", "good"), CASES)
def test_rule_in_xslt(
    name: str, bad: str, good: str, schematron: isoschematron.Schematron
) -> None:
    """The reference implementation of ISO Schematron gives the same verdicts."""
    assert name in reported(bad, schematron)
    assert name not in reported(good, schematron)


def reported(part: str, schematron: isoschematron.Schematron) -> set[str]:
    """Give the patterns with a failed assertion in the report of the XSLT engine."""
    schematron.validate(etree.fromstring(PARTICLES.replace("{}", part)))
    found: set[str] = set()
    pattern = ""
    for element in schematron.validation_report.getroot():
        if element.tag == SVRL + "active-pattern":
            pattern = element.get("id", "")
        elif element.tag == SVRL + "failed-assert":
            found.add(pattern)
    return found


def test_messages(rules: etree._ElementTree) -> None:
    """Each message is one short line that begins in lower case, or with @."""
    for test in rules.iter(SCH + "assert"):
        text = test.text or ""
        assert text[:1].islower() or text.startswith("@"), text
        assert "\n" not in "".join(test.itertext())
        assert len(text) < 80
        assert test.get("role") in {"error", "warning"}
