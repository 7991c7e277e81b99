"""`convert`, many inputs: a report, nothing twice, and no bad file stops the rest."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]


def report() -> list[dict[str, str]]:
    """Give the rows of the report."""
    with Path("out/report.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def written() -> dict[str, bytes]:
    """Give the TEI files in the output folder."""
    files = sorted(Path("out").rglob("*.xml"))
    return {path.relative_to("out").as_posix(): path.read_bytes() for path in files}


def test_a_folder_becomes_a_folder(cli: Cli, texts: Path) -> None:
    """Every text has its TEI at the same place, and its row in the report."""
    result = cli("convert", texts, "-o", "out")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "3 of 3 inputs converted; see out/report.csv" in result.stderr
    assert list(written()) == ["a.xml", "b.xml", "sub/c.xml"]
    rows = report()
    assert [row["file"] for row in rows] == ["a.txt", "b.txt", "sub/c.txt"]
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert {(row["turns"], row["speakers"]) for row in rows} == {("4", "2")}
    assert {(row["certified"], row["valid"]) for row in rows} == {("yes", "yes")}


def test_processes_change_nothing(cli: Cli, texts: Path) -> None:
    """Two processes give the bytes and the report of one."""
    cli("convert", texts, "-o", "out")
    one = written(), report()
    cli("convert", texts, "-o", "out", "--jobs", "2", "--again")
    assert one == (written(), report())


def test_unchanged_inputs_are_skipped(cli: Cli, texts: Path) -> None:
    """The second run converts what changed alone; the report is complete."""
    cli("convert", texts, "-o", "out")
    first = report()
    assert "(3 unchanged)" in cli("convert", texts, "-o", "out").stderr
    assert first == report()
    changed = texts / "b.txt"
    changed.write_text(changed.read_text() + "\nAmbassador Example: Yes.\n")
    assert "(2 unchanged)" in cli("convert", texts, "-o", "out").stderr
    assert [row["turns"] for row in report()] == ["4", "5", "4"]


def test_other_settings_convert_again(cli: Cli, texts: Path) -> None:
    """A change of options is a change."""
    cli("convert", texts, "-o", "out")
    result = cli("convert", texts, "-o", "out", "--speech", "sp")
    assert "unchanged" not in result.stderr
    assert all(b"<sp " in data for data in written().values())


def test_a_deleted_or_edited_output_is_made_again(cli: Cli, texts: Path) -> None:
    """What is not as it was written does not count as done."""
    cli("convert", texts, "-o", "out")
    before = written()
    Path("out/a.xml").unlink()
    Path("out/b.xml").write_bytes(b"edited")
    assert "(1 unchanged)" in cli("convert", texts, "-o", "out").stderr
    assert before == written()


@pytest.mark.parametrize("name", ["concise", "json", "sarif"])
def test_a_skipped_finding_still_counts(cli: Cli, name: str) -> None:
    """A second run has the exit code and the findings of the first, in their places."""
    Path("in").mkdir()
    Path("in/prose.txt").write_bytes(b"The Minister na\xc3\xaf\n\xef\xbf\xbd agreed.\n")
    args = ("--fail-on", "warning", "--message-format", name)
    first, second = (cli("convert", "in", "-o", "out", *args) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (1, 1)
    told = first.stderr.replace("input converted", "input converted (1 unchanged)")
    assert told == second.stderr
    assert "RD103" in second.stderr


def test_one_bad_file_never_stops_the_others(cli: Cli, texts: Path) -> None:
    """It has its message, its row and exit code 2; the rest is written."""
    (texts / "a.txt").write_bytes(b"")
    (texts / "sub" / "bad.txt").write_bytes(b"\xef\xbb\xbf\xff")
    result = cli("convert", texts, "-o", "out", "-j", "2")
    assert result.exit_code == 2
    assert list(written()) == ["b.xml", "sub/c.xml"]
    assert "2 of 4 inputs converted, 2 failed" in result.stderr
    assert "texts/sub/bad.txt: byte 0xFF at offset 3" in result.stderr
    rows = report()
    assert [row["certified"] for row in rows] == ["no", "yes", "no", "yes"]
    assert "the file is empty" in rows[0]["error"]
    result = cli("convert", texts, "-o", "out")
    assert (result.exit_code, "(2 unchanged)" in result.stderr) == (2, True)


def test_an_unreadable_folder_never_stops_the_others(
    cli: Cli, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has its message, its row and exit code 2; the rest is written."""
    here = Path.cwd()
    monkeypatch.chdir(texts / "sub")
    for _ in range(20):  # too deep for a path: even the administrator cannot read it
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
    monkeypatch.chdir(here)
    result = cli("convert", texts, "-o", "out")
    assert result.exit_code == 2
    assert list(written()) == ["a.xml", "b.xml", "sub/c.xml"]
    assert "3 of 4 inputs converted, 1 failed" in result.stderr
    errors = [row["error"] for row in report()]
    assert ["the folder cannot be read: " in error for error in errors] == [
        *[False] * 3,
        True,
    ]


