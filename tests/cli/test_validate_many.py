"""`validate` over many files: verdicts, memory, formats, and where findings point."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

Cli = Callable[..., Result]

SCHEMA = """\
<grammar xmlns="http://relaxng.org/ns/structure/1.0">
  <start><element name="a"><empty/></element></start>
</grammar>
"""


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test see schemas from elsewhere."""
    monkeypatch.delenv("TEI_ENCODER_SCHEMAS", raising=False)


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    """Give a folder with a valid, an invalid and a broken file, and their schema."""
    Path(tmp_path, "a.rng").write_text(SCHEMA, encoding="utf-8")
    for name, text in (("1", "<a/>"), ("sub/2", "<a>x</a>"), ("sub/3", "<a>")):
        path = tmp_path / "corpus" / f"{name}.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return "corpus"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("paths", [["corpus"], ["corpus/**/*.xml"]])
def test_one_summary_and_an_exit_code(
    cli: Cli, corpus: str, paths: list[str], jobs: str
) -> None:
    """Every file is checked, in order; the worst one gives the exit code."""
    assert corpus
    result = cli("validate", *paths, "--schema", "a.rng", "--jobs", jobs)
    lines = result.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == [
        str(Path("corpus", "sub", name)) for name in ("2.xml", "3.xml")
    ]
    assert result.exit_code == 2
    assert result.stderr.splitlines() == ["1 of 3 files valid"]


def test_a_second_run_remembers(cli: Cli, corpus: str) -> None:
    """The output is the same, and the summary says how many were unchanged."""
    args = ("validate", corpus, "--schema", "a.rng")
    first, second = cli(*args), cli(*args)
    assert first.stdout == second.stdout
    assert first.exit_code == second.exit_code == 2
    assert second.stderr == "1 of 3 files valid (3 unchanged since an earlier run)\n"
    assert Path("home", "cache", "tei-encoder", "verdicts.sqlite3").is_file()


def test_no_cache_leaves_nothing(cli: Cli, corpus: str) -> None:
    """Nothing is written, nothing is used; one file alone is not remembered either."""
    cli("validate", corpus, "--schema", "a.rng", "--no-cache")
    cli("validate", "corpus/1.xml", "--schema", "a.rng")
    assert not Path("home").exists()


def test_a_cache_of_ones_own(cli: Cli, corpus: str) -> None:
    """--cache FOLDER serves continuous integration, also for one file."""
    args = ("validate", "corpus/1.xml", "--schema", "a.rng", "--cache", "kept")
    assert corpus
    cli(*args)
    assert "1 unchanged" in cli(*args).stderr
    assert not Path("home").exists()
    assert cli(*args, "--no-cache").exit_code == 2
    Path("file").write_text("", encoding="utf-8")
    assert cli(*args[:-1], "file").exit_code == 2


def test_a_home_that_cannot_be_written_does_no_harm(cli: Cli, corpus: str) -> None:
    """Without a place for verdicts everything else works."""
    Path("home").write_text("in the way", encoding="utf-8")
    result = cli("validate", corpus, "--schema", "a.rng")
    assert (result.exit_code, result.stderr) == (2, "1 of 3 files valid\n")


def test_json_is_as_documented(cli: Cli, corpus: str) -> None:
    """The documented keys, no more; documents in order, findings in theirs."""
    result = cli("validate", corpus, "--schema", "a.rng", "--message-format", "json")
    content = json.loads(result.stdout)
    assert list(content) == ["documents"]
    assert [d["valid"] for d in content["documents"]] == [True, False, False]
    assert [d["schema"] for d in content["documents"]] == ["a.rng", "a.rng", None]
    keys = {"file", "valid", "schema", "diagnostics"}
    finding = {"severity", "code", "source", "line", "column", "xpath"}
    finding |= {"message", "help", "expected"}
    for document in content["documents"]:
        assert set(document) == keys
        assert all(set(d) == finding for d in document["diagnostics"])


def test_junit_has_a_test_for_each_file(cli: Cli, corpus: str) -> None:
    """Files that are invalid fail, with all that was found in them."""
    result = cli("validate", corpus, "--schema", "a.rng", "--message-format", "junit")
    (suite,) = etree.fromstring(result.stdout)
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [len(case) for case in suite] == [0, 1, 1]
    assert "2.xml:1:1: error[VA657]" in (suite[1][0].text or "")


