"""ODT: each kind of OpenDocument text, written by hand, and what is read of it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.model.layout import NoteKind
from tei_encoder.model.source import Source
from tei_encoder.readers import odt

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    **{n: f"{OASIS}:{n}:1.0" for n in ("office", "style", "text", "table", "manifest")},
    "draw": f"{OASIS}:drawing:1.0",
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "m": "http://www.w3.org/1998/Math/MathML",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())


def flat(content: str, automatic: str = "", styles: str = "") -> bytes:
    """Write a flat file."""
    return (
        f"<office:document {DECLARED}><office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{content}</office:text></office:body>"
        "</office:document>"
    ).encode()


def zipped(members: dict[str, str]) -> bytes:
    """Pack members."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def source(content: str, automatic: str = "", styles: str = "") -> Source:
    """Read a body."""
    return odt.read(flat(content, automatic, styles), "a.fodt").value


def findings(content: str, automatic: str = "") -> list[tuple[str, str]]:
    """Read a body, and give what is said about it."""
    found = odt.read(flat(content, automatic), "a.fodt").diagnostics
    return [(d.rule.name, d.message) for d in found]


def test_white_space_counts_once() -> None:
    """Runs of it are one space, none begins a paragraph (part 3, 6.1.2)."""
    made = source(
        "<text:p>\n  a <text:span> b\n</text:span> c<text:s text:c='3'/>d<text:tab/>e"
        "<text:line-break/>f</text:p>"
    )
    assert "a b c   d\te\nf" == made.text


def test_styles_are_inherited() -> None:
    """An automatic style goes by the name of what it is based on."""
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Speaker_20_A"><style:paragraph-properties '
        'fo:margin-left="1in" fo:text-align="center"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'fo:font-style="normal" style:text-position="-33% 58%"/></style:style>'
    )
    styles = (
        '<style:style style:name="Speaker_20_A" style:display-name="Speaker A" '
        'style:family="paragraph"><style:text-properties fo:font-style="italic" '
        'style:text-line-through-style="solid"/></style:style>'
    )
    made = source(
        '<text:p text:style-name="P1">a<text:span text:style-name="T1">b</text:span>'
        "</text:p>",
        automatic,
        styles,
    )
    found = made.layout.paragraphs[0]
    assert ("Speaker A", 72.0, True) == (found.style, found.indent, found.centred)
    assert {("italic", "a"), ("strike", "ab"), ("subscript", "b")} == {
        (run.style.value, run.span.of(made.text)) for run in made.layout.runs
    }


def region(name: str, kind: str, content: str = "") -> str:
    """Write a tracked change."""
    return (
        f'<text:changed-region text:id="{name}"><text:{kind}><office:change-info>'
        "<dc:creator>Ada</dc:creator><dc:date>2020-01-02T03:04:05</dc:date>"
        f"</office:change-info>{content}</text:{kind}></text:changed-region>"
    )


def changes(made: Source) -> list[tuple[str, str, str]]:
    """Give the changes, with the words they are about."""
    return [(c.kind.value, c.span.of(made.text), c.by) for c in made.layout.changes]


def test_deletions_are_put_back_at_their_places() -> None:
    """Within a paragraph, and with the end of one (part 3, 5.5)."""
    made = source(
        "<text:tracked-changes>"
        + region("d1", "deletion", "<text:p>never </text:p>")
        + region("d2", "deletion", "<text:p>end</text:p><text:p>Begin </text:p>")
        + "</text:tracked-changes>"
        + '<text:p>We <text:change text:change-id="d1"/>agree.</text:p>'
        + '<text:p>The <text:change text:change-id="d2"/>here.</text:p>'
    )
    assert "We never agree.\n\nThe end\n\nBegin here." == made.text
    assert [
        ("deleted", "never ", "Ada"),
        ("deleted", "end\n\nBegin ", "Ada"),
    ] == changes(made)
    assert ["We never agree.", "The end", "Begin here."] == [
        paragraph.span.of(made.text) for paragraph in made.layout.paragraphs
    ]


def test_insertions_may_span_paragraphs() -> None:
    """From their start to their end, or to that of the text."""
    made = source(
        f"<text:tracked-changes>{region('i', 'insertion')}{region('j', 'insertion')}"
        '</text:tracked-changes><text:p>a<text:change-start text:change-id="i"/>b'
        '</text:p><text:p>c<text:change-end text:change-id="i"/>d'
        '<text:change-start text:change-id="j"/>e</text:p>'
    )
    assert "ab\n\ncde" == made.text
    assert [("inserted", "b\n\nc", "Ada"), ("inserted", "e", "Ada")] == changes(made)


