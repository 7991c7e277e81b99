"""Scores the reading of pages on the hand-checked records of the shared folder.

The blocks are those that `segment --format json` prints, the figures those of the
score.py beside the records. `scores.tsv` keeps the history;
`--accept --reason "..."` adds a state to it, with `-m "slow or not slow"` for all.
"""

import importlib.util
import json
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tei_encoder import pipeline, readers
from tei_encoder.cli.page import as_json
from tei_encoder.stages import Settings

HERE = Path(__file__).parent
CONVERSATIONS = (
    *("conf_state", "frus", "hansard_uk", "interview_en", "parl_akn", "parl_ca"),
    *("parl_de_at", "parl_es", "parl_sl", "seed", "wilson_style"),
)
PLAYS = tuple(f"drama_{tag}" for tag in ("de", "en", "es", "fr", "hu", "ru", "sv"))
#: our columns by their names in score.py
THEIRS = {
    "label": "label_f",
    "turn": "turn_f",
    "who": "b3_f",
    "kind": "kind",
    "inline": "inline_f",
    "false": "false",
}


def module(path: Path) -> ModuleType:
    """Load a module from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = loaded
    spec.loader.exec_module(loaded)
    return loaded


history = module(HERE / "history.py")


def predicted(path: Path) -> list[dict[str, Any]]:
    """Read a page as `segment --format json` does and give its blocks."""
    source = readers.read(path.read_bytes(), path.name).value
    page = json.loads(as_json(pipeline.parse_record(source, Settings())))
    blocks: list[dict[str, Any]] = page["blocks"]
    return blocks


@cache
def measured(shared: Path, collection: str) -> dict[str, float | None]:
    """Score one collection."""
    score = module(shared / "gold" / "score.py")
    total: Counter[str] = Counter()
    for path in sorted((shared / "gold" / "texts" / collection).glob("*.txt")):
        gold = score.load(shared / "gold" / "gold" / collection / f"{path.stem}.json")
        text = path.read_bytes().decode("utf-8")
        counts, _ = score.doc(text, gold, predicted(path), collection)
        total.update(counts)
    row = score.row(total)
    assert row["miss"] == 0
    assert row["over"] == 0
    figures = {column: row[theirs] for column, theirs in THEIRS.items()}
    return {c: f if f is None else round(f, 4) for c, f in figures.items()}


@pytest.fixture(scope="session")
def state() -> int:
    """Give the number of the state that this run would add."""
    number: int = history.recorded()[0] + 1
    return number


@pytest.fixture
def accepted(state: int, pytestconfig: pytest.Config) -> tuple[int, str] | None:
    """Give number and reason of the state to add, None where the last one holds."""
    if not pytestconfig.getoption("--accept"):
        return None
    reason = " ".join(pytestconfig.getoption("--reason").split())
    assert reason, "say why the scores are accepted: --reason '...'"
    return state, reason


def hold(
    name: str, row: dict[str, float | None], accepted: tuple[int, str] | None
) -> None:
    """Compare a row with the history; add it to the history where it is accepted."""
    print(f"{name:16}", history.shown(row))  # noqa: T201 - the table is the point
    before = history.recorded()[1].get(name)
    if accepted is None:
        assert before is not None, f"{name} has no recorded scores"
        assert history.losses(before, row) == []
    elif before != row:
        history.append(*accepted, name, row)


@pytest.mark.parametrize("collection", CONVERSATIONS)
def test_conversations_score_as_recorded(
    shared: Path, collection: str, accepted: tuple[int, str] | None
) -> None:
    """No collection of conversations falls behind what was reached before."""
    hold(collection, measured(shared, collection), accepted)


def test_conversations_score_as_recorded_in_the_mean(
    shared: Path, accepted: tuple[int, str] | None
) -> None:
    """Nor does the macro mean over collections of conversations."""
    rows = [measured(shared, collection) for collection in CONVERSATIONS]
    hold("MACRO conversations", history.mean(rows), accepted)


@pytest.mark.slow
@pytest.mark.parametrize("collection", PLAYS)
def test_plays_score_as_recorded(
    shared: Path, collection: str, accepted: tuple[int, str] | None
) -> None:
    """No collection of plays falls behind what was reached before."""
    hold(collection, measured(shared, collection), accepted)


@pytest.mark.slow
def test_plays_score_as_recorded_in_the_mean(
    shared: Path, accepted: tuple[int, str] | None
) -> None:
    """Nor does the macro mean over collections of plays."""
    rows = [measured(shared, collection) for collection in PLAYS]
    hold("MACRO drama", history.mean(rows), accepted)


def test_the_seed_is_exact(shared: Path) -> None:
    """Every label, turn, person, kind and aside of the seed is as in its gold."""
    row = measured(shared, "seed")

    assert dict.fromkeys(history.SHARES, 1.0) | {"false": 0} == row


def test_a_drop_of_more_than_half_a_point_is_told() -> None:
    """A figure may fall by half a point; false turns may not grow at all."""
    before = dict.fromkeys(history.SHARES, 0.9) | {"inline": None, "false": 0}

    assert history.losses(before, before | {"who": 0.8955}) == []
    assert history.losses(before, before | {"who": 0.8945}) == [
        "who: 0.900 before, 0.894 now"
    ]
    assert history.losses(before, before | {"who": None}) == [
        "who: 0.900 before, - now"
    ]
    assert history.losses(before, before | {"false": 1}) == ["false: 0 before, 1 now"]


def test_an_accepted_state_is_read_again(tmp_path: Path) -> None:
    """A row added to the history is the one to hold from then on."""
    table = tmp_path / "scores.tsv"
    table.write_text("\t".join(("state", "reason", "collection", *history.COLUMNS)))
    with table.open("a") as file:
        file.write("\n1\t\tone\t1\t1\t\t1\t\t0\n")
    row = {"label": 0.98, "turn": 1, "who": 0.5, "kind": 1, "inline": None, "false": 0}

    history.append(2, "stricter gold", "one", row, table)

    assert (2, {"one": row}) == history.recorded(table)
