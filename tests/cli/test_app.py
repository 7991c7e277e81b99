"""The command as a whole: help, exit codes, and how it ends when disturbed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from tei_encoder.cli.app import COMMANDS, app
from tei_encoder.cli.rules import find_rules
from tei_encoder.rules import all_rules

Cli = Callable[..., Result]
COMMAND = [sys.executable, "-m", "tei_encoder"]


def commands(
    command: click.Command = app, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name))


ALL = dict(commands())


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_and_option_is_documented(path: tuple[str, ...]) -> None:
    """Help works and says something about each option."""
    command = ALL[path]
    result = CliRunner().invoke(app, [*path, "--help"])
    assert (result.exit_code, bool(command.help)) == (0, True)
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_names_of_commands_are_their_modules() -> None:
    """Whoever looks for a command finds a file of its name."""
    folder = Path(__file__).parents[2] / "tei_encoder" / "cli"
    assert all((folder / f"{name}.py").is_file() for name in COMMANDS)


def test_help_loads_no_xml_and_no_stage() -> None:
    """`--help` stays fast because nothing heavy is imported for it."""
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from tei_encoder.cli.app import app\n"
        "CliRunner().invoke(app, ['--help'])\n"
        "CliRunner().invoke(app, ['convert', '--help'])\n"
        "print([m for m in sys.modules if m.startswith(('lxml', 'tei_encoder.'))])\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    heavy = re.findall(
        r"lxml|tei_encoder\.(?:pipeline|segment|encode|validate|batch)\b", result.stdout
    )
    assert heavy == []


@pytest.mark.usefixtures("memo")
def test_one_file_needs_no_processes_and_no_report(tmp_path: Path) -> None:
    """What only folders and programs need is not imported for one conversion."""
    code = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from tei_encoder.cli.app import app\n"
        "CliRunner().invoke(app, ['convert', 'memo.txt', '-o', 'x.xml'])\n"
        "print(*sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert (tmp_path / "x.xml").exists()
    left = {
        "concurrent.futures",
        "multiprocessing",
        "tei_encoder.batch.folder",
        "tei_encoder.batch.report",
        "tei_encoder.cli.render.sarif",
    }
    assert left & set(result.stdout.split()) == set()


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["convrt"], "there is no command 'convrt': did you mean 'convert'?"),
        (["convert", "a.txt", "--speach", "u"], "--speech"),
        (["explain", "SG2O4"], "did you mean 'SG204'?"),
        (["explain", "singel-turn-speaker"], "did you mean 'single-turn-speaker'?"),
        (["explain", "SG999"], "help: `tei-encoder explain` lists all of them\n"),
        (["profiles", "show", "generik"], "did you mean 'generic'?"),
        (["schema", "show", "none"], "there is no schema 'none'"),
        (["convert"], "Missing argument"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_nearest(
    cli: Cli, args: list[str], expected: str
) -> None:
    """Usage errors give exit code 2 and what was probably meant."""
    result = cli(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in result.stderr


def test_every_finding_is_explained(cli: Cli) -> None:
    """Each rule has a text of its own, found by code and name; codes are unique."""
    rules = all_rules()
    codes = Counter(rule.code for rule in rules)
    assert [code for code, number in codes.items() if number > 1] == []
    for rule in rules:
        for word in (rule.code, rule.code.lower(), rule.name):
            assert rule in find_rules(word)
        text = cli("explain", rule.code).stdout
        assert rule.meaning in text
        assert rule.remedy in text


def test_explain_lists_all_findings(cli: Cli) -> None:
    """Without a code every rule is listed, by code."""
    lines = cli("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]


def test_formats_and_profiles_are_listed(cli: Cli) -> None:
    """What can be read, written, and by which house styles."""
    assert "text     .txt .text" in cli("formats").stdout
    assert {"auto", "generic"} <= set(cli("profiles", "list").stdout.split())
    assert "phrases:" in cli("profiles", "show", "wilson_center").stdout


def test_the_version_is_shown(cli: Cli) -> None:
    """`--version` names the program."""
    assert re.fullmatch(r"tei-encoder, version [\d.]+\n", cli("--version").stdout)


def test_shells_can_complete() -> None:
    """Click's completion knows the commands and the options."""
    words = {"convert": "tei-encoder conv", "--speech": "tei-encoder convert --spe"}
    for expected, line in words.items():
        found = subprocess.run(
            COMMAND,
            env={
                **os.environ,
                "_TEI_ENCODER_COMPLETE": "bash_complete",
                "COMP_WORDS": line,
                "COMP_CWORD": str(line.count(" ")),
            },
            capture_output=True,
            text=True,
            check=True,
        )
        assert expected in found.stdout


