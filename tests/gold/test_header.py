"""Scores what `describe` tells on the hand-made headers of the shared folder.

The facts are those that `describe --format json` prints, the figures those of the
score_header.py beside the headers. `header_scores.tsv` keeps the history;
`--accept --reason "..."` adds a state to it.
"""

import csv
import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tei_encoder import pipeline, readers
from tei_encoder.cli.described import as_json, exchanged
from tei_encoder.cli.facts import items_of
from tei_encoder.stages import Settings

TABLE = Path(__file__).with_name("header_scores.tsv")
#: mean F1 of fields, F1 of all items, of dates by their meaning, of who speaks
COLUMNS = ("macro", "micro", "dates", "speaks")
#: a drop of more than half a point must be explained
ALLOWED = 0.005
#: what the whole must reach
LEAST = {"macro": 0.90, "dates": 0.97}

Row = dict[str, float | None]


@cache
def scoring(folder: Path) -> ModuleType:
    """Load the script that scores headers."""
    spec = importlib.util.spec_from_file_location("score_header", folder)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@cache
def measured(shared: Path) -> dict[str, Row]:
    """Score all collections, and the whole as `ALL`."""
    score = scoring(shared / "gold" / "header" / "score_header.py")
    gold = score.gold_docs(str(shared / "gold" / "header" / "gold"))

    def told(key: str) -> dict[str, list[dict[str, Any]]]:
        path = shared / "gold" / "texts" / f"{key}.txt"
        source = readers.read(path.read_bytes(), path.name).value
        records = pipeline.parse_record(source, Settings()).records
        items = [item for record in records for item in items_of(source, record)]
        fields: dict[str, list[dict[str, Any]]] = {}
        for item in json.loads(as_json(exchanged(items))):
            fields.setdefault(item["field"], []).append(item)
        return fields

    counts, attributes, _, _ = score.score(gold, told)
    rows = {name: _row(score, counts[name]) for name in counts}
    right, wrong = attributes["speaks", True], attributes["speaks", False]
    rows["ALL"]["speaks"] = round(right / (right + wrong), 4)
    return rows


def _row(score: ModuleType, counts: Any) -> Row:  # noqa: ANN401 - of a script
    dates = counts.get(("iso", "date"), [0, 0, 0])
    return {
        "macro": round(score.macro(counts, "exact", score.CORE + score.EXTRA), 4),
        "micro": round(score.micro(counts, "exact")[2], 4),
        "dates": round(score.prf(*dates)[2], 4) if sum(dates) else None,
        "speaks": None,
    }


def recorded() -> tuple[int, dict[str, Row]]:
    """Give the number of the last state and the last row of each collection."""
    state, rows = 0, dict[str, Row]()
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            state = max(state, int(line["state"]))
            rows[line["collection"]] = {
                c: float(line[c]) if line[c] else None for c in COLUMNS
            }
    return state, rows


def losses(before: Row, now: Row) -> list[str]:
    """Say which figures fell by more than is allowed."""
    return [
        f"{column}: {was:.3f} before, {now[column] or 0.0:.3f} now"
        for column in COLUMNS
        if (was := before[column]) is not None and was - (now[column] or 0.0) > ALLOWED
    ]


def test_headers_score_as_recorded(shared: Path, pytestconfig: pytest.Config) -> None:
    """No collection falls behind what was reached before."""
    now = measured(shared)
    state, before = recorded()
    for name, row in sorted(now.items()):
        print(name, row)  # noqa: T201 - the table is the point
    if pytestconfig.getoption("--accept"):
        reason = " ".join(pytestconfig.getoption("--reason").split())
        assert reason, "say why the scores are accepted: --reason '...'"
        _append(state + 1, reason, {n: r for n, r in now.items() if before.get(n) != r})
        return
    assert set(before) == set(now)
    assert {} == {n: lost for n in now if (lost := losses(before[n], now[n]))}


def _append(state: int, reason: str, rows: dict[str, Row]) -> None:
    with TABLE.open("a", encoding="utf-8") as file:
        for name, row in sorted(rows.items()):
            values = ["" if row[c] is None else format(row[c], "g") for c in COLUMNS]
            file.write("\t".join((str(state), reason, name, *values)) + "\n")


def test_the_whole_reaches_its_aim(shared: Path) -> None:
    """Facts are found and right in nine of ten cases, dates nearly always."""
    whole = measured(shared)["ALL"]
    assert [] == [name for name, least in LEAST.items() if (whole[name] or 0) < least]


def test_a_drop_of_more_than_half_a_point_is_told() -> None:
    """A figure may fall by half a point, and no more."""
    before: Row = {"macro": 0.9, "micro": 0.9, "dates": None, "speaks": 0.9}
    assert [] == losses(before, before | {"macro": 0.8955})
    assert ["macro: 0.900 before, 0.894 now"] == losses(
        before, before | {"macro": 0.8945}
    )
