"""What is said about each kind of mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_encoder.validate.relaxng import Schema, Violation, load_schema

if TYPE_CHECKING:
    pass

SCHEMA = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:letters"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="letter">
    <attribute name="written"><choice><data type="date"/><data type="gYear"/></choice>
    </attribute>
    <optional><attribute name="state"><choice><value>draft</value><value>sent</value>
    <value>received</value></choice></attribute></optional>
    <optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
    <ref name="head"/>
    <zeroOrMore><ref name="greeting"/></zeroOrMore>
    <oneOrMore><ref name="paragraph"/></oneOrMore>
    <optional><element name="count"><data type="integer"/></element></optional>
    <optional><ref name="signature"/></optional>
  </element></start>
  <define name="head"><element name="head"><text/></element></define>
  <define name="greeting"><element name="greeting"><text/></element></define>
  <define name="signature"><element name="signature"><text/></element></define>
  <define name="paragraph"><element name="paragraph">
    <optional><attribute name="label"><data type="token"><param name="pattern"
    >\\S+</param></data></attribute></optional>
    <optional><attribute name="xml:id"><data type="ID"/></attribute></optional>
    <optional><attribute name="mark"><empty/></attribute></optional>
    <optional><attribute name="reply"><data type="IDREF"/></attribute></optional>
    <mixed><zeroOrMore><ref name="name"/></zeroOrMore></mixed>
  </element></define>
  <define name="name"><element name="name"><text/></element></define>
</grammar>
"""
HEAD = '<letter xmlns="urn:letters" written="1960">'
GOOD = "<head>h</head><paragraph>p</paragraph>"
# Otherwise lxml itself refuses an identifier that is repeated.
LENIENT = etree.XMLParser(collect_ids=False)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    """Load the schema of letters."""
    path = tmp_path_factory.mktemp("letters") / "letters.rng"
    path.write_text(SCHEMA.strip(), encoding="utf-8")
    schema = load_schema(path)
    schema.check()
    return schema


def mistakes(schema: Schema, text: str) -> tuple[Violation, ...]:
    """Validate a text."""
    return schema.validate(etree.fromstring(text, LENIENT))


