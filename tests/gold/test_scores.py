"""Scores segmentation on the hand-checked records of the shared folder.

`scores.tsv` beside this file keeps the history: one row per state and collection.
The last state is the one to hold; `--accept` adds a new one.
"""

import csv
import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tei_encoder.model.block import Block, Field
from tei_encoder.model.source import Source
from tei_encoder.segment import choose_profile, segment
from tei_encoder.stages import Settings

TABLE = Path(__file__).with_name("scores.tsv")
COLUMNS = ("label", "turn", "kind", "false")
#: the names of these columns in score.py
THEIRS = {"label": "label_f", "turn": "turn_f", "kind": "kind", "false": "false"}
#: a drop of more than half a point must be explained
ALLOWED = 0.005

Row = dict[str, float]


def scorer(shared: Path) -> ModuleType:
    """Load score.py of the shared folder."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(path: Path) -> tuple[str, list[dict[str, Any]]]:
    """Segment a text and give its blocks as score.py reads them."""
    text = path.read_bytes().decode("utf-8")
    source = Source(path.name, text, "", "", "utf-8", "text")
    blocks = segment(source, Settings(profile=choose_profile(source).value)).value
    return text, [_as_read(block) for block in blocks if block.field is not Field.BLANK]


def _as_read(block: Block) -> dict[str, Any]:
    label = block.label
    return {
        "start": block.span.start,
        "end": block.span.end,
        "kind": str(block.kind),
        "label_start": label.name.start if label else None,
        "label_end": label.name.end if label else None,
    }


def measured(shared: Path, collection: str) -> Row:
    """Score one collection."""
    score = scorer(shared)
    total: Counter[str] = Counter()
    for path in sorted((shared / "gold" / "texts" / collection).glob("*.txt")):
        text, blocks = predicted(path)
        gold = score.load(shared / "gold" / "gold" / collection / f"{path.stem}.json")
        counts, _ = score.doc(text, gold, blocks, collection)
        total.update(counts)
    row = score.row(total)
    assert row["miss"] == 0
    assert row["over"] == 0
    return {column: round(row[THEIRS[column]], 4) for column in COLUMNS}


def recorded() -> tuple[int, dict[str, Row]]:
    """Give the number of the last state and the last row of each collection."""
    state, rows = 0, dict[str, Row]()
    with TABLE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            state = max(state, int(line["state"]))
            rows[line["collection"]] = {c: float(line[c]) for c in COLUMNS}
    return state, rows


def append(state: int, collection: str, row: Row) -> None:
    """Add a row to the history."""
    with TABLE.open("a", encoding="utf-8") as file:
        values = "\t".join(format(row[column], "g") for column in COLUMNS)
        file.write(f"{state}\t{collection}\t{values}\n")


@pytest.fixture(scope="session")
def state() -> int:
    """Give the number of the state that this run would add."""
    return recorded()[0] + 1


def hold(shared: Path, collection: str, *, accept: int | None) -> None:
    """Compare a collection with the history; add to it under that number, if given."""
    _, rows = recorded()
    row = measured(shared, collection)
    print(f"{collection:16}", *(f"{c} {row[c]:.3f}" for c in COLUMNS))  # noqa: T201 - the table is the point
    if accept is not None and rows.get(collection) != row:
        append(accept, collection, row)
        return
    before = rows[collection]
    for column in ("label", "turn", "kind"):
        assert before[column] - ALLOWED <= row[column], column
    assert row["false"] <= before["false"]


CONVERSATIONS = (
    *("conf_state", "frus", "hansard_uk", "interview_en", "parl_akn", "parl_ca"),
    *("parl_de_at", "parl_es", "parl_sl", "seed", "wilson_style"),
)
PLAYS = tuple(f"drama_{tag}" for tag in ("de", "en", "es", "fr", "hu", "ru", "sv"))


@pytest.mark.parametrize("collection", CONVERSATIONS)
def test_conversations_score_as_recorded(
    shared: Path, collection: str, state: int, pytestconfig: pytest.Config
) -> None:
    """No collection of conversations falls behind what was reached before."""
    accept = state if pytestconfig.getoption("--accept") else None
    hold(shared, collection, accept=accept)


@pytest.mark.slow
@pytest.mark.parametrize("collection", PLAYS)
def test_plays_score_as_recorded(
    shared: Path, collection: str, state: int, pytestconfig: pytest.Config
) -> None:
    """No collection of plays falls behind what was reached before."""
    accept = state if pytestconfig.getoption("--accept") else None
    hold(shared, collection, accept=accept)


def test_the_seed_is_exact(shared: Path) -> None:
    """Every label, turn and kind of the seed is as in its gold."""
    assert {"label": 1.0, "turn": 1.0, "kind": 1.0, "false": 0.0} == measured(
        shared, "seed"
    )
