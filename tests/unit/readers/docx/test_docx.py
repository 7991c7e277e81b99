"""DOCX: each kind of WordprocessingML, written by hand, and what is read of it."""

import pytest
from word_package import body, package, paragraph, run

from tei_encoder.errors import ReadError
from tei_encoder.model.layout import NoteKind, Style
from tei_encoder.model.source import Source
from tei_encoder.readers import docx


def source(data: bytes) -> Source:
    """Read a package."""
    return docx.read(data, "a.docx").value


def text(content: str, **parts: str) -> str:
    """Read a body, and give the reading text."""
    return source(package(content, **parts)).text


def findings(content: str, **parts: str) -> list[tuple[str, str]]:
    """Read a body, and give what is said about it."""
    found = docx.read(package(content, **parts), "a.docx").diagnostics
    return [(d.rule.name, d.message) for d in found]


def of(made: Source, kind: str) -> list[tuple[str, ...]]:
    """Give the words of changes, links or runs, with what is said of them."""
    match kind:
        case "changes":
            return [
                (c.kind.value, c.span.of(made.text), c.by, c.when)
                for c in made.layout.changes
            ]
        case "links":
            return [(e.span.of(made.text), e.target) for e in made.layout.links]
    return [(r.style.value, r.span.of(made.text)) for r in made.layout.runs]


def test_inserted_and_deleted_words_stay_in_the_order_of_the_file() -> None:
    """Both are text; who did what, and when, is stated beside them (17.13.5)."""
    made = source(
        package(
            "<w:p>"
            + run("We ")
            + '<w:ins w:author="Ada" w:date="2020-01-02T03:04:05Z">'
            + run("all ")
            + "</w:ins><w:del w:author='Ben'><w:r><w:delText>never </w:delText></w:r>"
            + "</w:del>"
            + run("agree")
            + "</w:p>"
        )
    )
    assert "We all never agree" == made.text
    assert [
        ("inserted", "all ", "Ada", "2020-01-02T03:04:05Z"),
        ("deleted", "never ", "Ben", ""),
    ] == of(made, "changes")


def test_moved_words_stand_at_both_places() -> None:
    """Where they were they are deleted, where they are they are inserted."""
    made = source(
        package(
            f"<w:p><w:moveFrom>{run('here ')}</w:moveFrom>{run('and ')}"
            f"<w:moveTo>{run('here')}</w:moveTo></w:p>"
        )
    )
    assert "here and here" == made.text
    assert [
        ("deleted", "here ", "", ""),
        ("inserted", "here", "", ""),
    ] == of(made, "changes")


def test_a_deleted_insertion_is_both() -> None:
    """Changes nest: who put the words in is another than who took them out."""
    made = source(
        package(
            "<w:p><w:ins w:author='Ada'><w:del w:author='Ben'><w:r>"
            "<w:delText>x</w:delText></w:r></w:del></w:ins></w:p>"
        )
    )
    assert {("inserted", "x", "Ada", ""), ("deleted", "x", "Ben", "")} == set(
        of(made, "changes")
    )


def test_a_deleted_row_is_marked() -> None:
    """A row carries its change in its properties (17.13.5.12)."""
    made = source(
        package(
            f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr><w:tr><w:trPr>"
            f"<w:del w:author='Ben'/></w:trPr><w:tc>{paragraph('b')}</w:tc></w:tr>"
            "</w:tbl>"
        )
    )
    assert [("deleted", "b", "Ben", "")] == of(made, "changes")


def test_spaces_that_were_changed_are_marked() -> None:
    """A change of white space is a change."""
    made = source(package(f"<w:p>{run('a')}<w:ins>{run(' ')}</w:ins>{run('b')}</w:p>"))
    assert [("inserted", " ", "", "")] == of(made, "changes")


