"""The certificate on small trees, one phenomenon each."""

import pytest
from lxml import etree

from tei_encoder.model.source import Span
from tei_encoder.validate import certify

HEADER = (
    "<teiHeader><encodingDesc><charDecl><char xml:id='c0'>"
    "<localProp name='codepoint' value='{codepoint}'/></char></charDecl>"
    "</encodingDesc><fileDesc><sourceDesc><bibl>{aside}</bibl></sourceDesc></fileDesc>"
    "</teiHeader>"
)


def tree(body: str, *, aside: str = "", codepoint: str = "000B") -> etree._Element:
    """Wrap a body in a TEI document."""
    header = HEADER.format(aside=aside, codepoint=codepoint)
    return etree.fromstring(
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{header}"
        f"<text><body>{body}</body></text></TEI>"
    )


def names(root: etree._Element, text: str, **options: Span) -> list[str]:
    """Certify and give the names of the rules that are broken."""
    return [d.rule.name for d in certify(root, text, **options)]


CERTIFIED = {
    "white space between blocks is residue": (
        "<p source='src:0,3'>One</p><p source='src:6,9'>Two</p>",
        "One\n\u00a0\nTwo\n",
    ),
    "a newline may stay": ("<p source='src:0,5'>a b\nc</p>", "a b\nc"),
    "a line end may become one space": ("<p source='src:0,4'>a b</p>", "a\r\nb"),
    "a line end may become lb": ("<p source='src:0,5'>a<lb/>b</p>", "a \n b"),
    "a line end may become lb and a space": (
        "<p source='src:0,4'>a<lb/> b</p>",
        "a\n\nb",
    ),
    "a line end may become pb": ("<p source='src:0,3'>a<pb n='2'/>b</p>", "a\x0cb"),
    "U+2028 is a line end": ("<p source='src:0,3'>a b</p>", "a\u2028b"),
    "sic counts and corr does not": (
        "<p source='src:0,3'>a<choice><sic>n</sic><corr>m</corr></choice>d</p>",
        "and",
    ),
    "reg, expan and supplied do not count": (
        (
            "<p source='src:0,4'><choice><orig>y</orig><reg>the</reg></choice>"
            "<supplied>x<hi>y</hi></supplied> <choice><abbr>UN</abbr>"
            "<expan>United Nations</expan></choice></p>"
        ),
        "y UN",
    ),
    "add, del and every desc count": (
        "<p source='src:0,6'><add>ab</add><del>cd</del><gap><desc>ef</desc></gap></p>",
        "abcdef",
    ),
    "g gives its declared character": (
        "<p source='src:0,3'>a<g ref='#c0'>?</g>b</p>",
        "a\x0bb",
    ),
    "comments and instructions give nothing": (
        "<p source='src:0,2'>a<!-- no --><?no no?>b</p>",
        "ab",
    ),
    "an element in two ranges with another between": (
        "<p source='src:0,3 src:8,11'>One<fw source='src:4,7'>- 2</fw>two</p>",
        "One\n- 2\ntwo",
    ),
    "a footnote's first range is its mark": (
        (
            "<p source='src:0,3 src:4,9'>One<note place='bottom' n='1' "
            "source='src:3,4 src:13,17'>Two.</note> more</p>"
        ),
        "One1 more\n\n  Two.",
    ),
    "a copy in the header is no owner": (
        (
            "<head xml:id='h' source='src:0,3'>One</head>"
            "<note corresp='#h' resp='#e'>Anything</note>"
        ),
        "One",
    ),
}


@pytest.mark.parametrize(("body", "text"), CERTIFIED.values(), ids=CERTIFIED)
def test_certified(body: str, text: str) -> None:
    """What the definition of the certificate allows is certified."""
    assert certify(tree(body), text) == ()