def test_notes_and_comments_stand_after_the_text() -> None:
    """The stored mark is printed at the place and before the body."""
    made = source(
        '<text:p>a<text:note text:note-class="endnote"><text:note-citation>i'
        "</text:note-citation><text:note-body><text:p>end</text:p></text:note-body>"
        '</text:note>b<text:note text:note-class="footnote"><text:note-citation>*'
        "</text:note-citation><text:note-body><text:p>foot</text:p><text:p>two</text:p>"
        "</text:note-body></text:note><office:annotation><dc:creator>Ben</dc:creator>"
        "<dc:date>2020-02-03</dc:date><text:p>hm</text:p></office:annotation>c</text:p>"
    )
    assert "aib*c\n\n* foot\n\ntwo\n\ni end\n\nhm" == made.text
    endnote, footnote, comment = made.layout.notes
    assert NoteKind.ENDNOTE is endnote.kind
    assert "* foot\n\ntwo" == footnote.body.of(made.text)
    assert footnote.mark
    assert "*" == footnote.mark.of(made.text)
    assert ("Ben", "2020-02-03", 4) == (comment.by, comment.when, comment.anchor.start)


LISTS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number '
    'text:level="2" style:num-format="i" style:num-prefix="(" style:num-suffix=")" '
    'text:display-levels="2"/></text:list-style>'
)


def test_numbers_are_written_as_displayed() -> None:
    """Levels, further paragraphs, headers, lists that continue (part 3, 5.3)."""
    inner = "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
    made = source(
        '<text:list text:style-name="L"><text:list-header><text:p>h</text:p>'
        f"</text:list-header><text:list-item><text:p>a</text:p>{inner}</text:list-item>"
        "<text:list-item><text:p>c</text:p><text:p>d</text:p></text:list-item>"
        '</text:list><text:p>x</text:p><text:list text:style-name="L" '
        'text:continue-numbering="true"><text:list-item><text:p>e</text:p>'
        "</text:list-item></text:list>",
        LISTS,
    )
    assert ["h", "1. a", "(1.i) b", "2. c", "d", "x", "3. e"] == made.text.split("\n\n")
    assert ["1. a\n\n(1.i) b", "2. c\n\nd"] == [
        item.of(made.text) for item in made.layout.lists[0].items
    ]


def test_headings_have_levels_and_numbers() -> None:
    """The outline style numbers headings, if it numbers (part 3, 16.34)."""
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" '
        'style:num-format="I" style:num-suffix="."/><text:outline-level-style '
        'text:level="2" style:num-format=""/></text:outline-style>'
    )
    made = source(
        '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B'
        '</text:h><text:h text:outline-level="1">C</text:h>',
        styles=outline,
    )
    assert "I. A\n\nB\n\nII. C" == made.text
    assert [1, 2, 1] == [p.level for p in made.layout.paragraphs]