def test_styles_are_inherited_and_toggled() -> None:
    """A bold character style in a bold paragraph style is not bold (17.7.3)."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="Heading"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Heading Two"/>'
        '<w:basedOn w:val="H"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
        "<w:rPr><w:i/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>'
    )
    made = source(
        package(
            '<w:p><w:pPr><w:pStyle w:val="H2"/><w:ind w:left="720"/>'
            '<w:jc w:val="center"/></w:pPr>'
            + run("one ")
            + run("two ", '<w:rStyle w:val="S"/>')
            + run("three", '<w:i w:val="0"/><w:smallCaps/>')
            + "</w:p>",
            styles=styles,
        )
    )
    assert [
        ("bold", "one "),
        ("italic", "one two "),
        ("bold", "three"),
        ("small-caps", "three"),
    ] == sorted(of(made, "runs"), key=lambda r: made.text.index(r[1][:3]))
    found = made.layout.paragraphs[0]
    assert ("Heading Two", 2, 36.0, True) == (
        found.style,
        found.level,
        found.indent,
        found.centred,
    )


def test_a_circle_of_styles_ends() -> None:
    """Two styles based on each other are a damaged file, not an endless one."""
    styles = "".join(
        f'<w:style w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/>'
        "</w:style>"
        for a, b in ("AB", "BA")
    )
    assert "x" == text(paragraph("x", '<w:pStyle w:val="A"/>'), styles=styles)


def test_notes_stand_at_their_marks_and_after_the_text() -> None:
    """The mark is printed twice; footnotes come before endnotes and comments."""
    made = source(
        package(
            "<w:p>"
            + run("One")
            + '<w:r><w:endnoteReference w:id="5"/></w:r>'
            + run(" two")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
            + run(".")
            + '<w:r><w:commentReference w:id="0"/></w:r></w:p>',
            footnotes='<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
            + run(" Below.")
            + "</w:p></w:footnote>",
            endnotes='<w:endnote w:id="5"><w:p><w:r><w:endnoteRef/></w:r>'
            + run(" Last.")
            + "</w:p></w:endnote>",
            comments='<w:comment w:id="0" w:author="Ben" w:date="2020-02-03T00:00:00Z">'
            + paragraph("Really?")
            + "</w:comment>",
        )
    )
    assert "Onei two1.\n\n1 Below.\n\ni Last.\n\nReally?" == made.text
    endnote, footnote, comment = made.layout.notes
    assert (NoteKind.ENDNOTE, "i", "i Last.") == (
        endnote.kind,
        endnote.anchor.of(made.text),
        endnote.body.of(made.text),
    )
    assert footnote.mark
    assert "1" == footnote.mark.of(made.text) == footnote.anchor.of(made.text)
    assert (10, "Ben", None) == (comment.anchor.start, comment.by, comment.mark)


def test_a_mark_of_its_own_is_the_run_that_follows() -> None:
    """Custom marks count for no number (17.11.14)."""
    reference = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t>'
    made = source(
        package(
            f"<w:p>{run('a')}<w:r>{reference}</w:r>{run('b')}"
            '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
            footnotes=f'<w:footnote w:id="1"><w:p>{run("* star")}</w:p></w:footnote>'
            '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r></w:p></w:footnote>',
        )
    )
    assert "a*b1\n\n* star\n\n1" == made.text
    star, one = made.layout.notes
    assert star.mark
    assert ("*", "*") == (star.anchor.of(made.text), star.mark.of(made.text))
    assert "1" == one.anchor.of(made.text)


def test_notes_count_as_their_section_says() -> None:
    """Format, start and restart are settings of sections (17.11.11, 17.11.17-21)."""
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    section = (
        '<w:sectPr><w:footnotePr><w:numFmt w:val="upperRoman"/>'
        '<w:numStart w:val="4"/><w:numRestart w:val="eachSect"/>'
        "</w:footnotePr></w:sectPr>"
    )
    content = (
        f"<w:p><w:pPr>{section}</w:pPr>{run('a')}{reference.format(1)}</w:p>"
        f"<w:p>{run('b')}{reference.format(2)}</w:p>{section}"
    )
    notes = "".join(
        f'<w:footnote w:id="{n}">{paragraph("n")}</w:footnote>' for n in (1, 2)
    )
    assert "aIV\n\nbIV\n\nn\n\nn" == text(content, footnotes=notes)


def test_a_note_that_is_missing_is_said() -> None:
    """A reference without a note leaves nothing but a finding."""
    content = paragraph("a") + '<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>'
    assert [("missing-part", "notes or parts missing from the file (1)")] == findings(
        content
    )


def test_rows_and_cells_are_parted() -> None:
    """Rows by line ends, cells by tabs; empty cells count (17.4)."""
    made = source(
        package(
            paragraph("before")
            + "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
            + f"<w:tc>{paragraph('Who')}</w:tc><w:tc>{paragraph('What')}</w:tc></w:tr>"
            + f"<w:tr><w:tc><w:p/></w:tc><w:tc>{paragraph('a')}{paragraph('b')}</w:tc>"
            + "</w:tr></w:tbl>"
            + paragraph("after")
        )
    )
    assert "before\n\nWho\tWhat\n\ta\nb\n\nafter" == made.text
    table = made.layout.tables[0]
    assert [["Who", "What"], ["", "a\nb"]] == [
        [cell.of(made.text) for cell in row] for row in table.rows
    ]
    assert 1 == table.header_rows


def test_tables_nest() -> None:
    """A table in a cell is a table of its own, and part of that cell."""
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph('x')}</w:tc><w:tc>{paragraph('y')}</w:tc>"
        "</w:tr></w:tbl>"
    )
    made = source(
        package(
            f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc>"
            f"<w:tc>{paragraph('b')}{inner}<w:p/></w:tc></w:tr></w:tbl>"
        )
    )
    assert "a\tb\nx\ty" == made.text
    assert ["a\tb\nx\ty", "x\ty"] == [t.span.of(made.text) for t in made.layout.tables]


def test_a_table_of_one_cell_is_a_box_around_paragraphs() -> None:
    """Whole letters stand in such boxes: their paragraphs stay paragraphs."""
    made = source(
        package(
            f"<w:tbl><w:tr><w:tc>{paragraph('a')}{paragraph('b')}</w:tc></w:tr></w:tbl>"
        )
    )
    assert ("a\n\nb", ()) == (made.text, made.layout.tables)


def test_numbers_are_written_as_displayed() -> None:
    """Levels, patterns, bullets of symbol fonts, restarts (17.9)."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/>'
        '<w:suff w:val="nothing"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    items = ((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (3, 0), (3, 0))
    content = "".join(
        paragraph(
            "x",
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
        )
        for number, level in items
    )
    made = source(package(content, numbering=numbering))
    assert [
        *("I. x", "I.a)x", "I.b)x", "II. x", "II.a)x", "• x", "VII. x", "VIII. x")
    ] == made.text.split("\n\n")
    assert [True, True, True, False, True] == [e.ordered for e in made.layout.lists]
    first = made.layout.lists[0]
    assert ["I. x\n\nI.a)x\n\nI.b)x", "II. x\n\nII.a)x"] == [
        item.of(made.text) for item in first.items
    ]


