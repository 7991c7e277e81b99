"""`profiles`: listed, shown, proposed and checked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Cli = Callable[..., Result]

TALK = """\
{place}

Bearing: on {matter}

Reeve {name} The race is silted up, and no wheel turns below the weir.

Dykeward Pell It was dug in the spring, out of the common purse.

Reeve {name} Then it was dug badly. Who held the spade?

Dykeward Pell My sons held it, where the pegs were set.
"""


@pytest.fixture
def records(tmp_path: Path) -> list[str]:
    """Give two records of one house."""
    for name, matter in (("Aldous", "the mill race"), ("Osric", "two strays")):
        text = TALK.format(place="The Moot", name=name, matter=matter)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return ["Aldous.txt", "Osric.txt"]


def test_a_new_profile_is_written_and_loads(cli: Cli, records: list[str]) -> None:
    """What is proposed can be shown, and used, at once."""
    assert cli("profiles", "new", *records, "-o", "moot.toml").exit_code == 0

    shown = cli("profiles", "show", "moot.toml").stdout
    assert "'bearing'" in shown
    assert cli("segment", records[0], "--profile", "moot.toml").exit_code == 0


def test_the_same_examples_give_the_same_profile(cli: Cli, records: list[str]) -> None:
    """Byte by byte, on standard output."""
    one, two = (cli("profiles", "new", *records).stdout for _ in range(2))

    assert one == two
    assert "captions" in one


def test_a_profile_is_never_overwritten(cli: Cli, records: list[str]) -> None:
    """Somebody may have worked on it."""
    Path("moot.toml").write_text("title = 'mine'\n", encoding="utf-8")

    result = cli("profiles", "new", *records, "-o", "moot.toml")

    assert (result.exit_code, "moot.toml" in result.stderr) == (2, True)
    assert Path("moot.toml").read_text(encoding="utf-8") == "title = 'mine'\n"


def test_check_tells_what_each_key_did(cli: Cli, records: list[str]) -> None:
    """Lines, changes, and exit code 0 where every key did something."""
    cli("profiles", "new", *records, "-o", "moot.toml")

    result = cli("profiles", "check", "moot.toml", *records)

    assert result.exit_code == 0
    assert 'phrases.captions = "bearing": on line 3' in result.stdout
    assert "line 3: other, else heading" in result.stdout


def test_check_names_the_key_that_did_nothing(cli: Cli, records: list[str]) -> None:
    """Exit code 1; a topic that nobody reads is told apart."""
    Path("moot.toml").write_text(
        '[phrases]\npersons = ["abbot"]\nperson = ["reeve"]\n', encoding="utf-8"
    )

    text = cli("profiles", "check", "moot.toml", *records)
    page = cli("profiles", "check", "moot.toml", *records, "--format", "json")

    assert (text.exit_code, page.exit_code) == (1, 1)
    assert 'did nothing: phrases.persons = "abbot"' in text.stdout
    assert 'phrases.person = "reeve": no part of the parser' in text.stdout
    idle = json.loads(page.stdout)["idle"]
    assert {"key": "phrases.persons", "value": "abbot"} in idle


def test_check_of_no_profile_is_an_error(cli: Cli, records: list[str]) -> None:
    """A mistyped name is answered with the nearest one."""
    result = cli("profiles", "check", "dramma", *records)

    assert (result.exit_code, "drama" in result.stderr) == (2, True)