REFUSED = {
    "a lost letter": ("<p source='src:0,3'>Oe</p>", "One", "text-not-preserved"),
    "a lost word at the end": (
        "<p source='src:0,7'>One</p>",
        "One two",
        "text-not-preserved",
    ),
    "an added word": ("<p source='src:0,3'>One two</p>", "One", "text-not-preserved"),
    "a space for a space and a half": (
        "<p source='src:0,4'>a b</p>",
        "a  b",
        "text-not-preserved",
    ),
    "a space for a no-break space": (
        "<p source='src:0,3'>a b</p>",
        "a\u00a0b",
        "text-not-preserved",
    ),
    "two spaces for a line end": (
        "<p source='src:0,3'>a  b</p>",
        "a\nb",
        "text-not-preserved",
    ),
    "lb where there is no line end": (
        "<p source='src:0,3'>a<lb/>b</p>",
        "a b",
        "text-not-preserved",
    ),
    "a composed letter": (
        "<p source='src:0,2'>\u00e9</p>",
        "e\u0301",
        "text-not-preserved",
    ),
    "a paragraph of nobody": (
        "<p source='src:0,3'>One</p><p>Two</p>",
        "One",
        "text-added",
    ),
    "loose words between owners": (
        "<u><seg source='src:0,3'>One</seg> two</u>",
        "One",
        "text-added",
    ),
    "text that nobody owns": ("<p source='src:0,3'>One</p>", "One two", "text-missing"),
    "a byte order mark that nobody owns": (
        "<p source='src:1,4'>One</p>",
        "\ufeffOne",
        "text-missing",
    ),
    "two owners of one word": (
        "<p source='src:0,3'>One</p><p source='src:0,3'>One</p>",
        "One",
        "overlapping-owners",
    ),
    "paragraphs that changed places": (
        "<p source='src:4,7'>Two</p><p source='src:0,3'>One</p>",
        "One Two",
        "text-moved",
    ),
    "a page marker that moved inside its paragraph": (
        "<p source='src:0,3 src:8,11'>O<fw source='src:4,7'>- 2</fw>netwo</p>",
        "One\n- 2\ntwo",
        "text-moved",
    ),
    "a range beyond the text": (
        "<p source='src:0,9'>One</p>",
        "One",
        "source-out-of-range",
    ),
    "a range that runs backwards": (
        "<p source='src:3,0'>One</p>",
        "One",
        "malformed-source",
    ),
    "a range that is none": ("<p source='src:0-3'>One</p>", "One", "malformed-source"),
    "a g that nothing declares": (
        "<p source='src:0,3'>a<g ref='#c9'/>b</p>",
        "a\x0bb",
        "undeclared-character",
    ),
    "a footnote with another number": (
        (
            "<p source='src:0,3'>One</p><note place='bottom' n='2' "
            "source='src:3,4 src:5,8'>Two</note>"
        ),
        "One1 Two",
        "text-not-preserved",
    ),
}


@pytest.mark.parametrize(("body", "text", "rule"), REFUSED.values(), ids=REFUSED)
def test_refused(body: str, text: str, rule: str) -> None:
    """What the definition forbids is refused under the rule that says so."""
    assert rule in names(tree(body), text)


def test_set_aside_note_owns() -> None:
    """A note that sets text aside in the header owns it."""
    aside = "<note type='set-aside' subtype='page-label' source='src:0,2'>Id</note>"
    root = tree("<p source='src:3,6'>One</p>", aside=aside)
    assert certify(root, "Id\nOne") == ()


def test_surrogate_is_no_character() -> None:
    """A declared surrogate does not pass for a character."""
    root = tree("<p source='src:0,1'><g ref='#c0'/></p>", codepoint="D800")
    assert names(root, "x") == ["undeclared-character"]


def test_share_of_a_text() -> None:
    """A file answers only for its share of a source with several records."""
    root = tree("<p source='src:4,7'>Two</p>")
    assert names(root, "One Two", within=Span(3, 7)) == []
    assert names(root, "One Two") == ["text-missing"]


def test_finding_says_where() -> None:
    """A difference is shown with its words, its offsets and its element."""
    root = tree("<p source='src:0,11'>One too four</p>")
    (finding,) = certify(root, "One two fou")
    assert finding.message == 'the source has "two fou", the element "too four"'
    assert finding.span == Span(4, 11)
    assert finding.place is not None
    assert finding.place.xpath == "/TEI/text/body/p"


def test_messages_are_short() -> None:
    """No message is longer than 200 characters, whatever the words."""
    root = tree(f"<p source='src:0,5000'>{'x' * 4000}</p><p source='src:no'/>")
    assert all(len(d.message) <= 200 for d in certify(root, "\x07" * 6000))
    root = tree(f"<p source='src:0,5000'>{'x' * 4000}</p>")
    assert all(len(d.message) <= 200 for d in certify(root, "\x07" * 6000))
