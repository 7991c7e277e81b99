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


def test_json_keeps_to_the_vocabulary_for_exchange(cli: Cli, seed: Path) -> None:
    """What it has no field for is told where everything is asked for, and in text."""
    brief = json.loads(cli("describe", seed, "--format", "json").stdout)
    whole = json.loads(cli("describe", seed, "--format", "json", "--archival").stdout)
    assert "reproduction" not in {item["field"] for item in brief}
    assert "reproduction" in {item["field"] for item in whole}
    assert [i for i in whole if i["field"] != "reproduction"] == brief
    assert "\nreproduction " in cli("describe", seed).stdout


def test_the_frame_of_a_page_and_a_whole_statement_of_rights(cli: Cli) -> None:
    """Buttons are told line by line, paragraphs of rights that touch as one."""
    Path("page.txt").write_text(
        "Search in\n\nShare document\n\nMinutes of a Meeting, 5 May 1970\n\n"
        "Roe: Welcome.\n\nPoe: Thank you.\n\nRoe: Sit down.\n\nPoe: Yes.\n\n"
        "All rights reserved by the house.\n\nCopyright of the photographs is free.\n",
        encoding="utf-8",
    )
    items = json.loads(cli("describe", "page.txt", "--format", "json").stdout)
    told = {field: [i["text"] for i in items if i["field"] == field] for field in (
        "web_furniture", "rights",
    )}  # fmt: skip
    assert told["web_furniture"] == ["Search in", "Share document"]
    assert len(told["rights"]) == 1
    assert told["rights"][0].startswith("All rights")
    assert told["rights"][0].endswith("is free.")
