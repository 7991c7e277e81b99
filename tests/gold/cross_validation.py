"""How much of the scores is owed to having seen the collections: leave one out.

    python tests/gold/cross_validation.py      (some 15 minutes)

The weights of the parser were set by hand, which cannot be repeated without a
collection. What can be repeated is a choice among weights: each module's numbers are
made smaller and larger, the best of these parsers is chosen on all collections but
one, and scored on that one. The figures of the last column are those of parsers that
were not chosen by the collection that they are scored on.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FACTORS = (0.75, 1.33)
#: what is summed up for the choice
COLUMNS = ("label", "turn", "kind")
NUMBER = re.compile(r"(?<![\w.\"'])(\d+\.\d+)(?![\w.])")
SCORE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from test_scores import CONVERSATIONS, PLAYS, measured
from pathlib import Path
shared = Path(sys.argv[2])
print(json.dumps({name: measured(shared, name) for name in (*CONVERSATIONS, *PLAYS)}))
"""
Figures = dict[str, float]
Scores = dict[str, Figures]
#: collection, scores before and after, parser chosen
Row = tuple[str, Figures, Figures, str]


def main() -> None:
    """Print the table."""
    shared = os.environ["TEI_ENCODER_SHARED"]
    with tempfile.TemporaryDirectory() as folder:
        variants = {
            name: scored(path, shared) for name, path in copies(Path(folder) / "work")
        }
    say(f"{len(variants)} parsers\n")
    say("| collection | all seen | chosen without it | parser chosen |")
    say("| --- | --- | --- | --- |")
    rows = [row(variants, name) for name in variants["as it is"]]
    for name, seen, unseen, chosen in rows:
        say(f"| {name} | {told(seen)} | {told(unseen)} | {chosen} |")
    for title, plays in (("conversations", False), ("plays", True)):
        some = [r for r in rows if r[0].startswith("drama_") is plays]
        seen_all, unseen_all = mean([r[1] for r in some]), mean([r[2] for r in some])
        say(f"| mean of {title} | {seen_all} | {unseen_all} | |")


def say(line: str) -> None:
    """Write a line."""
    sys.stdout.write(f"{line}\n")


def copies(work: Path) -> Iterator[tuple[str, Path]]:
    """Give the parser as it is, then with the numbers of one module changed."""
    yield "as it is", ROOT
    for module in sorted((ROOT / "tei_encoder" / "segment").rglob("*.py")):
        text = module.read_text(encoding="utf-8")
        for factor in FACTORS:
            changed = NUMBER.sub(lambda m: f"{float(m[1]) * factor:.4f}", text)  # noqa: B023 - used at once
            if changed == text:
                continue
            shutil.rmtree(work, ignore_errors=True)
            for part in ("tei_encoder", "schemas", "tests/gold"):
                shutil.copytree(ROOT / part, work / part)
            (work / module.relative_to(ROOT)).write_text(changed, encoding="utf-8")
            yield f"{module.stem} × {factor}", work


def scored(root: Path, shared: str) -> Scores:
    """Score all collections with the parser below `root`, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SCORE, str(root / "tests" / "gold"), shared],
        env={**os.environ, "PYTHONPATH": str(root), "TEI_ENCODER_SHARED": shared},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    found: Scores = json.loads(done.stdout)
    sys.stderr.write(".")
    return found


def row(variants: dict[str, Scores], left_out: str) -> Row:
    """Choose without a collection of its kind; give its scores before and after."""
    plays = left_out.startswith("drama_")
    others = [
        name
        for name in variants["as it is"]
        if name != left_out and name.startswith("drama_") is plays
    ]
    chosen = max(variants, key=lambda v: sum(worth(variants[v][o]) for o in others))
    return left_out, variants["as it is"][left_out], variants[chosen][left_out], chosen


def worth(figures: Figures) -> float:
    """Sum up what the choice goes by; a false turn outweighs everything."""
    return sum(figures[column] or 0.0 for column in COLUMNS) - 10 * figures["false"]


def told(figures: Figures) -> str:
    """Give the figures of a collection."""
    return " ".join(f"{figures[column] or 0.0:.3f}" for column in COLUMNS)


def mean(rows: list[Figures]) -> str:
    """Give the mean of some collections."""
    sums = [sum(row[column] or 0.0 for row in rows) / len(rows) for column in COLUMNS]
    return " ".join(f"{figure:.3f}" for figure in sums)


if __name__ == "__main__":
    main()
