"""What the PDF reader tells of pages that real programs printed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tei_encoder.model.layout import Style
from tei_encoder.model.source import Source
from tei_encoder.readers import read


def source(path: Path) -> Source:
    """Read a PDF without a finding."""
    outcome = read(path.read_bytes(), path.name)
    assert outcome.diagnostics == ()
    return outcome.value


def of_pages(found: Source) -> list[str]:
    """Give the words of each page, those of its notes included, without white space."""
    bodies = [note.body for note in found.layout.notes]
    end = min((body.start for body in bodies), default=len(found.text))
    texts = [part.span.of(found.text)[: end - part.span.start] for part in found.parts]
    for note in found.layout.notes:
        page = next(n for n, part in enumerate(found.parts) if note.anchor in part.span)
        texts[page] += " " + note.body.of(found.text)
    return texts


@pytest.mark.parametrize("name", ["seed-writer", "seed-chromium", "columns"])
def test_pages_have_the_words_that_poppler_finds(pages: Path, name: str) -> None:
    """Every page has the same words as `pdftotext` gives, none more, none less."""
    command = shutil.which("pdftotext")
    if command is None:
        pytest.skip("pdftotext is not installed (Debian package poppler-utils)")
    path = pages / f"{name}.pdf"
    found = subprocess.run(
        [command, "-layout", str(path), "-"], capture_output=True, check=True
    )
    theirs = found.stdout.decode().split("\f")[:-1]
    ours = of_pages(source(path))
    # the mark of a note touches its first word here, and there may not
    assert [_letters(page) for page in theirs] == [_letters(page) for page in ours]
    assert _bag(theirs) == _bag(ours)


def _letters(page: str) -> list[str]:
    return sorted("".join(page.split()))


def _bag(texts: list[str]) -> list[list[str]]:
    return [sorted(text.split()) for text in texts]


def test_columns_are_read_one_after_the_other(pages: Path) -> None:
    """The second column follows the first, the second page both."""
    text = source(pages / "columns.pdf").text
    places = [
        text.index(words)
        for words in (
            "Hearing on",
            "asked me about",
            "Mrs. Oduya: I was",
            "lower landing",
        )
    ]
    assert sorted(places) == places


def test_lines_and_hyphens_stay_as_printed(pages: Path) -> None:
    """A word parted at a line's end keeps its hyphen and the line end after it."""
    text = source(pages / "columns.pdf").text
    assert "before this commis-\nsion last spring" in text
    assert "twenty-\none" in text


def test_paragraphs_run_on_over_the_page(pages: Path) -> None:
    """A sentence begun on one page is one paragraph, its page number inside."""
    found = source(pages / "columns.pdf")
    paragraph = next(
        p.span
        for p in found.layout.paragraphs
        if "fish\nwould" in p.span.of(found.text)
    )
    assert paragraph.of(found.text).endswith("another department.")
    inside = [a for a in found.layout.asides if a.span in paragraph]
    assert ["page-number", "running-head"] == [aside.reason for aside in inside]
    assert found.parts[1].span.start == inside[1].span.start


def test_paragraphs_of_a_column_are_told_apart(pages: Path) -> None:
    """Fourteen paragraphs and a heading of two lines, though none is indented."""
    found = source(pages / "columns.pdf")
    starts = [p.span.of(found.text)[:12] for p in found.layout.paragraphs]
    assert 15 == len(starts)
    assert "Hearing on t" == starts[0]
    assert "If the commi" in starts


def test_heads_and_page_numbers_stand_aside(pages: Path) -> None:
    """What a browser prints above and below every page is no running text."""
    found = source(pages / "seed-chromium.pdf")
    reasons = [(a.reason, a.span.of(found.text)) for a in found.layout.asides]
    assert 7 * 4 == len(reasons)
    assert ("page-number", "3/7") in reasons
    assert 7 == sum("running-foot" == reason for reason, _ in reasons)
    assert 14 == sum("running-head" == reason for reason, _ in reasons)


def test_footnotes_are_anchored_at_their_marks(pages: Path) -> None:
    """The notes at the foot of either column belong to the raised marks above."""
    found = source(pages / "columns.pdf")
    marks = [
        (note.anchor.of(found.text), note.mark.of(found.text) if note.mark else "")
        for note in found.layout.notes
    ]
    assert [("1", "1"), ("2", "2"), ("3", "3")] == marks
    before = found.text[: found.layout.notes[1].anchor.start]
    assert before.endswith("while we were\nwriting.")
    assert (
        found.layout.notes[1]
        .body.of(found.text)
        .endswith("see the\nRegister of Works, leaf 12.")
    )


def test_bold_italic_and_raised_letters_are_told(pages: Path) -> None:
    """Styles come from the names of fonts, raised marks from their height."""
    found = source(pages / "columns.pdf")
    looks = {(run.style, run.span.of(found.text)) for run in found.layout.runs}
    assert (Style.BOLD, "Mrs. Oduya:") in looks
    assert (Style.ITALIC, "A Walk along the") in looks
    assert (Style.ITALIC, "Water") in looks
    assert (Style.SUPERSCRIPT, "3") in looks


def test_recognized_text_beneath_a_picture_is_read(pages: Path) -> None:
    """Unseen text over a scanned picture is the text of the page."""
    text = source(pages / "recognized.pdf").text
    assert "Comrade Enver Hoxha: Welcome, Comrade Ambassador." in text
