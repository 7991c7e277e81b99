"""What PHP's fgetcsv reads of our CSV for AtoM, and the rules of AtoM's validators."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]

READER = r"""
$file = fopen($argv[1], 'r');
$rows = [];
while (($row = fgetcsv($file, 60000)) !== false) { $rows[] = $row; }
echo json_encode($rows, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
"""


@pytest.fixture
def cells(
    hold: Callable[..., Holding], make: Make, seed_tei: bytes, tmp_path: Path
) -> list[dict[str, str]]:
    """Give the rows of two records as PHP reads them."""
    if shutil.which("php") is None:
        pytest.skip("php is not installed (Debian package php-cli)")
    path = tmp_path / "atom.csv"
    other = seed_tei.replace(b"hoxha-baek-1966-09-07", b"other")
    path.write_bytes(make("atom-csv", hold(seed_tei), hold(other, "other"))["atom.csv"])
    done = subprocess.run(
        ["php", "-r", READER, str(path)], capture_output=True, check=True
    )
    headings, *rows = json.loads(done.stdout)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_cells_of_the_seed(cells: list[dict[str, str]]) -> None:
    """The columns of a description hold what the crosswalk says; none is empty."""
    row = cells[0]

    assert all(row.values())
    assert "MPP Korese, D4, V. 1966" == row["identifier"]
    assert ("Item", "1 item") == (row["levelOfDescription"], row["extentAndMedium"])
    assert "1966-09-07" == row["eventStartDates"].split("|")[0]
    assert "Haxhi Kroi" == row["eventActors"].split("|")[0]
    assert "Enver Hoxha" == row["nameAccessPoints"].split("|")[0]
    assert "https://example.org/files/record.xml" == row["digitalObjectURI"]


def test_rules_of_the_validators(cells: list[dict[str, str]]) -> None:
    """Numbers are unique, codes short, pipes equally many and without spaces."""
    assert len({row["legacyId"] for row in cells}) == len(cells) == 2
    for row in cells:
        assert row["title"]
        assert len(row["culture"]) <= 11
        assert all(len(code) <= 6 for code in row["language"].split("|"))
        assert all(len(code) <= 4 for code in row["script"].split("|"))
        events = [cell for name, cell in row.items() if name.startswith("event")]
        assert 1 == len({cell.count("|") for cell in events})
        for name in ("language", "script", "eventDates", "eventStartDates"):
            assert not re.search(r"\s\||\|\s", row[name])
