"""Formats on the command line: listed, chosen, overridden; archives and mails."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_encoder.readers import FORMATS, read

Cli = Callable[..., Result]

TURNS = "Ann: Good morning, {}.\n\nBo: Good morning.\n\nAnn: Well.\n\nBo: Well.\n"
PAGE = "<html><body>" + "".join(
    f"<p><b>{who}</b>: {said}</p>"
    for who, said in (("Ann", "Good day."), ("Bo", "Good day."), ("Ann", "Well."))
)


def archive(path: Path, members: dict[str, str]) -> Path:
    """Make a zip archive."""
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in members.items():
            packed.writestr(name, text)
    return path


def test_formats_say_what_is_kept_and_lost(cli: Cli) -> None:
    """Every format has its name, suffixes, and both lists; as JSON too."""
    lines = cli("formats").stdout.split("\n")
    table = json.loads(cli("formats", "--json").stdout)["read"]
    assert [row.name for row in FORMATS] == [row["name"] for row in table]
    for row in FORMATS:
        assert any(line.split() == [row.name, *row.suffixes] for line in lines)
    assert len(FORMATS) == sum(line.startswith("      keeps ") for line in lines)
    assert len(FORMATS) == sum(line.startswith("      loses ") for line in lines)


def test_the_content_is_believed(cli: Cli) -> None:
    """A page under the suffix of a text is read as a page, and that is said."""
    Path("a.txt").write_text(PAGE, "utf-8")
    result = cli("convert", "a.txt", "-o", "a.xml")
    assert result.exit_code == 0
    assert "RD105" in result.stderr
    assert "the suffix is .txt, but the content is a web page" in result.stderr


def test_from_overrides(cli: Cli) -> None:
    """The same page, asked for as text, keeps its tags."""
    Path("a.txt").write_text(PAGE, "utf-8")
    result = cli("convert", "a.txt", "--from", "text", "--save-text", "-o", "a.xml")
    assert "RD105" not in result.stderr
    result = cli("convert", "a.txt", "--from", "nosuch")
    assert (result.exit_code, "there is no 'nosuch'" in result.stderr) == (2, True)


def test_a_folder_is_searched_for_every_format(cli: Cli) -> None:
    """Texts, pages and Markdown are records; results and tables are none."""
    Path("in").mkdir()
    for name, text in (
        ("a.txt", TURNS),
        ("b.html", PAGE),
        ("c.md", TURNS),
        ("d.xml", "<x/>"),
        ("e.csv", "file,id\n"),
    ):
        Path("in", name).write_text(text, "utf-8")
    assert cli("convert", "in", "-o", "out").exit_code == 0
    assert ["a.xml", "b.xml", "c.xml"] == sorted(
        p.name for p in Path("out").glob("*.xml")
    )


def test_reading_texts_beside_records_are_no_inputs(cli: Cli) -> None:
    """A folder that holds its own results is converted again without trouble."""
    Path("in").mkdir()
    Path("in", "b.html").write_text(PAGE, "utf-8")
    for _ in range(2):
        result = cli("convert", "in", "-o", "in", "--save-text")
        assert (result.exit_code, Path("in/b.txt").exists()) == (0, True)
    assert "1 unchanged" in result.stderr


def test_an_archive_is_a_folder(cli: Cli) -> None:
    """Each member is a source of its own, in a folder of the archive's name."""
    archive(Path("in.zip"), {"a.txt": TURNS, "sub/b.html": PAGE, "c.png": "x"})
    result = cli("convert", "in.zip", "-o", "out/", "--save-text")
    assert result.exit_code == 0
    found = sorted(path.as_posix() for path in Path("out").rglob("*.xml"))
    assert found == ["out/in.zip/a.xml", "out/in.zip/sub/b.xml"]
    again = cli("convert", "in.zip", "-o", "out/", "--save-text")
    assert "unchanged" in again.stderr
    for stem in ("a", "sub/b"):
        verdict = cli(
            "verify", f"out/in.zip/{stem}.xml", "--text", f"out/in.zip/{stem}.txt"
        )
        assert verdict.exit_code == 0


def test_a_bad_member_stops_no_other(cli: Cli) -> None:
    """An archive within the archive is refused by its name."""
    inner = archive(Path("b.zip"), {"x.txt": TURNS})
    with zipfile.ZipFile("in.zip", "w") as packed:
        packed.writestr("a.txt", TURNS)
        packed.write(inner, "b.zip")
    result = cli("convert", "in.zip", "-o", "out/")
    assert (result.exit_code, Path("out/in.zip/a.xml").exists()) == (2, True)
    assert "in.zip/b.zip: an archive within an archive is not opened" in result.stderr


@pytest.mark.parametrize("data", [b"PK\x03\x04 torn", b"PK\x05\x06" + b"\0" * 18])
def test_a_damaged_or_empty_archive_is_told(cli: Cli, data: bytes) -> None:
    """The archive itself is named, with a remedy."""
    Path("in.zip").write_bytes(data)
    result = cli("convert", "in.zip", "-o", "out/")
    assert result.exit_code == 2
    assert "in.zip" in result.stderr


def test_a_mail_comes_with_what_is_attached(cli: Cli) -> None:
    """The mail is a record, and so is each attachment that can be read."""
    Path("in.eml").write_text(
        "Message-ID: <1@x>\nFrom: Ann <a@x>\nTo: Bo <b@x>\nMIME-Version: 1.0\n"
        "Content-Type: multipart/mixed; boundary=B\n\n--B\n\n"
        + TURNS
        + "\n--B\nContent-Disposition: attachment; filename=memo.txt\n\n"
        + TURNS
        + "\n--B--\n",
        "utf-8",
    )
    result = cli("convert", "in.eml", "-o", "out/")
    assert result.exit_code == 0
    found = sorted(path.as_posix() for path in Path("out").rglob("*.xml"))
    assert found == ["out/in.eml/memo.xml", "out/in.xml"]


def test_verify_reads_the_original_file(cli: Cli) -> None:
    """The page itself proves the TEI, as its saved reading text does."""
    Path("a.html").write_text(PAGE, "utf-8")
    assert cli("convert", "a.html", "-o", "a.xml", "--save-text").exit_code == 0
    assert cli("verify", "a.xml", "--text", "a.html").exit_code == 0
    assert cli("verify", "a.xml", "--text", "a.txt").exit_code == 0
    Path("a.html").write_text(PAGE.replace("Well", "Hm"), "utf-8")
    assert cli("verify", "a.xml", "--text", "a.html").exit_code == 2


def test_a_text_that_looks_like_a_page_is_still_verified(cli: Cli) -> None:
    """A reading text is plain text, whatever it begins with."""
    text = "<html> is what Ann said.\n\n" + TURNS
    Path("a.txt").write_text(text, "utf-8")
    assert cli("convert", "a.txt", "--from", "text", "-o", "a.xml").exit_code == 0
    assert cli("verify", "a.xml", "--text", "a.txt").exit_code == 0
    assert read(text.encode(), "a.txt").value.reader == "html"
