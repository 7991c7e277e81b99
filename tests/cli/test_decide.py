"""`decide`: rulings from the command line, and the commands that obey them."""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tei_encoder.decisions import load_decisions

Cli = Callable[..., Result]
RULINGS = Path("memo.decisions.toml")
YES = ("--quote", "Very well", "--speaker", "Cy Sample", "--by", "A. Reviewer")


def test_a_ruling_is_written_and_obeyed(cli: Cli, memo: Path) -> None:
    """The words are quoted with what is around them; `convert` names the reviewer."""
    done = cli("decide", memo, *YES, "--when", "2026-11-24", "--why", "he came late")
    (ruling,) = load_decisions(RULINGS).rulings

    assert done.exit_code == 0
    assert "memo.decisions.toml: a ruling added on line 5, column 18" in done.stderr
    assert ruling.quote is not None
    assert ruling.quote.after.startswith(", thank you. Ambassador")
    assert ruling.quote.at == memo.read_text("utf-8").index("Very well")
    tei = cli("convert", memo).stdout
    assert 'who="#memo.p-cy-sample"' in tei
    assert '<change when="2026-11-24" who="#memo.resp-a-reviewer"' in tei
    assert "<p-cy-sample>" in cli("segment", memo).stdout


def test_a_file_of_rulings_is_only_ever_added_to(cli: Cli, memo: Path) -> None:
    """Comments, order and line ends of the user stay, byte for byte."""
    mine = b'# mine\r\n[[review]]\r\nby="B."  # who?'
    RULINGS.write_bytes(mine)

    assert cli("decide", memo, *YES).exit_code == 0
    assert RULINGS.read_bytes().startswith(mine + b"\n\n[[ruling]]\n")
    assert cli("decide", memo, "--reviewed", "--by", "C.").exit_code == 0
    decisions = load_decisions(RULINGS)
    assert (1, ["B.", "C."]) == (
        len(decisions.rulings),
        [review.by for review in decisions.reviews],
    )


def test_rulings_can_be_left_aside_or_kept_elsewhere(cli: Cli, memo: Path) -> None:
    """`--no-decisions` and `--decisions FILE` hold for `convert` and `segment`."""
    cli("decide", memo, *YES, "--decisions", "else.toml")

    assert not RULINGS.exists()
    for command in ("convert", "segment"):
        assert "p-cy-sample" not in cli(command, memo).stdout
        assert "p-cy-sample" in cli(command, memo, "--decisions", "else.toml").stdout
    Path("else.toml").replace(RULINGS)
    assert "p-cy-sample" in cli("segment", memo).stdout
    assert "p-cy-sample" not in cli("segment", memo, "--no-decisions").stdout
    both = cli("segment", memo, "--no-decisions", "--decisions", RULINGS)
    assert both.exit_code == 2
    assert "exclude each other" in both.stderr


def test_each_input_of_a_folder_has_its_own(cli: Cli, texts: Path) -> None:
    """The rulings beside one input are no other's; a change converts it anew."""
    cli("convert", texts, "-o", "out")
    cli("decide", texts / "b.txt", *YES)
    cli("convert", texts, "-o", "out")

    assert ["b.xml"] == [
        path.name
        for path in sorted(Path("out").rglob("*.xml"))
        if "p-cy-sample" in path.read_text("utf-8")
    ]
    one = cli("convert", texts, "-o", "out", "--decisions", texts / "b.decisions.toml")
    assert one.exit_code == 2
    assert "for one input" in one.stderr


def test_ambiguous_words_are_shown_and_refused(cli: Cli, memo: Path) -> None:
    """Every place is shown; `--after` tells which; nothing is written before."""
    label = ("--quote", "Minister Sample:", "--no-label", "--by", "A.")
    done = cli("decide", memo, *label)

    assert (done.exit_code, RULINGS.exists()) == (2, False)
    assert "memo.txt:5:1" in done.stderr
    assert "memo.txt:9:1" in done.stderr
    assert "help: give --before or --after" in done.stderr
    assert cli("decide", memo, *label, "--after", "Shall we").exit_code == 0


