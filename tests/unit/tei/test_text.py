"""The plain text of a tree."""

from lxml import etree

from tei_encoder.tei.text import collapsed, declared_characters, plain_text

NAMESPACE = "xmlns='http://www.tei-c.org/ns/1.0'"


def element(content: str) -> etree._Element:
    """Make a paragraph with a tail that must not count."""
    root = etree.fromstring(f"<body {NAMESPACE}><p>{content}</p>tail</body>")
    return root[0]


def test_words_of_the_source_count() -> None:
    """What the source says counts, what an editor put beside it does not."""
    content = (
        "a<choice><sic>b</sic><corr>x</corr></choice>c<supplied>y<hi>z</hi></supplied>d"
    )
    assert plain_text(element(content)) == "abcd"


def test_comments_and_milestones_give_nothing() -> None:
    """Comments, instructions and milestones give nothing, what follows them counts."""
    assert plain_text(element("a<!-- x -->b<?x y?>c<lb/>d")) == "abcd"


def test_declared_character() -> None:
    """A declared g gives its character, another its own content."""
    declared = declared_characters(
        etree.fromstring(
            f"<charDecl {NAMESPACE}><char xml:id='c'>"
            "<localProp name='codepoint' value='000B'/></char></charDecl>"
        )
    )
    found = plain_text(element("a<g ref='#c'>-</g>b<g>c</g>"), declared=declared)
    assert found == "a\x0bbc"


def test_collapsed_keeps_no_break_space() -> None:
    """Indentation collapses, a no-break space stays."""
    assert collapsed("\n  a\n   b \u00a0c ") == "a b \u00a0c"


def test_deep_tree() -> None:
    """A tree of any depth is walked without recursion."""
    content = "<hi>" * 2000 + "x" + "</hi>" * 2000
    parser = etree.XMLParser(huge_tree=True)
    root = etree.fromstring(f"<p {NAMESPACE}>{content}</p>", parser)
    assert plain_text(root) == "x"
