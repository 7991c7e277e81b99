"""`convert`, one input: where the TEI goes and what is said of it."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from tei_encoder import validate
from tei_encoder.model.diagnostic import Diagnostic, Report, Rule, Severity

Cli = Callable[..., Result]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML = "http://www.w3.org/XML/1998/namespace"


def test_the_seed_becomes_certified_tei(cli: Cli, seed: Path) -> None:
    """The main job: 18 turns, 2 speakers, certified and valid, exit code 0."""
    result = cli("convert", seed, "-o", "out.xml", "--save-text")
    assert result.stderr.strip().endswith("18 turns, 2 speakers, certified, valid")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(etree.parse("out.xml").findall(".//t:u", TEI)) == 18
    assert Path("out.txt").read_bytes() == seed.read_bytes()
    assert cli("verify", "out.xml", "--text", "out.txt").exit_code == 0


def test_without_an_output_tei_goes_to_standard_output(cli: Cli, memo: Path) -> None:
    """Data on standard output, everything else on standard error."""
    for args in ([memo], [memo, "-o", "-"]):
        result = cli("convert", *args)
        assert etree.fromstring(result.stdout_bytes).tag == f"{{{TEI['t']}}}TEI"
        assert "4 turns, 2 speakers" in result.stderr


def test_one_turn_is_one_turn(cli: Cli) -> None:
    """The summary counts as people do."""
    Path("a.txt").write_text("MR. ROE: Good morning to all of you.\n")
    told = cli("convert", "a.txt", "-o", "a.xml").stderr
    assert "a: 1 turn, 1 speaker, certified, valid" in told


def test_standard_input_is_read(cli: Cli, memo: Path) -> None:
    """`-` gives the same utterances as the file."""
    piped = cli("convert", "-", data=memo.read_bytes())
    filed = cli("convert", memo)
    utterances = [
        [u.get("who").rpartition(".")[2] for u in etree.fromstring(data).iter("{*}u")]
        for data in (piped.stdout_bytes, filed.stdout_bytes)
    ]
    assert utterances[0] == utterances[1] == ["p-ann-example", "p-bo-sample"] * 2


def test_two_runs_give_the_same_bytes(cli: Cli, memo: Path) -> None:
    """Output is a function of the input."""
    first, second = (cli("convert", memo).stdout_bytes for _ in range(2))
    assert first == second


def test_speech_sp_encodes_turns_as_sp(cli: Cli, memo: Path) -> None:
    """`--speech sp` gives `sp` and no `u`."""
    root = etree.fromstring(cli("convert", memo, "--speech", "sp").stdout_bytes)
    assert (len(list(root.iter("{*}sp"))), len(list(root.iter("{*}u")))) == (4, 0)


def test_a_folder_that_exists_takes_the_file(cli: Cli, memo: Path) -> None:
    """`-o FOLDER` names the file after its input."""
    Path("out").mkdir()
    assert cli("convert", memo, "-o", "out").exit_code == 0
    assert Path("out/memo.xml").exists()


def test_an_output_that_exists_is_replaced(cli: Cli, memo: Path) -> None:
    """Converting again to the same place gives the new file."""
    Path("out.xml").write_bytes(b"old")
    assert cli("convert", memo, "-o", "out.xml").exit_code == 0
    assert Path("out.xml").read_bytes().startswith(b"<?xml")


def test_a_failure_keeps_the_output_that_exists(cli: Cli) -> None:
    """Where the input cannot be read, the old file stays as it was."""
    Path("out.xml").write_bytes(b"old")
    Path("bad.txt").write_bytes(b"")
    assert cli("convert", "bad.txt", "-o", "out.xml").exit_code == 2
    assert Path("out.xml").read_bytes() == b"old"


def test_the_input_is_never_overwritten(cli: Cli, memo: Path) -> None:
    """Not even when the user asks for it."""
    before = memo.read_bytes()
    result = cli("convert", memo, "-o", memo)
    assert (result.exit_code, memo.read_bytes()) == (2, before)
    assert "would overwrite the input" in result.stderr


def test_a_metadata_file_is_never_overwritten(cli: Cli, memo: Path) -> None:
    """The files of settings are inputs too."""
    Path("meta.toml").write_text('id = "x"', encoding="utf-8")
    result = cli("convert", memo, "--metadata", "meta.toml", "-o", "meta.toml")
    assert (result.exit_code, Path("meta.toml").read_text()) == (2, 'id = "x"')


def test_dry_run_writes_nothing(cli: Cli, memo: Path) -> None:
    """It tells what would be written, and still finds what is to be found."""
    result = cli("convert", memo, "-o", "deep/out.xml", "--dry-run", "--save-text")
    assert result.stdout == "memo.txt -> deep/out.xml, deep/out.txt\n"
    assert sorted(os.listdir()) == ["memo.txt"]  # noqa: PTH208 - of the working folder


def test_a_folder_on_the_way_is_made(cli: Cli, memo: Path) -> None:
    """`-o new/folder/out.xml` needs no mkdir."""
    assert cli("convert", memo, "-o", "new/folder/out.xml").exit_code == 0
    assert Path("new/folder/out.xml").exists()


def test_an_output_that_cannot_be_written_is_an_error(cli: Cli, memo: Path) -> None:
    """The message names the path; nothing is left."""
    Path("file").write_bytes(b"")
    result = cli("convert", memo, "-o", "file/out.xml")
    assert result.exit_code == 2
    assert "is no folder: a file is in the way" in result.stderr
    assert "certified" not in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_an_error(cli: Cli, memo: Path) -> None:
    """An unwritable folder is told before anything is converted."""
    Path("locked").mkdir(mode=0o500)
    result = cli("convert", memo, "-o", "locked/")
    assert (result.exit_code, "not writable" in result.stderr) == (2, True)


def test_metadata_and_options_reach_the_header(cli: Cli, memo: Path) -> None:
    """Id, repository, language and date of the encoding are as given."""
    Path("meta.toml").write_text(
        'id = "talk"\n[record]\nrepository = "An Archive"\n', encoding="utf-8"
    )
    result = cli(
        *("convert", memo, "--metadata", "meta.toml"),
        *("--language", "en-GB", "--date", "2026-11-23"),
    )
    root = etree.fromstring(result.stdout_bytes)
    assert root.findtext(".//{*}repository") == "An Archive"
    assert root.get(f"{{{XML}}}lang") == "en-GB"
    assert b"2026-11-23" in result.stdout_bytes
    assert {str(u.get(f"{{{XML}}}id"))[:6] for u in root.iter("{*}u")} == {"talk.u"}


def test_metadata_that_contradict_the_page_are_told(cli: Cli, memo: Path) -> None:
    """Both values are shown, with the line of the page."""
    Path("meta.toml").write_text('[record]\ntitle = "Another"\n', encoding="utf-8")
    result = cli("convert", memo, "--metadata", "meta.toml", "-o", "x.xml")
    assert "“Another”" in result.stderr
    assert "--> memo.txt:1:1" in result.stderr


def test_source_date_epoch_dates_the_file(
    cli: Cli, memo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH stands for `--date`; nonsense in it is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert b"1970-01-01" in cli("convert", memo).stdout_bytes
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = cli("convert", memo)
    assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_sets_what_counts(cli: Cli, fail_on: str, code: int) -> None:
    """A text without speech gives a warning, which may or may not fail the run."""
    Path("prose.txt").write_text("The Ambassador said that he agreed.\n")
    result = cli("convert", "prose.txt", "-o", "p.xml", "--fail-on", fail_on)
    assert (result.exit_code, Path("p.xml").exists()) == (code, True)


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_findings_for_programs_are_alone_on_standard_error(
    cli: Cli, memo: Path, name: str
) -> None:
    """Standard error is one JSON document, with no summary around it."""
    result = cli("convert", memo, "-o", "x.xml", "--message-format", name)
    assert json.loads(result.stderr)


def test_quiet_says_nothing_when_all_is_well(cli: Cli, memo: Path) -> None:
    """`-q` leaves standard error empty."""
    assert cli("convert", memo, "-o", "x.xml", "-q").stderr == ""


def test_verbose_shows_what_was_chosen(cli: Cli, memo: Path) -> None:
    """`-v` shows findings of severity info, such as the choice of a profile."""
    assert "profile" in cli("convert", memo, "-o", "x.xml", "-v").stderr


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--profile", "wilson_centre"], "did you mean 'wilson_center'?"),
        (["--profile", "none.toml"], "none.toml"),
        (["--metadata", "none.toml"], "cannot be read: No such file"),
        (["--encoding", "cp9999"], "there is no encoding 'cp9999'"),
        (["--from", "tekst"], "did you mean 'text'?"),
        (["--language", "English"], "not a language tag"),
        (["--date", "7/9/66"], "not a date"),
        (["--speech", "x"], "'x' is not one of 'u', 'sp'"),
        (["--jobs", "-1"], "-1 is not in the range"),
        (["--profil", "generic"], "No such option"),
        (["--save-text"], "--save-text needs a file or folder"),
        (["none.txt"], "no such file or folder"),
    ],
)
def test_misuse_is_told_with_a_remedy(
    cli: Cli, memo: Path, args: list[str], expected: str
) -> None:
    """Exit code 2, a clear line, and no output."""
    result = cli("convert", memo, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in " ".join(result.stderr.split()).replace("--> ", "")


def test_unknown_keys_name_file_line_and_the_nearest(cli: Cli, memo: Path) -> None:
    """In metadata and in profiles alike."""
    Path("my.toml").write_text('\n[record]\ntitel = "x"\n', encoding="utf-8")
    result = cli("convert", memo, "--metadata", "my.toml")
    assert (result.exit_code, "my.toml:3" in result.stderr) == (2, True)
    assert "did you mean 'title'?" in result.stderr
    Path("my.toml").write_text('\nphrase = "x"\n', encoding="utf-8")
    result = cli("convert", memo, "--profile", "my.toml")
    assert (result.exit_code, "my.toml:2" in result.stderr) == (2, True)
    assert "did you mean 'phrases'?" in result.stderr


@pytest.mark.parametrize("output", [None, "out.xml", "out/"])
@pytest.mark.parametrize("verdict", ["certify", "validate"])
def test_what_is_not_proven_is_not_written(
    cli: Cli,
    memo: Path,
    output: str | None,
    verdict: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """TEI that is uncertified or invalid reaches no output; exit code 2."""
    rule = Rule("VA699", "planted", Severity.ERROR, "meaning", "why", "remedy")
    planted = (Diagnostic(rule, "a planted difference"),)
    found = planted if verdict == "certify" else Report(planted)
    monkeypatch.setattr(validate, verdict, lambda *_, **__: found)
    before = b"old"
    Path("out.xml").write_bytes(before)
    result = cli("convert", memo, *(["-o", output] if output else []))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "planted" in result.stderr
    assert Path("out.xml").read_bytes() == before
    assert list(Path().glob("out/*.xml")) == []
    if output == "out/":
        row = Path("out/report.csv").read_text(encoding="utf-8").splitlines()[1]
        verdicts = ("no", "yes") if verdict == "certify" else ("yes", "no")
        assert ",".join(verdicts) in row
