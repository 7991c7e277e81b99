"""What is read of hOCR, ALTO and PAGE XML."""

import gzip
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tei_encoder.errors import ReadError
from tei_encoder.model.layout import Style
from tei_encoder.model.source import Source
from tei_encoder.readers import read

HOCR = """<html><body><div class='ocr_page' title='image "a b.png"; bbox 0 0 100 200'>
{}</div></body></html>"""


@pytest.fixture
def pages(root: Path) -> Path:
    """Give the folder of files made by real programs."""
    return root / "tests" / "fixtures" / "pages"


def source(path: Path) -> Source:
    """Read a file, compressed or not."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    return read(data, path.name.removesuffix(".gz")).value


def hocr(inner: str) -> Source:
    """Read one page of hOCR."""
    return read(HOCR.format(inner).encode(), "a.hocr").value


def runs(found: Source) -> list[tuple[Style, str]]:
    """Give the styled words."""
    return [(run.style, run.span.of(found.text)) for run in found.layout.runs]


def test_the_same_pages_give_the_same_text(pages: Path) -> None:
    """Tesseract's hOCR and ALTO of the same images read alike, boxes included."""
    one, other = source(pages / "seed.hocr.gz"), source(pages / "seed.alto.xml.gz")
    assert one.text == other.text
    assert one.layout.zones == other.layout.zones
    assert one.layout.paragraphs == other.layout.paragraphs


def test_recognized_pages_have_their_images(pages: Path) -> None:
    """Every page has a surface with the name and size that the file states."""
    surfaces = source(pages / "seed.hocr.gz").layout.surfaces
    assert [f"seed-{n}.png" for n in range(1, 9)] == [s.image for s in surfaces]
    assert {(1241, 1754)} == {(s.width, s.height) for s in surfaces}


def test_words_have_boxes_and_confidence(pages: Path) -> None:
    """The zone of a word is its own, with the certainty of the recognition."""
    found = source(pages / "seed.alto.xml.gz")
    start = found.text.index("Welcome,")
    zone = next(z for z in found.layout.zones if z.span.start == start and z.confidence)
    assert "Welcome," == zone.span.of(found.text)
    assert 0.9 < (zone.confidence or 0) <= 1
    assert 0 == zone.surface


def test_alto_keeps_words_as_printed(pages: Path) -> None:
    """A parted word stays parted: its hyphen is text, the joined form is not."""
    found = source(pages / "hyphens.alto.xml")
    assert "PREFACE\n\nTo the Reader\n\nLaid before commis-\nsion." == found.text
    assert ["iii"] == [part.name for part in found.parts]
    assert ["leaf-3.jp2"] == [surface.image for surface in found.layout.surfaces]


def test_alto_styles_come_from_references_and_words(pages: Path) -> None:
    """STYLEREFS of a word hold over those of its block; STYLE adds to them."""
    found = source(pages / "hyphens.alto.xml")
    looks = [(Style.ITALIC, "the Reader"), (Style.BOLD, "Reader")]
    assert looks == runs(found)
    assert [True, False] == [each.centred for each in found.layout.paragraphs]


def test_alto_margins_stand_aside(pages: Path) -> None:
    """What the file puts into the top margin is a running head."""
    found = source(pages / "hyphens.alto.xml")
    asides = [(a.reason, a.span.of(found.text)) for a in found.layout.asides]
    assert [("running-head", "PREFACE")] == asides


def test_doubtful_words_are_counted(pages: Path) -> None:
    """The finding points to the least certain word."""
    path = pages / "hyphens.alto.xml"
    outcome = read(path.read_bytes(), path.name)
    found = outcome.diagnostics[0]
    assert "RD157" == found.rule.code
    assert found.span is not None
    assert "before" == found.span.of(outcome.value.text)


def test_page_xml_follows_its_reading_order(pages: Path) -> None:
    """Regions come as the file orders them, the best reading of each line stands."""
    found = source(pages / "two-columns.page.xml")
    assert (
        "Minutes 7\n\nThe Wardens\n\nChair: Nineteen twen-\nty-one?\n\n"
        "Ames: Both are right.\n\n7\n\n* Counted twice." == found.text
    )
    asides = [(a.reason, a.span.of(found.text)) for a in found.layout.asides]
    assert [("running-head", "Minutes 7"), ("page-number", "7")] == asides
    assert [1, None, None] == [each.level for each in found.layout.paragraphs]
    assert [(Style.BOLD, "Chair:")] == runs(found)


def test_page_xml_words_are_found_in_their_line(pages: Path) -> None:
    """A line that was corrected keeps the boxes of the words that it still has."""
    found = source(pages / "two-columns.page.xml")
    zones = {z.span.of(found.text): z for z in found.layout.zones if z.confidence}
    assert (620, 300, 700, 340) == zones["Ames:"].box
    assert 0.42 == zones["Both"].confidence
    assert (100, 350, 300, 390) == zones["ty-one?"].box


