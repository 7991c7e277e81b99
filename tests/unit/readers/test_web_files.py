"""Pages and Markdown as other programs write them."""

import gzip
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from tei_encoder.model.layout import Layout, NoteKind, Style
from tei_encoder.model.source import Source, Span
from tei_encoder.readers import read

WEB = Path(__file__).resolve().parents[2] / "fixtures" / "web"
TALKS = ("talk-pandoc.html", "talk-writer.html", "talk.md")
SEEDS = ("seed-pandoc.html", "seed-writer.html", "seed.md")


def fixture(name: str) -> bytes:
    """Give the bytes of a fixture, packed or not."""
    packed = WEB / f"{name}.gz"
    return (
        gzip.decompress(packed.read_bytes())
        if packed.exists()
        else (WEB / name).read_bytes()
    )


def source_of(name: str) -> Source:
    """Read a fixture."""
    return read(fixture(name), name).value


def words(source: Source, spans: list[Span]) -> list[str]:
    """Give the words of spans."""
    return [span.of(source.text) for span in spans]


def letters(text: str) -> str:
    """Give letters and digits alone, as an extractor may print them otherwise."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))


@pytest.mark.parametrize("name", [*SEEDS, *TALKS, "archive-page-chromium.html"])
def test_an_independent_extractor_finds_the_same_words(name: str) -> None:
    """Pandoc gives the same letters in the same order."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    kind = "gfm" if name.endswith(".md") else "html"
    found = subprocess.run(
        [pandoc, "-f", kind, "-t", "plain", "--wrap=none"],
        input=fixture(name),
        stdout=subprocess.PIPE,
        check=True,
    )
    expected = letters(found.stdout.decode())
    for hidden in ("Draftofafifthturn", "PleaseenableJavaScript"):
        expected = expected.replace(hidden.casefold(), "")
    assert expected == letters(source_of(name).text)


@pytest.mark.parametrize("name", TALKS)
def test_notes_are_anchored(name: str) -> None:
    """Both notes stand at their marks, with bodies that begin with theirs."""
    source = source_of(name)
    notes = source.layout.notes
    assert ["1", "2"] == words(source, [note.anchor for note in notes])
    bodies = [" ".join(body.split()) for body in words(source, [n.body for n in notes])]
    assert [body.lstrip("12. ") for body in bodies] == [
        "Spoken at the door.",
        "It was sold in 1962. To whom is not known.",
    ]
    marks = [note.mark.of(source.text).strip(".") for note in notes if note.mark]
    assert ["1", "2"] == marks
    assert {NoteKind.FOOTNOTE} == {note.kind for note in notes}


@pytest.mark.parametrize("name", TALKS)
def test_the_table_has_its_cells(name: str) -> None:
    """Rows and cells are there, the empty cell too; the first row is a header."""
    source = source_of(name)
    (table,) = source.layout.tables
    rows = [words(source, list(row)) for row in table.rows]
    assert [["Field", "Acres", "Crop"], ["North", "12", "barley"]] == rows[:2]
    assert (["South", "7", ""], 1) == (rows[2], table.header_rows)
    assert table.span.of(source.text) == "\n".join(map("\t".join, rows))


@pytest.mark.parametrize("name", TALKS)
def test_lists_have_their_numbers_and_bullets(name: str) -> None:
    """What is printed before an item stands before it."""
    source = source_of(name)
    found = [
        (each.ordered, words(source, list(each.items))) for each in source.layout.lists
    ]
    assert found == [
        (True, ["1. the barley,", "2. the rye, and", "3. the wheat oats."]),
        (False, ["• bread", "• salt"]),
    ]


@pytest.mark.parametrize("name", TALKS)
def test_styles_links_and_headings_are_kept(name: str) -> None:
    """Runs, the link and the heading have the words that they had."""
    source = source_of(name)
    layout: Layout = source.layout
    runs = {(run.span.of(source.text), run.style) for run in layout.runs}
    assert {
        ("harvest", Style.ITALIC),
        ("Town Hall", Style.BOLD),
        ("three", Style.ITALIC),
        ("2", Style.SUBSCRIPT),
        ("nd", Style.SUPERSCRIPT),
        ("wheat", Style.STRIKE),
    } <= runs
    links = [(link.span.of(source.text), link.target) for link in layout.links]
    assert [("minutes", "https://example.org/minutes")] == links
    headings = {p.span.of(source.text): p.level for p in layout.paragraphs if p.level}
    assert headings == {"Talk about the harvest": 1}


def test_a_saved_page_sets_its_furniture_aside() -> None:
    """Navigation, banner, related links and footer are no part of the record."""
    outcome = read(fixture("archive-page-chromium.html"), "page.html")
    source = outcome.value
    asides = [(a.reason, a.span.of(source.text)) for a in source.layout.asides]
    assert asides == [
        ("navigation", "Skip to main content"),
        ("furniture", "The Town Archive\n\nHome\nDocuments\nAbout"),
        ("furniture", "We use cookies.\n\nAccept"),
        ("navigation", "Home / Documents"),
        ("navigation", "Back"),
        ("furniture", "Related documents\n\nDocument 8\nDocument 9"),
        ("furniture", "© The Town Archive 2021. Terms"),
    ]
    hidden = [d.message for d in outcome.diagnostics if d.rule.code == "RD110"]
    assert hidden == ["2 hidden elements left out (47 characters)"]


def test_a_saved_page_keeps_its_record() -> None:
    """What is not set aside is the record: title, date, turns and the note."""
    source = source_of("archive-page-chromium.html")
    outside = [
        p.span.of(source.text)
        for p in source.layout.paragraphs
        if not any(p.span in aside.span for aside in source.layout.asides)
    ]
    assert outside == [
        "Talk about the Harvest",
        "May 3, 1961",
        "Ms. Reed: Welcome, and please sit.1",
        "Mr. Stone: Thank you. It is very good to see you all here.",
        "Ms. Reed: Then let us begin with the barley.",
        "Mr. Stone: The barley stands well.",
        "1. Spoken at the door. Back",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seed-pandoc.html", "seed-writer.html"])
def test_writer_finds_the_same_words(name: str, tmp_path: Path) -> None:
    """LibreOffice Writer opens the page with the same letters in the same order."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice Writer is not installed")
    (tmp_path / name).write_bytes(fixture(name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = ("--infilter=HTML (StarWriter)", "--convert-to", "txt:Text (encoded):UTF8")
    command = ("soffice", profile, "--headless", *kind, "--outdir", str(tmp_path))
    subprocess.run([*command, str(tmp_path / name)], check=True, capture_output=True)
    text = (tmp_path / name).with_suffix(".txt").read_text("utf-8")
    assert letters(text) == letters(source_of(name).text)