REFUSED = {
    "not in the text": ("--quote", "Goodbye", "--kind", "note", "--by", "A."),
    "are not in the text: “Cy”": ("--merge", "Minister Sample", "Cy", "--by", "A."),
    "others before and after": (
        *("--quote", "Very well", "--before", "xyz ", "--note", "b", "--by", "A."),
    ),
    "did you mean 'note'?": ("--quote", "Very well", "--kind", "nota", "--by", "A."),
    "a ruling says nothing": ("--quote", "Very well", "--by", "A."),
    "kind and note": (
        *("--quote", "Very well", "--kind", "note", "--note", "b", "--by", "A."),
    ),
    "who rules?": ("--quote", "Very well", "--kind", "note"),
    "no name is claimed": ("--quote", "Very well", "--reject", "name", "--by", "A."),
    "nobody is called": ("--merge", "Minister Sample", "Good", "--by", "A."),
    "not read as a label": ("--quote", "Very well", "--no-label", "--by", "A."),
    "no turn holds": ("--quote", "Minutes of", "--speaker", "B", "--by", "A."),
    "--reviewed holds for all": ("--reviewed", *YES),
    "there are no rulings yet": ("--list",),
}


@pytest.mark.parametrize(("told", "asked"), REFUSED.items(), ids=REFUSED.keys())
def test_what_cannot_be_ruled_is_refused(
    cli: Cli, memo: Path, told: str, asked: tuple[str, ...]
) -> None:
    """The message says why; nothing is written."""
    done = cli("decide", memo, *asked)

    assert (done.exit_code, RULINGS.exists()) == (2, False)
    assert told in done.stderr


def test_rulings_are_listed_with_their_fate(cli: Cli, memo: Path) -> None:
    """Those that find their words have a place; exit code 1 where one does not."""
    cli("decide", memo, *YES)
    cli("decide", memo, "--part", "Ambassador Example", "Minister Sample", "--by", "B.")
    cli("decide", memo, "--reviewed", "--by", "B.", "--when", "today")
    listed = cli("decide", memo, "--list")
    assert listed.exit_code == 0
    rows = [line.split(maxsplit=2) for line in listed.stdout.strip().split("\n")]
    assert rows[0] == ["3", "5:18", "Spoken by Cy Sample (“Very well”). [A. Reviewer]"]
    assert rows[1][:2] == ["11", "all"]
    assert rows[1][2].startswith("Different people: “Ambassador Example”, “Minister")
    assert rows[2][0] == "all"
    assert rows[2][-1].endswith("[B., today]")
    memo.write_text(memo.read_text("utf-8").replace("Very well", "Well"), "utf-8")
    listed = cli("decide", memo, "--list")
    assert listed.exit_code == 1
    assert "3  lost-ruling" in listed.stdout
    assert "outdated-review" in listed.stdout
    assert "warning[DC801]" in cli("convert", memo).stderr


def test_broken_rulings_stop_before_anything_is_written(cli: Cli, memo: Path) -> None:
    """The message names file and line."""
    RULINGS.write_text('[[ruling]]\nquote = "a"\nkind = "trun"\nby = "x"\n', "utf-8")
    done = cli("convert", memo, "-o", "memo.xml")

    assert (done.exit_code, Path("memo.xml").exists()) == (2, False)
    assert "memo.decisions.toml:3" in done.stderr
    assert "did you mean 'turn'?" in done.stderr


def test_rulings_are_never_overwritten(cli: Cli, memo: Path) -> None:
    """A file of decisions is an input."""
    cli("decide", memo, *YES)
    before = RULINGS.read_bytes()
    done = cli("convert", memo, "-o", RULINGS)

    assert done.exit_code == 2
    assert "would overwrite" in done.stderr
    assert before == RULINGS.read_bytes()


def test_the_review_list_gives_commands_that_work(cli: Cli, memo: Path) -> None:
    """What is printed below a block can be run with a name in the place of NAME."""
    shown = cli("segment", memo, "--review").stdout
    command = next(line for line in shown.split("\n") if "tei-encoder decide" in line)
    words = [word.replace("NAME", "A.") for word in shlex.split(command)]

    assert cli(*words[1:]).exit_code == 0
    assert command not in cli("segment", memo, "--review").stdout
    assert len(load_decisions(RULINGS).rulings) == 1


def test_findings_give_the_command_that_settles_them(cli: Cli) -> None:
    """A label that stands once can be struck as the message says; then it is silent."""
    page = Path("page.txt")
    page.write_text(
        "MR. ROE: Good morning.\n\nMS. DOE: Good morning.\n\nMR. ROE: Who is next?\n\n"
        "MR. HOLM: He is.\n\nMS. DOE: Yes.\n",
        "utf-8",
    )
    told = "tei-encoder decide page.txt --quote 'MR. HOLM:' --no-label --by NAME"
    assert told in cli("convert", page, "-v", "-o", "a.xml").stderr
    cli("decide", page, "--quote", "MR. HOLM:", "--no-label", "--by", "A.")
    assert "SG201" not in cli("convert", page, "-v", "-o", "a.xml").stderr
