"""`diff`: two runs over the same texts."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Cli = Callable[..., Result]


def test_two_runs(cli: Cli, texts: Path) -> None:
    """Nothing changes between two runs; a changed date is told with exit code 1."""
    for folder in ("old", "new"):
        assert cli("convert", texts, "-o", folder).exit_code == 0
    assert cli("diff", "old", "new").exit_code == 0
    changed = next(Path("new").glob("*.xml"))
    tei = changed.read_text(encoding="utf-8")
    changed.write_text(tei.replace("Good morning.", "Good day.", 1), encoding="utf-8")
    found = cli("diff", "old", "new", "--format", "json")
    assert found.exit_code == 1
    files = json.loads(found.stdout)["files"]
    assert [file["file"] for file in files] == [changed.name]
    assert {"utterances", "speakers"} == {c["phenomenon"] for c in files[0]["changes"]}


def test_a_page_in_a_file(cli: Cli, texts: Path) -> None:
    """The page is written whole, and says the same as the text."""
    assert cli("convert", texts, "-o", "old").exit_code == 0
    assert cli("diff", "old", "old", "--format", "html", "-o", "a.html").exit_code == 0
    page = Path("a.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")


def test_a_broken_file_is_told(cli: Cli, texts: Path) -> None:
    """A file that cannot be read is named, and the exit code is 2."""
    assert cli("convert", texts, "-o", "old").exit_code == 0
    assert cli("convert", texts, "-o", "new").exit_code == 0
    broken = next(Path("new").glob("*.xml"))
    broken.write_text("<TEI", encoding="utf-8")
    found = cli("diff", "old", "new")
    assert found.exit_code == 2
    assert f"{broken.name}: not compared" in found.stdout


def test_what_is_no_pair(cli: Cli, texts: Path) -> None:
    """A path that does not exist, or a file beside a folder, is refused."""
    assert cli("diff", texts, "none").exit_code == 2
    assert cli("diff", texts, texts / "a.txt").exit_code == 2


def test_convert_compares_with_an_earlier_run(cli: Cli, texts: Path) -> None:
    """After a run in the other mode the utterances are the same."""
    assert cli("convert", texts, "-o", "old").exit_code == 0
    assert cli("convert", texts, "-o", "new", "--speech", "sp").exit_code == 0
    again = cli("convert", texts, "-o", "new", "--compare-with", "old")
    assert again.exit_code == 0
    counts = next(x for x in again.stdout.splitlines() if x.startswith("utterances"))
    assert counts.split()[1:] == ["12", "12", "0", "0", "0"]
    refused = cli("convert", texts / "a.txt", "--compare-with", "old")
    assert "needs a file or folder" in refused.output
