"""The seed, as word processors save it: the same record as from plain text."""

import difflib
import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tei_encoder.model.source import Source
from tei_encoder.pipeline import Conversion, convert
from tei_encoder.readers import read
from tei_encoder.readers.office.libreoffice import is_installed
from tei_encoder.stages import Settings

TEI = "{http://www.tei-c.org/ns/1.0}"
needs_libreoffice = pytest.mark.skipif(
    not is_installed(), reason="LibreOffice is not installed"
)
THROUGH_LIBREOFFICE = [
    pytest.param(name, marks=[needs_libreoffice, pytest.mark.slow])
    for name in ("seed.rtf", "seed.doc")
]
DIRECT = ["seed.docx", "seed.odt", "seed.fodt", "seed-pandoc.docx", "seed-pandoc.odt"]
RICH = ["rich.docx", "rich.odt", "rich-pandoc.docx", "rich-pandoc.odt"]


@pytest.fixture(scope="module")
def office(root: Path) -> Path:
    """Give the folder of files that word processors saved."""
    return root / "tests" / "fixtures" / "office"


@pytest.fixture(scope="module")
def expected(seed: Path) -> list[list[str]]:
    """Give the words of the utterances of the plain text."""
    return utterances(convert(source(seed), Settings()))


def source(path: Path) -> Source:
    """Read a file."""
    return read(path.read_bytes(), path.name).value


def utterances(conversion: Conversion) -> list[list[str]]:
    """Give the words of each utterance, paragraphs apart."""
    root = conversion.results[0].document.root
    return [
        " ".join("".join(map(str, seg.itertext())) for seg in u).split()
        for u in root.iter(f"{TEI}u")
    ]


@pytest.mark.parametrize("name", [*DIRECT, *THROUGH_LIBREOFFICE])
def test_the_utterances_are_those_of_the_plain_text(
    office: Path, expected: list[list[str]], name: str
) -> None:
    """Eighteen utterances, the same words in each; certified and valid."""
    conversion = convert(source(office / name), Settings())
    assert 18 == len(expected)
    assert expected == utterances(conversion)
    assert [True] == [result.sound for result in conversion.results]


@pytest.mark.parametrize("name", RICH)
def test_rich_files_are_certified_and_valid(office: Path, name: str) -> None:
    """Notes, tables, lists, changes and asides keep every character."""
    conversion = convert(source(office / name), Settings())
    assert [True] == [result.sound for result in conversion.results]


@pytest.mark.parametrize("name", [*DIRECT, *RICH])
def test_pandoc_finds_the_same_words(office: Path, name: str) -> None:
    """An independent extractor finds no word that the reading text lacks.

    It shows hidden text, and counts footnotes and endnotes together.
    """
    if name.endswith("fodt") or shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed, or does not read this format")
    command = ["pandoc", "-t", "html", "--track-changes=all", str(office / name)]
    made = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    shown = re.sub(r"(?s)<span[^>]*comment-start.*?</span>|<[^>]*>|↩︎", "", made)
    theirs = html.unescape(shown.replace("</p>", " "))
    assert lost(theirs, source(office / name)) <= {"SECRET", "that", "part2"}


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("name", ["seed.docx", "seed.odt", "rich.docx", "rich.odt"])
def test_libreoffice_finds_the_same_words(
    office: Path, tmp_path: Path, name: str
) -> None:
    """LibreOffice as text finds no word that the reading text lacks.

    It shows hidden text.
    """
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    made = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    command = ["soffice", profile, "--headless", *made, str(office / name)]
    subprocess.run(command, check=True, capture_output=True)
    theirs = (tmp_path / f"{name.partition('.')[0]}.txt").read_text("utf-8-sig")
    assert lost(theirs, source(office / name)) <= {"SECRET", "that"}


def lost(theirs: str, ours: Source) -> set[str]:
    """Give the words of another extractor that we lack, or have in another order."""
    others, mine = (re.findall(r"\w+", text) for text in (theirs, ours.text))
    matcher = difflib.SequenceMatcher(None, others, mine, autojunk=False)
    return {
        word
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in {"delete", "replace"}
        for word in others[start:end]
    }