def test_a_schema_that_is_not_here_is_told_once(cli: Cli, corpus: str) -> None:
    """The command that gets it, the schema that needs none, and how many need it."""
    result = cli("validate", corpus)
    assert result.exit_code == 2
    assert "`tei-encoder schema add tei_all` gets it, once" in result.stdout
    assert "`--schema conversation` checks at once" in result.stdout
    assert result.stdout.count("schema add") == 1
    assert "0 of 3 files valid, 2 not checked" in result.stderr
    assert "2 files have this error: the file names no schema" in result.stderr


def test_what_we_convert_names_tei_all(cli: Cli, memo: Path) -> None:
    """Where tei_all is absent, the version that the file names is the one to get."""
    cli("convert", memo, "-o", "memo.xml")
    result = cli("validate", "memo.xml")
    assert result.exit_code == 2
    assert "`tei-encoder schema add tei_all@4.12.0` gets it, once" in result.stdout


def test_an_unknown_schema_is_one_error(cli: Cli, corpus: str) -> None:
    """A schema that was asked for by name is looked for before any file is read."""
    result = cli("validate", corpus, "--schema", "nothing")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("there is no schema 'nothing'") == 1


def test_standard_input(cli: Cli, corpus: str) -> None:
    """`-` is standard input, also among other files and for other processes."""
    args = ("validate", "-", f"{corpus}/1.xml", "--schema", "a.rng", "--jobs", "2")
    result = cli(*args, data=b"<a>x</a>")
    assert result.stdout.startswith("stdin:1:1: error[VA657]")
    assert "1 of 2 files valid" in result.stderr


@pytest.fixture
def broken(cli: Cli, memo: Path) -> Path:
    """Give our TEI of the small record, its third turn by a person who is not there."""
    cli("convert", memo, "-o", "memo.xml")
    tei = Path("memo.xml").read_text(encoding="utf-8")
    head, mark, tail = tei.partition("<text")
    third = tail.split("<u ")
    third[3] = "who='#nobody' " + third[3].split(" ", 1)[1].lstrip()
    Path("memo.xml").write_text(head + mark + "<u ".join(third), encoding="utf-8")
    return memo


def test_a_finding_points_at_the_source_text(cli: Cli, broken: Path) -> None:
    """Under the line of the TEI stands the line of the text that it encodes."""
    assert broken.name == "memo.txt"
    lines = cli("validate", "memo.xml", "--schema", "conversation").stdout.splitlines()
    assert "  from memo.txt:7:21" in lines
    assert "7 | Ambassador Example: I am glad to hear it." in lines
    args = ("validate", "memo.xml", "--schema", "conversation", "--message-format")
    assert cli(*args, "concise").stdout.rstrip().endswith(", from memo.txt:7:21")
    (document,) = json.loads(cli(*args, "json").stdout)["documents"]
    assert document["diagnostics"][0]["message"].endswith(" (from memo.txt:7:21)")
    (run,) = json.loads(cli(*args, "sarif").stdout)["runs"]
    (related,) = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 7


def test_the_source_text_is_elsewhere(cli: Cli, broken: Path) -> None:
    """--text names it, or the folder in which it lies."""
    Path("texts").mkdir()
    broken.rename("texts/memo.txt")
    args = ("validate", "memo.xml", "--schema", "conversation")
    assert "  from " not in cli(*args).stdout
    for path in ("texts", "texts/memo.txt"):
        assert "  from texts/memo.txt:7:21\n" in cli(*args, "--text", path).stdout


def test_another_text_is_not_the_source(cli: Cli, broken: Path) -> None:
    """A text that the TEI does not record by its SHA-256 is not pointed at."""
    broken.write_text("Another text.\n" * 30, encoding="utf-8")
    args = ("validate", "memo.xml", "--schema", "conversation")
    assert "  from " not in cli(*args).stdout


def test_xinclude_on_request(cli: Cli, corpus: str) -> None:
    """Includes are followed below the folder that is named, and never without it."""
    schema = SCHEMA.replace("<empty/>", '<element name="b"><empty/></element>')
    Path("a.rng").write_text(schema, encoding="utf-8")
    Path(corpus, "b.xml").write_text("<b/>", encoding="utf-8")
    Path(corpus, "main.xml").write_text(
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='b.xml'/></a>",
        encoding="utf-8",
    )
    args = ("validate", f"{corpus}/main.xml", "--schema", "a.rng")
    assert cli(*args).exit_code == 2
    assert cli(*args, "--xinclude", corpus).exit_code == 0
    result = cli(*args, "--xinclude", f"{corpus}/sub")
    assert (result.exit_code, "outside the folder" in result.stdout) == (2, True)


