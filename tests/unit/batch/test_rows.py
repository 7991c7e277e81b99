"""A row of a table of metadata is found by name or by path."""

from pathlib import Path, PurePosixPath

import pytest

from tei_encoder.batch.inputs import Input
from tei_encoder.batch.rows import files_by_input, rows_without_input
from tei_encoder.model.metadata import Metadata

ITEMS = [
    Input(Path("in", name), PurePosixPath(name)) for name in ("a.txt", "sub/a.txt")
]


def found(*files: str) -> list[str | None]:
    """Give the file by which each of the two inputs is meant."""
    return [
        files_by_input(dict.fromkeys(files, Metadata()), ITEMS).get(i) for i in ITEMS
    ]


@pytest.mark.parametrize("file", ["a.txt", "in/a.txt", "sub/../in/a.txt"])
def test_a_path_means_its_input(file: str) -> None:
    """The relative name, or any path from the working folder."""
    assert found(file)[0] == file


def test_an_absolute_path_means_its_input() -> None:
    """Absolute paths mean one input, whatever others are called."""
    file = str(Path("in/sub/a.txt").absolute())
    assert found(file) == [None, file]


def test_the_nearest_name_counts() -> None:
    """A relative name comes before a path, and that before a base name."""
    assert found("a.txt", "in/sub/a.txt", "in/a.txt") == ["a.txt", "in/sub/a.txt"]


def test_rows_that_mean_nothing_are_told() -> None:
    """Also a row that another one for the same input has made useless."""
    table = dict.fromkeys(("a.txt", "in/a.txt", "b.txt", "sub/a.txt"), Metadata())
    assert rows_without_input(table, ITEMS) == ("in/a.txt", "b.txt")


def test_a_row_of_an_archive_names_a_member() -> None:
    """A row means one member by the path of the archive and its name in it."""
    members = [
        Input(Path("in.zip"), PurePosixPath("in.zip", name), member=name)
        for name in ("a.txt", "b.txt")
    ]
    table = {"in.zip/b.txt": Metadata(), "in.zip": Metadata()}
    assert {members[1]: "in.zip/b.txt"} == files_by_input(table, members)
