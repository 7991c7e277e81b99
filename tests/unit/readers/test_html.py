"""Web pages: what of them is text, and what their markup states."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_encoder.errors import ReadError
from tei_encoder.model.layout import Paragraph, Style
from tei_encoder.model.source import Source
from tei_encoder.readers import read


def page(body: str, **how: str) -> Source:
    """Read a page with this body."""
    data = f"<!DOCTYPE html><html><body>{body}</body></html>".encode()
    return read(data, "a.html", **how).value


def codes(body: str) -> list[str]:
    """Give the codes of what is found on a page with this body."""
    data = f"<!DOCTYPE html><html><body>{body}</body></html>".encode()
    return [d.rule.code for d in read(data, "a.html").diagnostics]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p> a \n b </p> <p>c", "a b\n\nc"),
        ("<p>a <b> b </b> c", "a b c"),
        ("<p>a<b> b</b>c", "a bc"),
        ("<p>a\u00a0 \u00a0b\u200bc\u00add", "a\u00a0 \u00a0b\u200bc\u00add"),
        ("<p>a<br>b <br> c", "a\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("a<div>b</div>c<hr>d", "a\n\nb\n\nc\n\nd"),
        ("<pre>\n a\n\n  b\n</pre>c", "\n a\n\n  b\n\nc".removeprefix("\n")),
        ("<p style='white-space: pre-wrap'>a  b", "a  b"),
        ("<p>a<!-- no -->b<script>x</script>c", "abc"),
        ("<p>a<span hidden>x</span>b<i style='display: none'>y</i>", "ab"),
        ("<p><q>a <q>b</q></q>", "“a “b””"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢kan"),
        (
            "<p>a &amp; b &#150; c &#x93;d&#148; &lt;e> &nosuch;",
            "a & b – c “d” <e> &nosuch;",
        ),
        ("<p>a<img src=b.png alt='B'>c", "aBc"),
        ("<ol start=9><li>a<li value=4>b<li>c</ol>", "9. a\n4. b\n5. c"),
        ("<ol type=a><li>x<ol type=I><li>y</ol></ol>", "a. x\nI. y"),
        ("<ol reversed><li>x<li>y</ol>", "2. x\n1. y"),
        ("<ul><li>a<li><p>b</p><p>c</p></ul>d", "• a\n\n• b\n\nc\n\nd"),
        ("<ul style='list-style: none'><li>a</ul>", "a"),
        ("<table><tr><td>a<td>b<tr><td>c<td></table>d", "a\tb\nc\t\n\nd"),
        ("<table><tr><th><th>a<tr><td>b<td><p>c</p><p>d</table>", "x\ta\nb\tc\nd"[1:]),
        ("<table><tr><td><h1>a</h1><p>b</table>", "a\n\nb"),
    ],
)
def test_text_is_what_browsers_show(body: str, text: str) -> None:
    """White space collapses, blocks are parted, what is hidden is no text."""
    assert text == page(body).text


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<ul>", "</ul>", "<pre>",
             "</pre>", "<table>", "<tr>", "<td>", "</table>", "<div>", "</div>", "<a>",
             "<dl>", "<dt>", "<dd>", "<nav>", "</nav>", " ", "\n", "x", "yz ", "&amp;"]
        )
    )
)  # fmt: skip
def test_no_markup_loses_or_reorders_words(pieces: list[str]) -> None:
    """However tags stand, the words outside them are the words of the text."""
    words = [p for p in pieces if not p.startswith("<")]
    expected = "".join("".join(words).replace("&amp;", "&").split())
    text = page("<p>w</p>" + "".join(pieces)).text.replace("•", "")
    assert "w" + expected == "".join(text.split())


def test_paragraphs_tell_how_they_look() -> None:
    """Class, level, indentation in points and centring are those of the block."""
    source = page(
        "<h2>a</h2><p class=Speaker>b</p><blockquote><p>c</p></blockquote>"
        "<p style='margin-left: 2em'>d</p><center>e</center><div align=center>f</div>"
    )
    found = [(p.style, p.level, p.indent, p.centred) for p in source.layout.paragraphs]
    assert found == [
        ("", 2, 0.0, False),
        ("Speaker", None, 0.0, False),
        ("", None, 30.0, False),
        ("", None, 24.0, False),
        ("", None, 0.0, True),
        ("", None, 0.0, True),
    ]
    assert isinstance(source.layout.paragraphs[0], Paragraph)


@pytest.mark.parametrize(
    ("markup", "style"),
    [
        ("<b>x</b>", Style.BOLD),
        ("<strong>x</strong>", Style.BOLD),
        ("<em>x</em>", Style.ITALIC),
        ("<span style='font-style:italic'>x</span>", Style.ITALIC),
        ("<span style='FONT-WEIGHT: 700'>x</span>", Style.BOLD),
        ("<span style='font-variant: small-caps'>x</span>", Style.SMALL_CAPS),
        ("<u>x</u>", Style.UNDERLINE),
        ("<del>x</del>", Style.STRIKE),
        ("<sup>x</sup>", Style.SUPERSCRIPT),
        ("<span style='vertical-align: sub'>x</span>", Style.SUBSCRIPT),
    ],
)
def test_styles_are_runs(markup: str, style: Style) -> None:
    """An element or its style attribute gives a run of its words."""
    source = page(f"<p>a {markup} b</p>")
    assert [("x", style)] == [
        (run.span.of(source.text), run.style) for run in source.layout.runs
    ]


def test_a_style_can_be_taken_back() -> None:
    """Words in normal weight inside bold ones are not bold."""
    source = page("<b>a <span style='font-weight: normal'>b</span> c</b>")
    assert ["a ", " c"] == [run.span.of(source.text) for run in source.layout.runs]


NOTES = (
    "<p>Ann: Yes.{ref}</p><p>Bo: No.</p><div id=w1><p>{back} See there.</p></div>",
    [
        (
            "<a href='#_ftn1' name='_ref1'>[1]</a>",
            "<a href='#_ref1' name=_ftn1>[1]</a>",
        ),
        ("<sup><a href='#w1'>1</a></sup>", "<sup>1</sup>"),
        ("<sup id=c><a href='#w1'>[1]</a></sup>", "<a href='#c'>1</a>"),
        ("<a role=doc-noteref href='#w1'>1</a>", "1."),
    ],
)


@pytest.mark.parametrize(("ref", "back"), NOTES[1])
def test_notes_are_found_by_their_links(ref: str, back: str) -> None:
    """A mark that leads to a note, and back, anchors it; so does a raised one."""
    source = page(NOTES[0].format(ref=ref, back=back))
    (note,) = source.layout.notes
    assert "1" in note.anchor.of(source.text)
    assert note.body.of(source.text).endswith("See there.")
    assert note.mark is not None
    assert "1" in note.mark.of(source.text)


@pytest.mark.parametrize(
    "body",
    [
        "<a href='#s1'>1</a> <p id=s1>First part.</p>",
        "<a href='#nowhere'><sup>1</sup></a>",
        "<a href='#s1'>First part</a><p id=s1>First part.</p>",
    ],
)
def test_other_links_are_no_notes(body: str) -> None:
    """A table of contents, a dead link and words that lead somewhere are no notes."""
    assert page(body).layout.notes == ()


def test_definition_lists_may_be_dialogues() -> None:
    """A term that comes back is a speaker; its paragraphs are the speech."""
    source = page(
        "<dl><dt>Ann:<dd>Yes.<dt>Bo<dd><p>No.</p><p>Never.</p><dt>Ann:<dd>Oh.</dl>"
    )
    turns = [
        (
            turn.label and turn.label.of(source.text),
            [span.of(source.text) for span in turn.speech],
        )
        for turn in source.layout.turns
    ]
    assert turns == [("Ann", ["Yes."]), ("Bo", ["No.", "Never."]), ("Ann", ["Oh."])]


def test_a_glossary_is_no_dialogue() -> None:
    """Terms that are defined once speak no words."""
    assert page("<dl><dt>a<dd>b<dt>c<dd>d</dl>").layout.turns == ()


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- page break: 7 -->",
        "<span role=doc-pagebreak aria-label=7></span>",
        "<a class=pagenum>[7]</a>",
        "<span epub:type=pagebreak title=7></span>",
    ],
)
def test_page_breaks_are_parts(mark: str) -> None:
    """A page of the original begins where the page says so."""
    source = page(f"<p>a</p>{mark}<p>b</p>")
    assert ["7"] == [part.name for part in source.parts]
    assert source.parts[0].span.of(source.text).endswith("b")


def test_figures_have_words_and_address() -> None:
    """Alternative text and caption stand in the text; the address is kept."""
    source = page(
        "<figure><img src=m.png alt='A map'><figcaption>Map 1</figcaption></figure>"
        "<p>x<img src=n.png>y<img src=z.gif width=1>"
    )
    found = [(f.span.of(source.text), f.target) for f in source.layout.figures]
    assert [("A map\n\nMap 1", "m.png"), ("", "n.png")] == found


def test_frames_are_not_fetched_and_said() -> None:
    """What lies in another file is a finding; it may be the record."""
    assert codes("<p>a</p><iframe src=b.html></iframe>") == ["RD112"]


def test_without_markup_links_alone_tell_navigation() -> None:
    """A block that is links and little else is navigation, a linked word is not."""
    links = "".join(f"<a href=/{n}>Section {n}</a> | " for n in range(4))
    source = page(
        f"<div>{links}</div><p>Ann: Yes, <a href=/b>Bo</a>, I have seen it.</p>"
        "<p>Bo: So have I, and it was good.</p>"
    )
    (aside,) = source.layout.asides
    assert ("navigation", True) == (
        aside.reason,
        aside.span.of(source.text).startswith("Section 0"),
    )


def test_a_name_alone_sets_no_record_aside() -> None:
    """What holds most of the words is the record, whatever its class says."""
    source = page("<div class=sidebar><p>Ann: Yes.</p><p>Bo: No.</p></div><p>x</p>")
    assert source.layout.asides == ()


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("<meta charset=latin1><p>“é”".encode("cp1252"), "“é”", "cp1252"),
        ("<meta charset=latin1><p>“é”".encode(), "“é”", "utf-8"),
        (
            "<meta http-equiv=x content='text/html; charset=koi8-r'><p>Да".encode(
                "koi8-r"
            ),
            "Да",
            "koi8-r",
        ),
        ("<html><p>Да".encode("utf-16"), "Да", "utf-16"),
        (
            "<?xml version='1.0' encoding='cp1251'?><html><p>Да".encode("cp1251"),
            "Да",
            "cp1251",
        ),
    ],
)
def test_the_page_tells_its_encoding(data: bytes, text: str, encoding: str) -> None:
    """Bytes that are UTF-8 say so themselves; else the declaration holds."""
    source = read(data, "a.html", format="html").value
    assert (text, encoding) == (source.text, source.encoding)


def test_the_user_overrules_the_page() -> None:
    """`--encoding` counts more than the declaration."""
    data = "<meta charset=koi8-r><p>Да".encode("cp1251")
    assert read(data, "a.html", encoding="cp1251").value.text == "Да"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("", "holds no text"),
        ("<script>x</script>", "holds no text"),
        ("<frameset><frame src=a.html></frameset>", "holds no text"),
        ("<div>" * 5000 + "x", "no readable web page"),
    ],
)
def test_pages_without_text_are_refused(body: str, message: str) -> None:
    """The error says what the page lacks."""
    with pytest.raises(ReadError, match=message):
        page(body)