CASES = {
    "misspelled element": (
        f"{HEAD}<head/><paragrap>p</paragrap></letter>",
        "unknown-element",
        'element "paragrap" is unknown to the schema',
        'did you mean "paragraph"?',
    ),
    "unknown element": (
        f"{HEAD}{GOOD}<postscript/></letter>",
        "unknown-element",
        'element "postscript" is unknown to the schema',
        None,
    ),
    "missing element": (
        f"{HEAD}<paragraph/></letter>",
        "missing-element",
        'element "paragraph" comes too early: "head" is missing before it',
        'add "head"',
    ),
    "wrong order": (
        f"{HEAD}<paragraph/><head/></letter>",
        "element-not-allowed",
        'element "paragraph" must come after "head"',
        "exchange the two",
    ),
    "too late": (
        f"{HEAD}{GOOD}<greeting/></letter>",
        "element-not-allowed",
        'element "greeting" is not allowed here in "letter"',
        '"greeting" is allowed earlier in "letter"',
    ),
    "inside its sibling": (
        f"{HEAD}<head/><paragraph><signature/></paragraph></letter>",
        "element-not-allowed",
        'element "signature" is not allowed here in "paragraph"',
        'close "paragraph" before it: "signature" is allowed in "letter"',
    ),
    "outside its parent": (
        f"{HEAD}{GOOD}<name/></letter>",
        "element-not-allowed",
        'element "name" is not allowed here in "letter"',
        '"name" is allowed inside "paragraph"',
    ),
    "incomplete": (
        f"{HEAD}<head/></letter>",
        "incomplete-content",
        'element "letter" is incomplete: "paragraph" is missing',
        'add "paragraph"',
    ),
    "misspelled attribute": (
        f'<letter xmlns="urn:letters" writen="1960">{GOOD}</letter>',
        "attribute-not-allowed",
        'attribute "writen" is not allowed on "letter"',
        'did you mean "written"?',
    ),
    "attribute without its namespace": (
        f'<letter xmlns="urn:letters" written="1960" id="x">{GOOD}</letter>',
        "attribute-not-allowed",
        'attribute "id" is not allowed on "letter"',
        'did you mean "xml:id"?',
    ),
    "missing attribute": (
        f'<letter xmlns="urn:letters">{GOOD}</letter>',
        "missing-attribute",
        'attribute "written" is missing on "letter"',
        'add "written"',
    ),
    "date without zeros": (
        f'<letter xmlns="urn:letters" written="1960-5-1">{GOOD}</letter>',
        "bad-attribute-value",
        (
            'value "1960-5-1" of attribute "written" is neither '
            "a date (YYYY-MM-DD) nor a year (YYYY)"
        ),
        'write "1960-05-01"',
    ),
    "misspelled value": (
        f'<letter xmlns="urn:letters" written="1960" state="recieved">{GOOD}</letter>',
        "bad-attribute-value",
        (
            'value "recieved" of attribute "state" is not one of "draft", "sent" or '
            '"received"'
        ),
        'did you mean "received"?',
    ),
    "white space in a word": (
        f'{HEAD}<head/><paragraph label="two words"/></letter>',
        "bad-attribute-value",
        'value "two words" of attribute "label" is not text of the form \\S+',
        'write "two-words"',
    ),
    "stray text": (
        f"{HEAD}{GOOD}stray <name/> text</letter>",
        "text-not-allowed",
        'text "stray" is not allowed directly in "letter"',
        'put it into "paragraph"',
    ),
    "value where none may be": (
        f'{HEAD}<head/><paragraph mark="x"/></letter>',
        "bad-attribute-value",
        'value "x" of attribute "mark" should be empty',
        None,
    ),
    "text of a wrong type": (
        f"{HEAD}{GOOD}<count>two</count></letter>",
        "bad-text-value",
        'content "two" of "count" is not a whole number',
        None,
    ),
    "repeated identifier": (
        f'{HEAD}<head/><paragraph xml:id="x"/>\n<paragraph xml:id="x"/></letter>',
        "duplicate-id",
        'identifier "x" is already that of "paragraph" on line 1',
        "give one of the two another identifier",
    ),
    "reference to nothing": (
        f'{HEAD}<head/><paragraph xml:id="p12"/><paragraph reply="p13"/></letter>',
        "dangling-idref",
        'no element has the identifier "p13"',
        'did you mean "p12"?',
    ),
    "wrong root": (
        '<paragraph xmlns="urn:letters"/>',
        "element-not-allowed",
        'element "paragraph" cannot be the root of a document',
        None,
    ),
    "no namespace at all": (
        f'<letter written="1960">{GOOD}</letter>',
        "unknown-element",
        'element "letter" is in no namespace',
        'the schema has it in xmlns="urn:letters"',
    ),
    "unknown namespace": (
        f'{HEAD}{GOOD}<math xmlns="urn:mathematics"><x/></math></letter>',
        "unknown-element",
        'element "math" is in namespace "urn:mathematics", unknown to the schema',
        None,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_mistake_one_report(letters: Schema, name: str) -> None:
    """Each mistake is reported once, in these words and with this remedy."""
    text, kind, message, remedy = CASES[name]
    (violation,) = mistakes(letters, text)
    assert (kind, message, remedy) == (
        violation.kind.value,
        violation.message,
        violation.help,
    )


def test_path_names_the_place(letters: Schema) -> None:
    """XPath counts where there are several, and ends at the attribute."""
    text = f'{HEAD}<head/><paragraph/><paragraph><name x=""/></paragraph></letter>'
    (violation,) = mistakes(letters, text)
    assert "/letter/paragraph[2]/name/@x" == violation.xpath


def test_path_keeps_prefixes(letters: Schema) -> None:
    """Names in the path are written as in the document."""
    text = (
        '<l:letter xmlns:l="urn:letters" written="1960"><l:head/><l:paragraph/>'
        '<l:paragraph label=" a b "/></l:letter>'
    )
    (violation,) = mistakes(letters, text)
    assert "/l:letter/l:paragraph[2]/@label" == violation.xpath


def test_likely_elements_come_first(letters: Schema) -> None:
    """What is spelled alike leads the list; then what the document uses most."""
    text = f"{HEAD}<head/><greting/><paragraph/><paragraph/></letter>"
    (violation,) = mistakes(letters, text)
    assert ("greeting", "paragraph") == violation.expected


def test_mistakes_below_a_mistake_are_found(letters: Schema) -> None:
    """An element that is out of place is still read by its own definition."""
    text = f'{HEAD}{GOOD}<greeting x=""/>\n<signature><b/></signature></letter>'
    kinds = [each.kind.value for each in mistakes(letters, text)]
    assert ["element-not-allowed", "attribute-not-allowed", "unknown-element"] == kinds


def test_messages_stay_short(letters: Schema) -> None:
    """However long the document's own words are, a message has 200 characters."""
    long = "very" * 100
    text = f'{HEAD}<head/><{long} {long}="{long}"/>{long}</letter>'
    for violation in mistakes(letters, text):
        assert len(violation.message) <= 200
        assert "\n" not in violation.message


def test_lines_of_text_and_end_tags(letters: Schema) -> None:
    """Text stands where its first letter does, what is missing at the end tag."""
    text = f"{HEAD}\n<head/>\n<!-- two\nlines -->\n\n  stray\n</letter>"
    lines = [(each.kind.value, each.line) for each in mistakes(letters, text)]
    assert [("text-not-allowed", 6)] == lines
    (violation,) = mistakes(letters, f"{HEAD}\n<head>\n</head>\n\n</letter>")
    assert violation.line == 5


def test_advice_is_given_by_parent_and_child(letters: Schema) -> None:
    """What the caller knows of a schema goes before what could be guessed."""
    root = etree.fromstring(f"{HEAD}{GOOD}<name/></letter>")
    advice = {("letter", "name"): "names go into paragraphs"}
    (violation,) = letters.validate(root, advice=advice)
    assert "names go into paragraphs" == violation.help