def test_several_inputs_need_a_folder(cli: Cli, texts: Path) -> None:
    """Without `-o`, with `-o -` or with a file, nothing is converted."""
    Path("file.xml").write_bytes(b"old")
    for args in ([], ["-o", "-"], ["-o", "file.xml"], ["-o", "new.xml"]):
        result = cli("convert", texts, *args)
        assert (result.exit_code, "folder" in result.stderr) == (2, True)
    assert not Path("new.xml").exists()
    assert Path("file.xml").read_bytes() == b"old"


def test_two_records_with_one_id_are_an_error_before_anything(
    cli: Cli, texts: Path
) -> None:
    """Nothing is written, not even the folder; a table of ids settles it."""
    (texts / "sub" / "a.txt").write_text((texts / "a.txt").read_text())
    result = cli("convert", texts, "-o", "out")
    assert (result.exit_code, Path("out").exists()) == (2, False)
    assert "would both have the id 'a'" in result.stderr
    Path("ids.csv").write_text("file,id,publication.publisher\nsub/a.txt,a-two,Press\n")
    result = cli("convert", texts, "-o", "out", "--metadata", "ids.csv")
    assert result.exit_code == 0
    assert [row["id"] for row in report()] == ["a", "b", "a-two", "c"]
    assert b"Press" in written()["sub/a.xml"]


def test_the_output_folder_may_lie_among_the_inputs(cli: Cli, texts: Path) -> None:
    """Reading texts that were saved there are not converted in the next run."""
    for _ in range(2):
        result = cli("convert", texts, "-o", texts / "tei", "--save-text")
        assert result.exit_code == 0
    assert "3 of 3 inputs converted (3 unchanged)" in result.stderr
    assert (texts / "tei/sub/c.txt").read_bytes() == (texts / "sub/c.txt").read_bytes()


def test_dry_run_of_a_folder_writes_nothing(cli: Cli, texts: Path) -> None:
    """Every input and its output are listed."""
    result = cli("convert", texts, "-o", "out", "-n")
    assert result.stdout.split("\n")[0] == "texts/a.txt -> out/a.xml"
    assert "3 of 3 inputs would be converted; nothing is written" in result.stderr
    assert not Path("out").exists()


def test_rows_for_no_input_are_told(cli: Cli, texts: Path) -> None:
    """A mistyped file name in a table does not lose its metadata in silence."""
    Path("ids.csv").write_text("file,id\na.txt,first\nb.text,second\n")
    result = cli("convert", texts, "-o", "out", "--metadata", "ids.csv")
    assert "note: ids.csv has rows for no input: b.text" in result.stderr
    assert [row["id"] for row in report()] == ["first", "b", "c"]


@pytest.mark.parametrize("name", ["report.csv", ".tei-encoder.jsonl"])
def test_what_stands_beside_the_tei_overwrites_no_input(
    cli: Cli, texts: Path, name: str
) -> None:
    """The report and the ledger spare the file of metadata, also under a link."""
    Path("out").mkdir()
    table = Path("table.csv")
    table.write_text("file,id\na.txt,zz\n")
    Path("out", name).hardlink_to(table)
    result = cli("convert", texts, "-o", "out", "--metadata", "table.csv")
    assert (result.exit_code, written()) == (2, {})
    assert "would overwrite the input table.csv" in result.stderr
    assert table.read_text() == "file,id\na.txt,zz\n"


@pytest.mark.parametrize("content", [b"", b"year,sum\n1966,3\n", b"\xff\xfe"])
def test_a_report_of_somebody_else_is_kept(
    cli: Cli, texts: Path, content: bytes
) -> None:
    """A file that happens to be called report.csv is refused, with a remedy."""
    Path("out").mkdir()
    Path("out/report.csv").write_bytes(content)
    result = cli("convert", texts, "-o", "out")
    assert (result.exit_code, written()) == (2, {})
    assert "help: move or rename it" in result.stderr
    assert Path("out/report.csv").read_bytes() == content


def test_tables_in_a_folder_are_not_passed_over_in_silence(
    cli: Cli, texts: Path
) -> None:
    """A folder is not searched for CSV, which may be anything; that is told."""
    (texts / "turns.csv").write_text("speaker,text\nAnn,Hello\n", encoding="utf-8")
    told = cli("convert", texts, "-o", "out").stderr
    assert "note: folders are not searched for .csv" in told
    assert "not searched" not in cli("convert", texts, "-o", "out", "-q").stderr