def test_an_unknown_number_format_is_said() -> None:
    """The number is written in digits."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
        '<w:numFmt w:val="hebrew2"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    content = paragraph("x", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert "1 x" == text(content, numbering=numbering)
    assert "number-format" == findings(content, numbering=numbering)[0][0]


def test_a_numbered_style_takes_the_level_tied_to_it() -> None:
    """A style names its numbering, the level names its style (17.9.23)."""
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/><w:lvl w:ilvl="1">'
        '<w:pStyle w:val="Two"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Two"><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    content = paragraph("x", '<w:pStyle w:val="Two"/>')
    assert "(1) x" == text(content, numbering=numbering, styles=styles)


def field(code: str, result: str) -> str:
    """Write a field of several runs."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds
    )
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return begin + instruction + separate + result + end


def test_fields_show_their_result() -> None:
    """Codes are no text, nested ones neither (17.16.18)."""
    inner = field("PAGE", run("hidden within code"))
    content = (
        "<w:p>"
        + run("on ")
        + field(f"IF </w:instrText></w:r>{inner}<w:r><w:instrText>", run("page 3"))
        + '<w:fldSimple w:instr="DATE">'
        + run(" today")
        + "</w:fldSimple></w:p>"
    )
    assert "on page 3 today" == text(content)


def test_links_have_their_address() -> None:
    """By relationship, by bookmark, or by a field."""
    made = source(
        package(
            '<w:p><w:hyperlink r:id="rIdL">'
            + run("one")
            + '</w:hyperlink><w:hyperlink w:anchor="b">'
            + run("two")
            + "</w:hyperlink>"
            + field(' HYPERLINK "http://x.org/" \\l "c" ', run("three"))
            + "</w:p>",
            relations='<Relationship Id="rIdL" TargetMode="External" '
            'Type="x/hyperlink" Target="http://y.org/"/>',
        )
    )
    assert [
        ("one", "http://y.org/"),
        ("two", "#b"),
        ("three", "http://x.org/#c"),
    ] == of(made, "links")


