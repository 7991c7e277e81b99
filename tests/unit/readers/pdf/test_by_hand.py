"""What the PDF reader makes of pages that are out of the ordinary."""

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tei_encoder.errors import MissingExtraError, ReadError
from tei_encoder.model.diagnostic import Outcome
from tei_encoder.model.source import Source
from tei_encoder.readers import read

MakePdf = Callable[..., bytes]
Printed = Callable[..., str]


def rules(outcome: Outcome[Source]) -> list[str]:
    """Give the codes of what was found."""
    return [diagnostic.rule.code for diagnostic in outcome.diagnostics]


def test_labels_beside_their_speeches_are_no_column(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """A narrow strip of names is read line by line with what they say."""
    rows = [("CHAIR:", "Good morning to everybody here."), ("AMES:", "And to you.")]
    content = [
        printed(words, x, 700 - 20 * n)
        for n, row in enumerate(rows * 4)
        for x, words in zip((72, 180), row, strict=True)
    ]
    text = read(make_pdf(["\n".join(content)]), "a.pdf").value.text
    assert "CHAIR: Good morning to everybody here." == text.split("\n")[0]


def test_columns_written_row_by_row_are_told_by_their_gutter(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """Columns are read one after the other though the file goes from row to row."""
    left = [f"the left column has words {n}" for n in range(6)]
    right = [f"the right column has others {n}" for n in range(6)]
    content = [
        printed(words, x, 700 - 14 * n)
        for n, row in enumerate(zip(left, right, strict=True))
        for x, words in zip((72, 320), row, strict=True)
    ]
    text = read(make_pdf(["\n".join(content)]), "a.pdf").value.text
    assert [*left, *right] == [words for words in text.split("\n") if words]


def test_links_point_where_the_file_says(make_pdf: MakePdf, printed: Printed) -> None:
    """The words under a link annotation have its address."""
    content = printed("See the catalogue for more", 72, 700)
    link = (
        "<< /Type /Annot /Subtype /Link /Rect [115 695 171 715]"
        " /A << /S /URI /URI (https://example.org/a?b=c) >> >>"
    )
    found = read(make_pdf([content], annotations=link), "a.pdf").value
    links = [(each.span.of(found.text), each.target) for each in found.layout.links]
    assert [("catalogue", "https://example.org/a?b=c")] == links


def test_headings_of_the_outline_have_their_level(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """A paragraph that the outline names on that page is a heading."""
    content = "\n".join(
        [printed("Second Session", 72, 700, size=18), printed("Good day.", 72, 650)]
    )
    outline = (
        "<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>",
        "<< /Title (Second Session) /Parent 8 0 R /Dest [10 0 R /Fit] >>",
    )
    data = make_pdf([content], catalog="/Outlines 8 0 R", extra=outline)
    found = read(data, "a.pdf").value
    assert [1, None] == [each.level for each in found.layout.paragraphs]


def test_pages_are_named_by_their_labels(make_pdf: MakePdf, printed: Printed) -> None:
    """Roman numbers of a preface are the names of its pages."""
    labels = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >>] >>"
    contents = [printed(f"Page of words {letter}", 72, 500) for letter in "abc"]
    found = read(make_pdf(contents, catalog=labels), "a.pdf").value
    assert ["i", "ii", "1"] == [part.name for part in found.parts]


def test_pages_cover_the_text_in_order(make_pdf: MakePdf, printed: Printed) -> None:
    """Pages touch each other; one without text is empty and is reported."""
    contents = [printed("One.", 72, 500), "", "", printed("Four.", 72, 500)]
    outcome = read(make_pdf(contents), "a.pdf")
    spans = [part.span for part in outcome.value.parts]
    assert all(one.end == other.start for one, other in pairwise(spans))
    assert ["no text on pages 2-3 of 4"] == [d.message for d in outcome.diagnostics]


def test_unseen_text_is_left_out_and_counted(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """Text without ink that no picture stands over is not what the page says."""
    content = f"{printed('Seen.', 72, 700)}\n3 Tr\n{printed('Never seen.', 72, 600)}"
    outcome = read(make_pdf([content]), "a.pdf")
    assert "Seen." == outcome.value.text
    assert ["RD152"] == rules(outcome)


def test_turned_text_is_set_aside(make_pdf: MakePdf, printed: Printed) -> None:
    """A stamp up the margin stays in the text, outside of the running words."""
    stamp = "BT /F1 9 Tf 0 1 -1 0 40 300 Tm (received 12 May) Tj ET"
    words = printed("Good day to all of you.", 72, 700)
    outcome = read(make_pdf([f"{stamp}\n{words}"]), "a.pdf")
    layout, text = outcome.value.layout, outcome.value.text
    assert [("turned", "received 12 May")] == [
        (aside.reason, aside.span.of(text)) for aside in layout.asides
    ]
    assert ["RD153"] == rules(outcome)


@pytest.mark.parametrize("matrix", ["0 1 -1 0 200 100", "0 -1 1 0 300 700"])
def test_pages_printed_sideways_read_like_others(
    make_pdf: MakePdf, matrix: str
) -> None:
    """Where most text is turned, its lines run that way."""
    content = f"BT /F1 12 Tf 14 TL {matrix} Tm (First line of it) Tj T* (second.) Tj ET"
    text = read(make_pdf([content]), "a.pdf").value.text
    assert "First line of it\nsecond." == text


def test_numbers_of_lines_stand_aside(make_pdf: MakePdf, printed: Printed) -> None:
    """The numbers beside the lines of a deposition are no part of what was said."""
    content = [
        printed(words, x, 700 - 20 * n)
        for n in range(12)
        for x, words in ((60, str(n + 1)), (90, f"What was said in line {'x' * n}"))
    ]
    found = read(make_pdf(["\n".join(content)]), "a.pdf").value
    asides = [(a.reason, a.span.of(found.text)) for a in found.layout.asides]
    assert [("line-number", str(n)) for n in range(1, 13)] == asides
    assert found.text.startswith("What was said in line")


def test_every_fifth_line_of_two_columns_is_numbered(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """Numbers before either column are no words of it, those between them neither."""
    content = [
        printed(words, x, 700 - 14 * n, size=9)
        for n in range(25)
        for x, words in (
            (72, f"the left column has words {n:02}"),
            (330, f"the right column has others {n:02}"),
            *(((55, str(n + 1)), (312, str(n + 1))) if n % 5 == 4 else ()),
        )
    ]
    found = read(make_pdf(["\n".join(content)]), "a.pdf").value
    asides = [a.span.of(found.text) for a in found.layout.asides]
    assert ["5", "10", "15", "20", "25"] * 2 == asides
    rows = [f"the left column has words {n:02}" for n in range(25)]
    assert rows == [row for row in found.text.split("\n") if row][:25]


def test_a_short_last_page_is_numbered_like_the_others(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """Two numbers on a proven margin count lines as well."""
    pages = [
        "\n".join(
            printed(words, x, 700 - 20 * n)
            for n in range(count)
            for x, words in ((60, str(n + 1)), (90, f"{said} was said in line {n}"))
        )
        for count, said in ((12, "Much that"), (2, "Nothing else"))
    ]
    found = read(make_pdf(pages), "a.pdf").value
    asides = [a.span.of(found.text) for a in found.layout.asides]
    assert [*map(str, range(1, 13)), "1", "2"] == asides


def test_a_column_of_a_table_counts_no_lines(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """Figures between words are cells: nothing runs on after them."""
    content = [
        printed(words, x, 700 - 14 * n)
        for n in range(12)
        for x, words in ((72, "some item"), (220, str(n + 1)), (300, "pieces"))
    ]
    found = read(make_pdf(["\n".join(content)]), "a.pdf").value
    assert () == found.layout.asides


def test_shapes_without_characters_are_counted(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """A font without a map gives U+FFFD, never the number of the shape."""
    shapes = "BT /F4 12 Tf 1 0 0 1 72 600 Tm <004100420043> Tj ET"
    outcome = read(make_pdf([f"{printed('Known', 72, 700)}\n{shapes}"]), "a.pdf")
    assert "Known\n\n\ufffd\ufffd\ufffd" == outcome.value.text
    assert "RD151" in rules(outcome)


def test_comments_are_named_though_not_read(
    make_pdf: MakePdf, printed: Printed
) -> None:
    """A comment is no printed text, but people are told that there is one."""
    comment = "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Ask!) >>"
    content = printed("Good day.", 72, 700)
    outcome = read(make_pdf([content], annotations=comment), "a.pdf")
    assert ["not read: 1 comment or form field"] == [
        each.message for each in outcome.diagnostics
    ]


def test_pictures_alone_are_refused(make_pdf: MakePdf) -> None:
    """A scan without text gets an error that names recognition."""
    with pytest.raises(ReadError, match=r"no text on any of its 1 pages.*ocrmypdf"):
        read(make_pdf(["q 500 0 0 700 50 50 cm /P1 Do Q"]), "scan.pdf")


def test_passwords_are_asked_of_nobody(pages: Path) -> None:
    """A locked file is refused; one that opens without a password is read."""
    with pytest.raises(ReadError, match=r"protected by a password.*qpdf"):
        read((pages / "locked.pdf").read_bytes(), "locked.pdf")
    found = read((pages / "restricted.pdf").read_bytes(), "restricted.pdf")
    assert "Clerk: Silence, please." in found.value.text


def test_damaged_files_are_refused() -> None:
    """What begins like a PDF but is none gets a remedy."""
    with pytest.raises(ReadError, match=r"damaged, cut off or no PDF"):
        read(b"%PDF-1.7\n" + b"nothing" * 30, "a.pdf")


def test_the_extra_is_named(
    make_pdf: MakePdf, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pypdfium2 the error says what to install."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"tei-encoder\[pdf\]"):
        read(make_pdf([printed("Hello.", 72, 700)]), "a.pdf")