def test_covered_cells_count_below_not_beside() -> None:
    """A cell over two columns is one, a cell over two rows leaves an empty one."""
    made = source(
        '<table:table><table:table-row><table:table-cell table:number-rows-spanned="2">'
        "<text:p>a</text:p></table:table-cell><table:table-cell "
        'table:number-columns-spanned="2"><text:p>b</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row><table:table-row>"
        "<table:covered-table-cell/><table:table-cell><text:p>c</text:p>"
        "</table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert "a\tb\n\tc\td" == made.text
    assert [["a", "b"], ["", "c", "d"]] == [
        [cell.of(made.text) for cell in row] for row in made.layout.tables[0].rows
    ]


def test_frames_follow_their_paragraph() -> None:
    """Boxes and descriptions of pictures do not tear the line."""
    made = source(
        "<text:p>be<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box>"
        '</draw:frame><draw:frame><draw:image xlink:href="Pictures/a.png"/>'
        "<svg:desc>A map</svg:desc></draw:frame>fore</text:p>"
    )
    assert "before\n\nbox\n\nA map" == made.text
    assert [("A map", "Pictures/a.png")] == [
        (f.span.of(made.text), f.target) for f in made.layout.figures
    ]


def test_equations_and_objects() -> None:
    """An equation is a row of characters; other objects are counted."""
    content = (
        "<text:p><draw:frame><draw:object><m:math><m:mi>a</m:mi><m:mo>=</m:mo>"
        "<m:mn>2</m:mn><m:annotation>a = 2</m:annotation></m:math></draw:object>"
        '</draw:frame><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
        "</text:p>"
    )
    assert "a=2" == source(content).text
    assert ["embedded-object", "equation"] == [name for name, _ in findings(content)]


def test_hidden_text_is_counted() -> None:
    """By style, by section, by field."""
    automatic = (
        '<style:style style:name="T" style:family="text"><style:text-properties '
        'text:display="none"/></style:style>'
    )
    content = (
        '<text:p>a<text:span text:style-name="T">bc</text:span>'
        '<text:variable-set text:display="none">d</text:variable-set></text:p>'
        '<text:section text:display="none"><text:p>ef</text:p></text:section>'
    )
    assert "a" == source(content, automatic).text
    assert [("hidden-text", "hidden text left out (5 characters)")] == findings(
        content, automatic
    )


def test_pages_begin_where_the_file_says() -> None:
    """Recorded breaks give numbers; those an author set alone do not."""
    broken = (
        '<style:style style:name="P" style:family="paragraph">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )
    content = '<text:p>a</text:p>{}<text:p text:style-name="P">b</text:p>'
    recorded = source(content.format("<text:soft-page-break/>"), broken)
    assert [("1", 0), ("2", 1)] == [(p.name, p.span.start) for p in recorded.parts]
    assert ["", ""] == [p.name for p in source(content.format(""), broken).parts]
    assert () == source("<text:p>a</text:p>", broken).parts


def test_links_rubies_and_sections() -> None:
    """A section of another file is not fetched; what is stored of it is read."""
    content = (
        '<text:p><text:a xlink:href="http://x.org/">l</text:a><text:ruby>'
        "<text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text>"
        "</text:ruby></text:p><text:section>"
        '<text:section-source xlink:href="../b.odt"/>'
        "<text:p>s</text:p></text:section>"
    )
    made = source(content)
    assert "l漢kan\n\ns" == made.text
    assert ["http://x.org/"] == [link.target for link in made.layout.links]
    assert [("outside-link", "links to outside files not followed (1)")] == findings(
        content
    )


def test_headers_of_pages_in_use_are_set_aside() -> None:
    """Automatic styles of `styles.xml` are those that headers mean."""
    style = '<style:style style:name="P1" style:family="paragraph" {}/>'
    bold = (
        '<style:style style:name="P1" style:family="paragraph"><style:text-properties '
        'fo:font-weight="bold"/></style:style>'
    )
    page = (
        '<style:master-page style:name="{}"><style:header><text:p '
        'text:style-name="P1">{}</text:p></style:header></style:master-page>'
    )
    made = odt.read(
        zipped(
            {
                "content.xml": f"<office:document-content {DECLARED}>"
                f"<office:automatic-styles>{style.format('')}</office:automatic-styles>"
                "<office:body><office:text><text:p text:style-name='P1'>a</text:p>"
                "</office:text></office:body></office:document-content>",
                "styles.xml": f"<office:document-styles {DECLARED}>"
                f"<office:automatic-styles>{bold}</office:automatic-styles>"
                f"<office:master-styles>{page.format('Standard', 'Top')}"
                f"{page.format('Unused', 'Never')}</office:master-styles>"
                "</office:document-styles>",
                "Basic/Standard/Module1.xml": "<x/>",
            }
        ),
        "a.odt",
    )
    text = made.value.text
    assert "a\n\nTop" == text
    assert ["Top"] == [aside.span.of(text) for aside in made.value.layout.asides]
    assert ["Top"] == [run.span.of(text) for run in made.value.layout.runs]
    assert ["macros"] == [d.rule.name for d in made.diagnostics]


def test_a_package_and_a_flat_file_read_the_same(root: Path) -> None:
    """LibreOffice saved the one as the other."""
    fixtures = root / "tests" / "fixtures"
    package = odt.read((fixtures / "office/seed.odt").read_bytes(), "a").value
    single = odt.read((fixtures / "office/seed.fodt").read_bytes(), "a").value
    assert single.text == package.text
    assert single.layout == package.layout


def test_what_cannot_be_read_is_refused() -> None:
    """Passwords, other kinds of OpenDocument, missing members."""
    manifest = (
        f"<manifest:manifest {DECLARED}><manifest:file-entry>"
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(ReadError, match="password"):
        odt.read(zipped({"META-INF/manifest.xml": manifest, "content.xml": ""}), "a")
    with pytest.raises(ReadError, match="office:text"):
        odt.read(f"<office:document {DECLARED}/>".encode(), "a")
    with pytest.raises(ReadError, match=r"content.xml: is missing"):
        odt.read(zipped({"mimetype": ""}), "a")
