"""What the readers of office files share, and the formats LibreOffice reads."""

from hashlib import sha256
from pathlib import Path

import pytest

from tei_encoder.errors import MissingExtraError, ReadError
from tei_encoder.model.layout import Style
from tei_encoder.readers import RULES, doc, read, rtf
from tei_encoder.readers.office import libreoffice, losses
from tei_encoder.readers.office.converted import read_converted
from tei_encoder.readers.office.measures import points, whole
from tei_encoder.readers.office.numerals import numeral
from tei_encoder.readers.office.rules import RULES as OURS
from tei_encoder.readers.office.symbol_fonts import spelled_out, symbol

needs_libreoffice = pytest.mark.skipif(
    not libreoffice.is_installed(), reason="LibreOffice is not installed"
)


@pytest.fixture
def office(root: Path) -> Path:
    """Give the folder of files that word processors saved."""
    return root / "tests" / "fixtures" / "office"


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take LibreOffice off the PATH."""
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize(
    ("number", "name", "written"),
    [
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (28, "lowerLetter", "bb"),
        (26, "upperLetter", "Z"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (7, "decimalZero", "07"),
        (5, "chicago", "**"),
        (20, "decimalEnclosedCircle", "⑳"),
        (3, "russianLower", "в"),
        (3, "hebrew2", None),
        (99_999, "lowerLetter", "99999"),
        (0, "upperRoman", "0"),
    ],
)
def test_numerals(number: int, name: str, written: str | None) -> None:
    """Numbers are written as the page shows them, or not at all."""
    assert written == numeral(number, name)


def test_measures() -> None:
    """Bare numbers are twentieths of a point; damage is no length."""
    assert [36.0, 36.0, 72.0, 28.35, 0.0, 0.0] == [
        points(length) for length in ("720", "36pt", "1in", "1cm", "x", "nan")
    ]
    assert [7, 0, 3] == [whole("7"), whole(None), whole("1" * 30, 3)]


def test_symbols() -> None:
    """Known ones in Unicode, with or without offset; others stay where they are."""
    assert "••α" == symbol(0xB7, "Symbol") + symbol(0xF0B7, "symbol") + symbol(
        97, "Symbol"
    )
    assert "\uf041" == symbol(0x41, "Unheard Of")
    assert "a → é" == spelled_out("a \uf0ae é", "Symbol")


def test_each_loss_has_its_message() -> None:
    """What is counted can be said; all rules are joined with those of readers."""
    found = losses.Losses()
    for rule in OURS[:10]:
        found.count(rule, 2)
    assert ["2"] * 10 == [d.message.partition("(")[2][0] for d in found.diagnostics()]
    assert set(OURS) <= set(RULES)


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["rtf", "doc"])
def test_libreoffice_reads_what_it_saved(office: Path, suffix: str) -> None:
    """The words and their looks are those of the same file saved as DOCX."""
    data = (office / f"rich.{suffix}").read_bytes()
    outcome = read(data, f"/a/rich.{suffix}")
    expected = read((office / "rich.docx").read_bytes(), "a.docx").value.text
    made = outcome.value
    assert suffix == made.reader
    assert expected.replace(".", ". ").split() == made.text.replace(".", ". ").split()
    assert "read-through-libreoffice" == outcome.diagnostics[0].rule.name
    assert Style.SMALL_CAPS in {run.style for run in made.layout.runs}


DATED = (
    rb"{\rtf1\ansi On {\field{\*\fldinst { DATE \\@ d }}{\fldrslt {September 7, 1966}}}"
    rb" in {\field{\*\fldinst FILENAME \\p }{\fldrslt C:\\old.doc}}.\par}"
)


@needs_libreoffice
def test_dates_of_rtf_are_those_it_stores() -> None:
    """LibreOffice would print today's date, and its own name of the file."""
    outcome = read(DATED, "a.rtf")
    assert "On September 7, 1966 in C:\\old.doc." == outcome.value.text
    assert sha256(DATED).hexdigest() == outcome.value.bytes_sha256


@pytest.mark.slow
@needs_libreoffice
def test_a_date_computed_anew_is_no_text() -> None:
    """Where the stored result is lost, nothing is invented, and so it is said."""
    outcome = read_converted(DATED, "a.rtf", reader="rtf")
    assert "On  in ." == outcome.value.text
    assert "fields without a stored result (2)" == outcome.diagnostics[1].message


@pytest.mark.slow
@needs_libreoffice
def test_the_same_bytes_give_the_same_source(office: Path) -> None:
    """Neither the clock nor a temporary folder leaves a trace."""
    data = (office / "rich.rtf").read_bytes()
    assert read(data, "a.rtf") == read(data, "a.rtf")


@needs_libreoffice
def test_what_libreoffice_cannot_read_is_refused() -> None:
    """The error names the file and what to do."""
    with pytest.raises(ReadError, match="LibreOffice cannot read it") as caught:
        doc.read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc")
    assert "a.doc" == caught.value.place


@pytest.mark.usefixtures("without_libreoffice")
def test_old_word_files_need_libreoffice(office: Path) -> None:
    """The error names it."""
    with pytest.raises(ReadError, match="needs LibreOffice"):
        read((office / "seed.doc").read_bytes(), "seed.doc")


@pytest.mark.usefixtures("without_libreoffice")
def test_rtf_without_libreoffice_is_its_words(office: Path, seed: Path) -> None:
    """The words are all there, and what is lost is said."""
    outcome = read((office / "seed.rtf").read_bytes(), "seed.rtf")
    assert seed.read_text("utf-8").split() == outcome.value.text.split()
    assert ["plain-rtf"] == [d.rule.name for d in outcome.diagnostics]


@pytest.mark.usefixtures("without_libreoffice")
def test_cells_of_rtf_are_parted_by_tabs() -> None:
    """No vertical bar is invented."""
    data = rb"{\rtf1\ansi\trowd a\cell b\cell\row\pard after\par}"
    assert "a\tb\t\n\nafter" == rtf.read(data, "a.rtf").value.text


@pytest.mark.usefixtures("without_libreoffice")
def test_rtf_without_anything_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The remedy is a command."""
    monkeypatch.setitem(__import__("sys").modules, "striprtf.striprtf", None)
    with pytest.raises(MissingExtraError, match=r"tei-encoder\[rtf\]"):
        rtf.read(rb"{\rtf1 a}", "a.rtf")


def test_other_files_are_no_rtf_and_no_doc() -> None:
    """`--from` does not make them so."""
    with pytest.raises(ReadError, match="no RTF"):
        rtf.read(b"text", "a")
    with pytest.raises(ReadError, match="no old Word"):
        doc.read(b"text", "a")