def test_an_open_field_hides_nothing() -> None:
    """Without its end a field would swallow the rest of the record."""
    content = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"{run('all that follows')}</w:p>"
    )
    assert "all that follows" == text(content)
    assert "field-without-result" == findings(content)[0][0]


def test_hidden_text_is_counted() -> None:
    """What the eye does not see is not text, and is said (17.3.2.41)."""
    content = f"<w:p>{run('seen')}{run('unseen', '<w:vanish/>')}</w:p>"
    assert "seen" == text(content)
    assert [("hidden-text", "hidden text left out (6 characters)")] == findings(content)


def test_text_boxes_come_once_and_after_their_paragraph() -> None:
    """Of alternate contents one branch is read; the line is not torn."""
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    content = (
        f"<w:p>{run('be')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('fore')}</w:p>{paragraph('after')}"
    )
    assert "before\n\nin the box\n\nafter" == text(content)


def test_content_controls_are_read_through() -> None:
    """Around blocks, runs and cells (17.5.2)."""
    content = (
        f"<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent><w:p>{run('a')}"
        f"<w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt></w:p></w:sdtContent>"
        f"</w:sdt><w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>{paragraph('c')}</w:tc>"
        f"</w:sdtContent></w:sdt><w:tc>{paragraph('d')}</w:tc></w:tr></w:tbl>"
    )
    assert "ab\n\nc\td" == text(content)


def test_symbols_are_spelled_in_unicode() -> None:
    """By element, and by a private-use character in a symbol font (17.3.3.30)."""
    content = (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F061"/>'
        '<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + run("\uf062", '<w:rFonts w:ascii="Symbol"/>')
        + '<w:r><w:sym w:font="Unheard Of" w:char="F041"/></w:r></w:p>'
    )
    assert "α✔β\uf041" == text(content)
    assert [("unknown-symbol", "symbols without a Unicode character (1)")] == findings(
        content
    )


def test_special_characters() -> None:
    """Tabs, breaks and hyphens are characters; a page break is a place."""
    content = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
        "<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t>"
        '<w:br w:type="page"/><w:t>f</w:t></w:r></w:p>'
    )
    made = source(package(content))
    assert "a\tb\nc\u2011d\u00ade\nf" == made.text
    assert [("", "a\tb\nc\u2011d\u00ade"), ("", "\nf")] == [
        (p.name, p.span.of(made.text)) for p in made.parts
    ]


def test_pages_are_numbered_where_word_recorded_them() -> None:
    """A break that an author set and Word's own record of it are one (17.3.3.13)."""
    content = (
        f"<w:p>{run('one')}<w:r><w:br w:type='page'/></w:r></w:p>"
        f"<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>"
        f"<w:p><w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r></w:p>"
    )
    made = source(package(content))
    assert ["1", "2", "3"] == [part.name for part in made.parts]
    assert [0, 3, 8] == [part.span.start for part in made.parts]


def test_pictures_are_described_after_their_paragraph() -> None:
    """The description is text; the picture is named, an outside one not fetched."""
    drawing = (
        "<w:r><w:drawing><wp:docPr descr='A map'/><a:blip r:{}='{}'/></w:drawing></w:r>"
    )
    content = (
        f"<w:p>{run('be')}{drawing.format('embed', 'rIdP')}{run('fore')}</w:p>"
        f"<w:p>{drawing.format('link', 'rIdO')}</w:p>"
    )
    relations = (
        '<Relationship Id="rIdP" Type="x/image" Target="media/a.png"/>'
        '<Relationship Id="rIdO" TargetMode="External" Type="x/image" '
        'Target="http://x.org/b.png"/>'
    )
    made = source(package(content, relations=relations))
    assert "before\n\nA map\n\nA map" == made.text
    assert [("A map", "word/media/a.png"), ("A map", "http://x.org/b.png")] == [
        (f.span.of(made.text), f.target) for f in made.layout.figures
    ]
    assert "outside-link" == findings(content, relations=relations)[0][0]


