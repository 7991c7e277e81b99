"""`describe`: what a record says of itself."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Cli = Callable[..., Result]


def test_facts_stand_where_they_say(cli: Cli, seed: Path) -> None:
    """Each fact with a place quotes the text of that place."""
    text = seed.read_text(encoding="utf-8")
    items = json.loads(cli("describe", seed, "--format", "json").stdout)
    assert {"title", "date", "participant", "funder"} <= {i["field"] for i in items}
    placed = [item for item in items if "start" in item]
    assert len(placed) > 10
    assert all(text[i["start"] : i["end"]] == i["text"] for i in placed)


def test_a_line_for_each_fact(cli: Cli, seed: Path) -> None:
    """In text, a date comes with its meaning."""
    lines = cli("describe", seed).stdout.splitlines()
    assert "date               September 7, 1966 (1966-09-07)" in lines


def test_metadata_are_told_too(cli: Cli, seed: Path) -> None:
    """What the metadata give has no place in the text."""
    Path("m.toml").write_text('[record]\ngenre = "Memo"\n', encoding="utf-8")
    told = cli("describe", seed, "--metadata", "m.toml", "--format", "json").stdout
    genre = next(i for i in json.loads(told) if i["field"] == "record_type")
    assert genre == {"field": "record_type", "text": "Memo"}
