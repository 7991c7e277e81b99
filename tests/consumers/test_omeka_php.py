"""What PHP's fgetcsv, with which Omeka S reads, makes of our CSV."""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_encoder.export.omeka_csv import COLUMNS, write_php_csv
from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]

READER = r"""
$rows = [];
$file = fopen($argv[1], 'r');
while (($row = fgetcsv($file, 0, ',', '"', '\\')) !== false) { $rows[] = $row; }
echo json_encode($rows, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
"""


@pytest.fixture(scope="module")
def php() -> str:
    """Give the command `php`, or skip."""
    command = shutil.which("php")
    if command is None:
        pytest.skip("php is not installed (Debian package php-cli)")
    return command


def read(php: str, path: Path) -> list[list[str]]:
    """Read a file as Omeka does."""
    done = subprocess.run(
        [php, "-r", READER, str(path)], capture_output=True, check=True
    )
    rows: list[list[str]] = json.loads(done.stdout)
    return rows


def test_cells_of_the_seed(
    php: str,
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
    tmp_path: Path,
) -> None:
    """Each column that is there is filled, and holds what the crosswalk says."""
    path = tmp_path / "omeka.csv"
    path.write_bytes(make("omeka-csv", hold(seed_tei))["omeka.csv"])
    headings, cells = read(php, path)
    row = dict(zip(headings, cells, strict=True))

    assert set(headings) <= set(COLUMNS)
    assert all(cells)
    assert "1966-09-07" == row["dcterms:date"]
    assert ["AQPPSH", "MPP Korese, D4, V. 1966"] == row["dcterms:source"].split("|")
    assert "Enver Hoxha" == row["dcterms:contributor"].split("|")[0]
    assert "http://www.tei-c.org/ns/1.0 TEI P5" == row["dcterms:conformsTo"]
    assert "https://example.org/files/record.xml" == row["media_url"]


CELLS = st.text(
    st.one_of(st.sampled_from('\\",|\n\r\t; a'), st.characters(codec="utf-8")),
    min_size=1,
    max_size=12,
).filter(lambda text: text == text.strip() and "\0" not in text)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=30))
def test_any_cell_arrives(php: str, tmp_path: Path, cells: list[list[str]]) -> None:
    """Whatever a cell holds, fgetcsv gives it back; a last backslash costs a space."""
    columns = ("a", "b", "c")
    path = tmp_path / "cells.csv"
    with path.open("wb") as stream:
        rows = (dict(zip(columns, row, strict=True)) for row in cells)
        write_php_csv(rows, columns, stream)
    found = [[cell.removesuffix(" ") for cell in row] for row in read(php, path)]

    assert [list(columns), *cells] == found