def test_equations_rubies_and_objects() -> None:
    """Equations are a row of characters, rubies follow, objects are counted."""
    content = (
        "<w:p><m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r>"
        "</m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
        f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase>"
        "</w:ruby></w:r><w:r><w:object><o:OLEObject Type='Embed'/></w:object></w:r>"
        "</w:p><w:altChunk r:id='x'/>"
    )
    made = source(package(content))
    assert "E=mc2漢kan" == made.text
    assert [("superscript", "kan")] == of(made, "runs")
    assert ["embedded-object", "equation", "imported-chunk"] == [
        name for name, _ in findings(content)
    ]


def test_headers_and_footers_are_set_aside_once() -> None:
    """After all else; what no page shows is counted (17.10)."""
    references = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/>'
        '<w:headerReference w:type="even" r:id="rIdE"/>'
        '<w:footerReference w:type="default" r:id="rIdF"/></w:sectPr>'
    )
    content = f"<w:p><w:pPr>{references}</w:pPr>{run('a')}</w:p>{references}"
    parts = {
        "header1": body(paragraph("Top"), "hdr"),
        "header2": body(paragraph("Never"), "hdr"),
        "footer1": body(paragraph("Foot"), "ftr"),
    }
    relations = "".join(
        f'<Relationship Id="{i}" Type="x/{t}" Target="{n}.xml"/>'
        for i, t, n in (
            ("rIdH", "header", "header1"),
            ("rIdE", "header", "header2"),
            ("rIdF", "footer", "footer1"),
        )
    )
    made = source(package(content, relations=relations, **parts))
    assert "a\n\nTop\n\nFoot" == made.text
    assert [("running-head", "Top"), ("running-foot", "Foot")] == [
        (e.reason, e.span.of(made.text)) for e in made.layout.asides
    ]
    assert [("hidden-text", "hidden text left out (5 characters)")] == findings(
        content, relations=relations, **parts
    )


def test_the_strict_form_reads_the_same() -> None:
    """ISO/IEC 29500 Strict has other names for the same things."""
    content = (
        f"<w:p>{run('a', '<w:b/>')}<w:ins w:author='Ada'>{run('b')}</w:ins></w:p>"
        "<w:p><w:pPr><w:ind w:start='36pt'/></w:pPr><w:r><w:t>c</w:t></w:r></w:p>"
    )
    strict, usual = source(package(content, strict=True)), source(package(content))
    assert usual.text == strict.text
    assert usual.layout == strict.layout
    assert 36.0 == strict.layout.paragraphs[1].indent


def test_macros_are_said() -> None:
    """They are neither run nor read."""
    data = package(paragraph("a"), members={"word/vbaProject.bin": b"x"})
    found = docx.read(data, "a.docm").diagnostics
    assert [("macros", "macros ignored (1)")] == [
        (d.rule.name, d.message) for d in found
    ]


def test_a_password_is_named() -> None:
    """An encrypted package is an OLE file with a stream of that name."""
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ReadError, match="password"):
        docx.read(data, "a.docx")


def test_what_is_no_word_file_is_refused() -> None:
    """Without a body, without words, with a document type."""
    with pytest.raises(ReadError, match="no main document"):
        docx.read(package("", name="other.xml"), "a.docx")
    with pytest.raises(ReadError, match="no text"):
        docx.read(package("<w:p/>"), "a.docx")
    with pytest.raises(ReadError, match="document type"):
        docx.read(package(paragraph("a"), prolog="<!DOCTYPE x [<!ENTITY y 'z'>]>"), "a")


def test_the_same_bytes_give_the_same_source() -> None:
    """Nothing of the clock or of a folder is in a source."""
    data = package(paragraph("a"))
    assert docx.read(data, "a.docx") == docx.read(data, "a.docx")


def test_styles_of_runs_are_known() -> None:
    """Each style that the model knows is read from its element."""
    looks = {
        "<w:b/>": Style.BOLD,
        "<w:i/>": Style.ITALIC,
        '<w:u w:val="single"/>': Style.UNDERLINE,
        "<w:dstrike/>": Style.STRIKE,
        "<w:smallCaps/>": Style.SMALL_CAPS,
        '<w:vertAlign w:val="superscript"/>': Style.SUPERSCRIPT,
        '<w:vertAlign w:val="subscript"/>': Style.SUBSCRIPT,
    }
    for element, style in looks.items():
        made = source(package(f"<w:p>{run('a', element)}</w:p>"))
        assert [style] == [run.style for run in made.layout.runs]
    assert set(Style) == set(looks.values())