def test_page_xml_notes_follow_the_text(pages: Path) -> None:
    """A region that is a footnote becomes a note with its mark."""
    found = source(pages / "two-columns.page.xml")
    note = found.layout.notes[0]
    assert "* Counted twice." == note.body.of(found.text)
    assert note.mark is not None
    assert "*" == note.mark.of(found.text)


def test_hocr_states_margins_and_styles() -> None:
    """Classes of lines say what they are, elements in words how they look."""
    found = hocr(
        "<span class='ocr_header' title='bbox 0 0 90 9'>Minutes</span>"
        "<p class='ocr_par'><span class='ocr_line' title='bbox 0 20 90 29'>"
        "<span class='ocrx_word'><strong>Chair:</strong></span> "
        "<span class='ocrx_word'><em>Good</em></span></span></p>"
        "<span class='ocr_pageno' title='bbox 40 190 50 199'>4</span>"
    )
    assert "Minutes\n\nChair: Good\n\n4" == found.text
    assert ["running-head", "page-number"] == [a.reason for a in found.layout.asides]
    assert [(Style.BOLD, "Chair:"), (Style.ITALIC, "Good")] == runs(found)
    assert "a b.png" == found.layout.surfaces[0].image


def test_hocr_other_readings_are_no_text() -> None:
    """Alternatives of letters lie in the word, but are not printed."""
    found = hocr(
        "<span class='ocr_line'><span class='ocrx_word'>Yes"
        "<span class='ocrx_cinfo'>Yea</span></span></span>"
    )
    assert "Yes" == found.text


def test_hocr_without_pages_is_no_hocr() -> None:
    """A page without the class is named, with what to do."""
    with pytest.raises(ReadError, match="no element has the class ocr_page"):
        read(b"<html><body>Hello</body></html>", "a.hocr", format="hocr")


@pytest.mark.parametrize("name", ["alto", "page"])
def test_bombs_are_refused(name: str) -> None:
    """Entities, outside files and deep nesting never reach the memory."""
    root = {"alto": "alto", "page": "PcGts"}[name]
    entities = "".join(
        f"<!ENTITY e{n} '{f'&e{n - 1};' * 10 if n else 'ha'}'>" for n in range(10)
    )
    bomb = f"<!DOCTYPE x [{entities}]><{root}>&e9;</{root}>"
    outside = (
        f"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><{root}>&f;</{root}>"
    )
    deep = f"<{root}>" + "<a>" * 5000 + "</a>" * 5000 + f"</{root}>"
    for words in (bomb, outside, deep):
        with pytest.raises(ReadError):
            read(words.encode(), "a.xml", format=name)


@pytest.mark.parametrize("name", ["alto", "page"])
def test_other_markup_is_refused(name: str) -> None:
    """The wrong root element is named."""
    with pytest.raises(ReadError, match="root element is <TEI>"):
        read(b"<TEI/>", "a.xml", format=name)


def test_content_is_known_under_any_suffix(pages: Path) -> None:
    """Files are told by what they hold: `.xml` and `.html` say nothing."""
    found = {
        name: read((pages / name).read_bytes(), "a.xml").value.reader
        for name in ("hyphens.alto.xml", "two-columns.page.xml")
    }
    assert {"hyphens.alto.xml": "alto", "two-columns.page.xml": "page"} == found


def test_character_errors_are_few(pages: Path) -> None:
    """Less than one character in a thousand differs from the text that was printed."""
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    printed = read((pages / "seed-writer.pdf").read_bytes(), "a.pdf").value.text
    recognized = source(pages / "seed.hocr.gz").text
    assert 0 < errors(printed, recognized) / len(printed) < 0.001


def errors(one: str, other: str) -> int:
    """Count insertions, deletions and replacements, word by word, then in letters."""
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    left, right = one.split(), other.split()
    return sum(
        distance(" ".join(left[a:b]), " ".join(right[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )


def distance(one: str, other: str) -> int:
    """Give the edit distance (Levenshtein)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for place, twin in enumerate(other, 1):
            change = last + (letter != twin)
            last = row[place]
            row[place] = min(change, row[place] + 1, row[place - 1] + 1)
    return row[-1]


def test_white_space_parts_paragraphs_that_were_put_together(pages: Path) -> None:
    """Tesseract puts three lines of the title page into one paragraph; space tells."""
    found = source(pages / "seed.hocr.gz")
    starts = [p.span.of(found.text)[:9] for p in found.layout.paragraphs[:3]]
    assert ["September", "Report on", "This docu"] == starts