def test_text_in_utf_16_is_shown(cli: Cli, corpus: str) -> None:
    """The line of a file is shown in whatever encoding it is."""
    assert corpus
    text = "<?xml version='1.0' encoding='utf-16'?>\n<a>日本</a>"
    Path("u.xml").write_text(text, encoding="utf-16")
    shown = cli("validate", "u.xml", "--schema", "a.rng").stdout
    assert "2 | <a>日本</a>" in shown


def test_a_terminal_shows_a_bar(cli: Cli, corpus: str) -> None:
    """On a terminal a bar grows on standard error, and findings stay whole lines."""
    assert cli("--version").exit_code == 0
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "tei_encoder", "validate", corpus]
    done = subprocess.run(
        [*command, "--schema", "a.rng", "--no-cache"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        check=False,
    )
    os.close(theirs)
    bar = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "100%" in bar
    assert "1 of 3 files valid" in bar
    assert len(done.stdout.splitlines()) == 2


def test_the_hook_names_a_command_that_exists(cli: Cli, root: Path) -> None:
    """The entry of the hook for pre-commit runs as it stands."""
    hooks = (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (entry,) = re.findall(r"^  entry: tei-encoder (.*)$", hooks, re.MULTILINE)
    Path("a.xml").write_text("<a/>", encoding="utf-8")
    Path("a.rng").write_text(SCHEMA, encoding="utf-8")
    assert cli(*entry.split(), "--schema", "a.rng", "a.xml").exit_code == 0


RULES = """\
<schema xmlns="http://purl.oclc.org/dsdl/schematron">
  <pattern><rule context="a"><report test="text()">a has text</report></rule></pattern>
</schema>
"""
COMPACT = "start = element a { text }\n"


def test_rules_of_ones_own(cli: Cli, corpus: str) -> None:
    """--schematron adds rules to a grammar; what is remembered depends on them."""
    Path("r.sch").write_text(RULES, encoding="utf-8")
    Path("a.rng").write_text(SCHEMA.replace("empty", "text"), encoding="utf-8")
    args = ("validate", f"{corpus}/sub/2.xml", "--schema", "a.rng", "--cache", "kept")
    assert cli(*args).stdout == ""
    result = cli(*args, "--schematron", "r.sch")
    assert (result.exit_code, "a has text" in result.stdout) == (1, True)
    Path("r.sch").write_text(RULES.replace("has", "holds"), encoding="utf-8")
    assert "a holds text" in cli(*args, "--schematron", "r.sch").stdout


def test_rules_beside_the_grammar_are_remembered_too(cli: Cli, corpus: str) -> None:
    """A change in `a.sch` beside `a.rng` is a change of the schema."""
    Path("a.rng").write_text(SCHEMA.replace("empty", "text"), encoding="utf-8")
    args = ("validate", f"{corpus}/sub/2.xml", "--schema", "a.rng", "--cache", "kept")
    assert cli(*args).exit_code == 0
    Path("a.sch").write_text(RULES, encoding="utf-8")
    assert "a has text" in cli(*args).stdout


def test_rules_alone(cli: Cli, corpus: str) -> None:
    """A .sch file may be the schema; its verdict is that no rule is broken."""
    Path("r.sch").write_text(RULES, encoding="utf-8")
    assert cli("validate", f"{corpus}/1.xml", "--schema", "r.sch").exit_code == 0
    result = cli("validate", f"{corpus}/sub/2.xml", "--schema", "r.sch")
    assert (result.exit_code, "0 of 1 files valid" in result.stderr) == (2, True)


def test_the_compact_syntax(cli: Cli, corpus: str) -> None:
    """A schema in RELAX NG's compact syntax is taken as it is."""
    Path("a.rnc").write_text(COMPACT, encoding="utf-8")
    assert cli("validate", f"{corpus}/sub/2.xml", "--schema", "a.rnc").exit_code == 0
    broken = cli("validate", f"{corpus}/sub/3.xml", "--schema", "a.rnc")
    assert (broken.exit_code, "VA610" in broken.stdout) == (2, True)
