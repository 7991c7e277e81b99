"""`validate`, `verify` and `schema`."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

SCHEMA = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><element name="a"><empty/></element></start>
</grammar>
"""


@pytest.fixture
def tei(cli: Cli, memo: Path) -> Path:
    """Give the TEI of the small record."""
    assert cli("convert", memo, "-o", "memo.xml").exit_code == 0
    return Path("memo.xml")


def test_what_we_convert_is_valid(cli: Cli, tei: Path) -> None:
    """Exit code 0, and the count on standard error."""
    result = cli("validate", tei, "--schema", "conversation")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 of 1 files valid" in result.stderr


def test_a_mistake_is_shown_on_standard_output(cli: Cli, tei: Path) -> None:
    """The finding is the data of this command; exit code 2."""
    broken = tei.read_text(encoding="utf-8").replace("<u ", "<laughter ", 1)
    tei.write_text(broken.replace("</u>", "</laughter>", 1), encoding="utf-8")
    result = cli("validate", tei, "--schema", "conversation")
    assert result.exit_code == 2
    assert "laughter" in result.stdout
    assert "--> memo.xml:" in result.stdout


def test_json_has_a_verdict_per_file(cli: Cli, tei: Path) -> None:
    """Bad files stand beside good ones, each with its verdict."""
    Path("bad.xml").write_text("<TEI><p></TEI>", encoding="utf-8")
    result = cli(
        *("validate", ".", "--schema", "conversation", "--message-format", "json")
    )
    documents = {d["file"]: d for d in json.loads(result.stdout)["documents"]}
    assert result.exit_code == 2
    assert documents[str(tei)]["valid"] is True
    assert documents["bad.xml"]["valid"] is False
    assert documents["bad.xml"]["diagnostics"][0]["line"] == 1


def test_verify_proves_and_disproves(cli: Cli, memo: Path, tei: Path) -> None:
    """One changed letter in the TEI is found; exit code 2."""
    assert cli("verify", tei, "--text", memo).exit_code == 0
    changed = tei.read_bytes().replace(b"Shall we begin", b"Shall we begun")
    Path("changed.xml").write_bytes(changed)
    result = cli("verify", "changed.xml", "--text", memo)
    assert result.exit_code == 2
    assert "--> changed.xml" in result.stdout or "--> memo.txt" in result.stdout


def test_verify_refuses_another_text(cli: Cli, tei: Path) -> None:
    """A text whose digest is not the recorded one is told apart."""
    Path("other.txt").write_text("Something else.\n", encoding="utf-8")
    result = cli("verify", tei, "--text", "other.txt")
    assert (result.exit_code, "SHA-256" in result.stdout) == (2, True)


def test_verify_reads_the_text_as_convert_did(cli: Cli, memo: Path) -> None:
    """A text in a code page is decoded alike by both."""
    text = memo.read_text(encoding="utf-8").replace("thank you", "déjà reçu, à bientôt")
    Path("old.txt").write_bytes(text.encode("cp1252"))
    assert cli("convert", "old.txt", "-o", "old.xml").exit_code == 0
    assert cli("verify", "old.xml", "--text", "old.txt").exit_code == 0


@pytest.mark.parametrize("args", [["none.xml", "--text", "memo.txt"], ["memo.xml"]])
def test_verify_needs_two_files(cli: Cli, tei: Path, args: list[str]) -> None:
    """A missing file or option is an error of use."""
    assert tei.exists()
    assert cli("verify", *args).exit_code == 2


