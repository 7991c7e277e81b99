"""The table of scores kept beside the tests: what was reached, state by state.

One row per state and collection; the last row of a collection is the one to hold.
A cell is empty where nothing was measured.
"""

import csv
from pathlib import Path

TABLE = Path(__file__).with_name("scores.tsv")
#: the columns of figures: all but `false` are shares of one
SHARES = ("label", "turn", "who", "kind", "inline")
COLUMNS = (*SHARES, "false")
#: a drop of more than half a point must be explained
ALLOWED = 0.005

#: a figure for each column, None where the gold has nothing to measure
Row = dict[str, float | None]


def recorded(table: Path = TABLE) -> tuple[int, dict[str, Row]]:
    """Give the number of the last state and the last row of each collection."""
    state, rows = 0, dict[str, Row]()
    with table.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t"):
            state = max(state, int(line["state"]))
            rows[line["collection"]] = {
                column: float(line[column]) if line[column] else None
                for column in COLUMNS
            }
    return state, rows


def append(
    state: int, reason: str, collection: str, row: Row, table: Path = TABLE
) -> None:
    """Add a row to the history."""
    values = ["" if row[c] is None else format(row[c], "g") for c in COLUMNS]
    with table.open("a", encoding="utf-8") as file:
        file.write("\t".join((str(state), reason, collection, *values)) + "\n")


def losses(before: Row, now: Row) -> list[str]:
    """Say which figures fell by more than is allowed; false turns by any number."""
    lost = [
        f"{column}: {_shown(was)} before, {_shown(now[column])} now"
        for column in SHARES
        if (was := before[column]) is not None and was - (now[column] or 0.0) > ALLOWED
    ]
    if (now["false"] or 0) > (before["false"] or 0):
        lost.append(f"false: {before['false']} before, {now['false']} now")
    return lost


def mean(rows: list[Row]) -> Row:
    """Give the macro mean of some rows; false turns are added up."""
    means: Row = {}
    for column in SHARES:
        figures = [figure for row in rows if (figure := row[column]) is not None]
        means[column] = round(sum(figures) / len(figures), 4) if figures else None
    return means | {"false": sum(row["false"] or 0 for row in rows)}


def shown(row: Row) -> str:
    """Give a row in words for the log of the tests."""
    return "  ".join(f"{column} {_shown(row[column])}" for column in COLUMNS)


def _shown(figure: float | None) -> str:
    return "-" if figure is None else f"{figure:.3f}"