def test_a_closed_pipe_ends_quietly(memo: Path, tmp_path: Path) -> None:
    """`convert FILE | head -c 1` shows no traceback."""
    process = subprocess.Popen(
        [*COMMAND, "convert", str(tmp_path / memo), "-q"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("args", [["--help"], ["convert", "--help"], ["formats"]])
def test_a_full_disk_is_told(args: list[str]) -> None:
    """Output that cannot be written is one error, also where it is the help."""
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*COMMAND, *args], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (result.returncode, b"no space left" in result.stderr) == (2, True)
    assert b"Traceback" not in result.stderr
    assert b"ignored" not in result.stderr


@pytest.mark.parametrize("module", ["click", "tei_encoder.version", "tei_encoder.cli"])
def test_ctrl_c_during_the_start_is_quiet(module: str) -> None:
    """An interrupt while modules are imported gives exit code 130 and no traceback."""
    code = (
        "import os, signal, sys\n"
        "class Interrupts:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "from tei_encoder.__main__ import main\n"
        f"sys.modules.pop({module!r}, None)\n"
        "sys.meta_path.insert(0, Interrupts())\n"
        "main()\n"
    )
    args = [sys.executable, "-c", code, "--help"]
    result = subprocess.run(args, capture_output=True, check=False)
    assert (result.returncode, result.stdout) == (130, b"")
    assert b"Traceback" not in result.stderr


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Exit code 130, whole files only, no temporary file; the next run resumes."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        text = (
            f"CHAIR: Item {number}.\n\nMR. ROE: Yes.\n\nCHAIR: Good.\n\nMR. ROE: No.\n"
        )
        (folder / f"r{number}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    args = [*COMMAND, "convert", str(folder), "-o", str(out), "-j", "2"]
    process = subprocess.Popen(args, stderr=subprocess.PIPE)
    while not list(out.glob("*.xml")) and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in errors) == (130, False)
    assert list(out.glob(".*.part")) == []
    done = len(list(out.glob("*.xml")))
    assert 0 < done < 40
    result = subprocess.run([*args, "-q"], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert len(list(out.glob("*.xml"))) == 40


def test_a_defect_is_told_without_a_traceback(
    memo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a mistake of ours ends in one line and exit code 2."""

    def broken(*_: object) -> None:
        raise ValueError("surprise")

    monkeypatch.setattr("tei_encoder.pipeline.parse_record", broken)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["segment", str(memo)])
    assert result.exit_code == 2
    assert "a defect of tei-encoder: ValueError: surprise" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(("value", "coloured"), [("", True), ("1", False)])
def test_no_color_is_obeyed(
    memo: Path, tmp_path: Path, value: str, *, coloured: bool
) -> None:
    """On a terminal errors are red, unless NO_COLOR says otherwise."""
    script = f"{' '.join(COMMAND)} convert {tmp_path / memo} --profile nil"
    result = subprocess.run(
        ["script", "-qec", script, "/dev/null"],
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": value, "TERM": "xterm"},
    )
    assert (b"\x1b[31m" in result.stdout) == coloured