def test_a_schema_is_kept_and_used(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`schema add` from a file, `list`, `show`, `validate --schema`, `remove`."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    Path("mine.rng").write_text(SCHEMA, encoding="utf-8")
    Path("a.xml").write_text("<a/>", encoding="utf-8")
    assert cli("schema", "add", "mine", "mine.rng").exit_code == 0
    listed = cli("schema", "list").stdout.splitlines()
    assert listed[0].startswith("conversation  ")
    assert listed[1].startswith("mine  -  ")
    assert "origin: mine.rng" in cli("schema", "show", "mine").stdout
    assert cli("validate", "a.xml", "--schema", "mine").exit_code == 0
    assert cli("schema", "remove", "mine").exit_code == 0
    result = cli("validate", "a.xml", "--schema", "mine")
    assert (result.exit_code, "there is no schema 'mine'" in result.stderr) == (2, True)


def test_schematron_phase(cli: Cli) -> None:
    """A phase chooses the rules; one that no file has is refused with the known."""
    Path("a.xml").write_text("<a/>", encoding="utf-8")
    Path("a.sch").write_text(
        """<schema xmlns="http://purl.oclc.org/dsdl/schematron">
        <phase id="quick"><active pattern="light"/></phase>
        <pattern id="light"><rule context="a"><report test="true()">light</report>
        </rule></pattern>
        <pattern id="heavy"><rule context="a"><report test="true()">heavy</report>
        </rule></pattern></schema>""",
        encoding="utf-8",
    )
    every = cli("validate", "a.xml", "--schema", "a.sch").stdout
    quick = cli("validate", "a.xml", "--schema", "a.sch", "--phase", "quick").stdout
    assert [("light" in found, "heavy" in found) for found in (every, quick)] == [
        (True, True),
        (True, False),
    ]
    wrong = cli("validate", "a.xml", "--schema", "a.sch", "--phase", "quik")
    assert wrong.exit_code == 2
    assert "did you mean 'quick'" in wrong.output


def test_schema_subset_gives_the_path_of_a_counterexample(cli: Cli) -> None:
    """Proof is exit code 0; a difference is told with its path, exit code 1."""
    Path("small.rng").write_text(SCHEMA, encoding="utf-8")
    wider = SCHEMA.replace("<empty/>", '<element name="b"><text/></element>')
    Path("wider.rng").write_text(wider, encoding="utf-8")
    same = cli("schema", "subset", "small.rng", "small.rng")
    assert (same.exit_code, same.stdout) == (0, "")
    other = cli("schema", "subset", "wider.rng", "small.rng")
    assert (other.exit_code, other.stdout.splitlines()) == (
        1,
        ["/a: element b is not allowed at the start"],
    )


@pytest.mark.skipif(
    "TEI_ENCODER_SHARED" not in os.environ,
    reason="TEI_ENCODER_SHARED names no folder of shared material",
)
def test_our_schema_is_a_subset_of_tei_all(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every document of the project's schema is one of tei_all 4.12.0, proven."""
    shared = Path(os.environ["TEI_ENCODER_SHARED"])
    monkeypatch.setenv("TEI_ENCODER_SCHEMAS", str(shared / "schemas"))
    result = cli("schema", "subset", "conversation", "tei_all@4.12.0")
    assert (result.exit_code, result.stdout) == (0, "")


def test_schema_show_says_what_an_element_may_hold(cli: Cli) -> None:
    """Content, places and attributes in words; a mistyped name is answered."""
    words = cli("schema", "show", "conversation", "u").stdout
    assert words.startswith("u\n  holds elements, no text of its own; never empty\n")
    assert "\nAttributes it must have\n  who: " in words
    assert "  trans: latching, or overlap, or pause, or smooth\n" in words
    assert cli("schema", "show", "conversation", "pb").stdout.splitlines()[1] == (
        "  is always empty"
    )
    result = cli("schema", "show", "conversation", "persname")
    assert (result.exit_code, "did you mean 'persName'" in result.stderr) == (2, True)


def test_schema_show_knows_schemas_outside_the_store(cli: Cli) -> None:
    """The project's own schema is shown with its place."""
    assert cli("schema", "show", "conversation").stdout.startswith("name: conversation")
    assert cli("schema", "show", "nothing").exit_code == 2
