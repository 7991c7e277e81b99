"""`segment`: how a page is read."""

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from click.testing import Result

from tei_encoder.batch.inputs import Input
from tei_encoder.cli.request import metadata_of

Cli = Callable[..., Result]

KEYS = [
    *("start", "end", "kind", "field", "speaker", "label_start", "label_end"),
    *("who", "inlines", "score", "margin", "evidence"),
]


def test_json_is_what_the_scorer_reads(cli: Cli, seed: Path) -> None:
    """The keys, in code points; blocks of blanks are left out; nothing is lost."""
    page = json.loads(cli("segment", seed, "--format", "json").stdout)
    text = seed.read_bytes().decode()
    assert page["source"]["uri"] == seed.name
    assert {tuple(block) for block in page["blocks"]} == {tuple(KEYS)}
    covered = "".join(text[b["start"] : b["end"]] for b in page["blocks"])
    assert "".join(covered.split()) == "".join(text.split())
    turns = [b for b in page["blocks"] if b["kind"] == "turn"]
    assert len(turns) == 18
    assert {text[b["label_start"] : b["label_end"]] for b in turns} == {
        b["speaker"] for b in turns
    }
    assert len({b["who"] for b in turns}) == 2


def test_a_voice_from_the_floor_is_nobody(cli: Cli) -> None:
    """Anonymous labels have no `who`; continuations have that of their turn."""
    Path("floor.txt").write_text(
        "MR. ROE: Good morning.\n\nAny questions?\n\nQUESTION: When?\n\n"
        "MR. ROE: Today.\n\nQUESTION: Where?\n\nMR. ROE: Here.\n",
        encoding="utf-8",
    )
    blocks = json.loads(cli("segment", "floor.txt", "--format", "json").stdout)[
        "blocks"
    ]
    who = {(b["kind"], b["speaker"]): b["who"] for b in blocks}
    assert who["turn", "QUESTION"] is None
    assert who["turn", "MR. ROE"] == who["turn_continuation", None] is not None


def test_asides_are_given_with_their_paragraph(cli: Cli) -> None:
    """A bracketed insertion lies within its block."""
    Path("a.txt").write_text(
        "MR. ROE: Come in [laughter] please.\n\nMS. DOE: I will.\n\nMR. ROE: Good.\n",
        encoding="utf-8",
    )
    blocks = json.loads(cli("segment", "a.txt", "--format", "json").stdout)["blocks"]
    (aside,) = blocks[0]["inlines"]
    text = Path("a.txt").read_text(encoding="utf-8")
    assert text[aside["start"] : aside["end"]] == "[laughter]"
    assert aside["kind"] in {"note", "stage"}


def test_the_labelled_view_has_a_line_per_block(cli: Cli, memo: Path) -> None:
    """Line of the page, kind, words and speaker."""
    lines = cli("segment", memo).stdout.splitlines()
    assert lines[1].split()[:3] == ["3", "turn", "Ambassador"]
    assert lines[1].endswith("<p-ann-example>")
    assert len(lines) == 5


def test_explain_gives_the_readings_of_a_line(cli: Cli, memo: Path) -> None:
    """The line itself, then the readings with score and evidence, best first."""
    lines = cli("segment", memo, "--explain", "3").stdout.splitlines()
    assert lines[0] == "3 | Ambassador Example: Good morning. How are you today?"
    scores = [float(line.split()[0]) for line in lines[1:] if line[:8].strip()]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 1


def test_a_blank_line_has_no_reading(cli: Cli, memo: Path) -> None:
    """`--explain` of a blank line says so, and of no line is an error."""
    assert "no reading" in cli("segment", memo, "--explain", "2").stdout
    result = cli("segment", memo, "--explain", "99")
    assert (result.exit_code, "the page has 9 lines" in result.stderr) == (2, True)


def test_a_file_that_is_not_there(cli: Cli) -> None:
    """One line, exit code 2."""
    result = cli("segment", "none.txt")
    assert (result.exit_code, "none.txt" in result.stderr) == (2, True)


def test_review_lists_the_least_certain_first(cli: Cli, memo: Path) -> None:
    """Margins rise; each block stands with the best reading of another kind."""
    lines = cli("segment", memo, "--review").stdout.splitlines()

    margins = [float(line.split()[0]) for line in lines[::3]]
    assert margins == sorted(margins)
    assert len(margins) == 5
    assert all(line.startswith("        else ") for line in lines[1::3])
    command = "        tei-encoder decide memo.txt --quote "
    assert all(line.startswith(command) for line in lines[2::3])


def test_review_is_given_to_programs(cli: Cli, memo: Path) -> None:
    """The blocks are those of the page; a rival is of another kind."""
    told = json.loads(cli("segment", memo, "--review", "--format", "json").stdout)
    page = json.loads(cli("segment", memo, "--format", "json").stdout)

    known = {(b["start"], b["kind"], b["margin"]) for b in page["blocks"]}
    assert {(b["start"], b["kind"], b["margin"]) for b in told["review"]} == known
    assert all(b["rival"]["kind"] != b["kind"] for b in told["review"])


def test_an_explanation_is_given_to_programs(cli: Cli, memo: Path) -> None:
    """The same readings as in words, best first."""
    told = json.loads(cli("segment", memo, "--explain", "3", "--format", "json").stdout)

    best, *others = told["readings"]
    assert (told["line"], best["kind"]) == (3, "turn")
    assert best["evidence"]
    assert all(best["score"] >= other["score"] for other in others)


def test_review_and_explain_exclude_each_other(cli: Cli, memo: Path) -> None:
    """Misuse, exit code 2."""
    assert cli("segment", memo, "--review", "--explain", "3").exit_code == 2


def test_a_table_of_metadata_gives_the_row_of_the_page(cli: Cli, memo: Path) -> None:
    """CSV is read as CSV, also here; a page without a row has no metadata."""
    table = Path("m.csv")
    table.write_text("file,record.title\nother.txt,No\n./memo.txt,Yes\n")
    inputs = [Input(path, PurePosixPath(path.name)) for path in (memo, Path("x.txt"))]
    assert [metadata_of(item, table).title for item in inputs] == ["Yes", None]
    assert cli("segment", memo, "--metadata", table).exit_code == 0
    table.write_text("file,record.date\nmemo.txt,soon\n")
    result = cli("segment", memo, "--metadata", table)
    assert (result.exit_code, "m.csv:2" in result.stderr) == (2, True)
