"""Which files are meant by the paths that a user gives."""

from pathlib import Path

import pytest

from tei_encoder.batch.inputs import find_inputs
from tei_encoder.errors import ReadError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with texts, other files, and hidden ones."""
    for name in ("b.txt", "a.TXT", "sub/c.text", "sub/d.xml", ".x.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("A: yes", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_texts_in_order(folder: Path) -> None:
    """Texts of all levels, named relative to the folder; nothing hidden."""
    names = [str(item.name) for item in find_inputs([str(folder)])]
    assert names == ["a.TXT", "b.txt", "sub/c.text"]


def test_a_file_is_taken_whatever_its_suffix(folder: Path) -> None:
    """A file that is named is meant; its name is its base name."""
    found = find_inputs([str(folder / "sub/d.xml")])
    assert [str(item.name) for item in found] == ["d.xml"]


def test_a_file_given_twice_counts_once(folder: Path) -> None:
    """A file and its folder, or a link to it, are not converted twice."""
    link = folder / "z.txt"
    link.symlink_to(folder / "b.txt")
    found = find_inputs([str(folder / "b.txt"), str(folder)])
    assert [str(item.name) for item in found] == ["b.txt", "a.TXT", "sub/c.text"]


def test_the_output_folder_is_left_out(folder: Path) -> None:
    """Reading texts written by an earlier run are no inputs of the next."""
    found = find_inputs([str(folder)], leave=folder / "sub")
    assert [str(item.name) for item in found] == ["a.TXT", "b.txt"]


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """The message names the path."""
    with pytest.raises(ReadError, match=r"none\.txt: no such file"):
        find_inputs([str(tmp_path / "none.txt")])


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    """Nothing to do is not success."""
    with pytest.raises(ReadError, match="holds no file with the suffix"):
        find_inputs([str(tmp_path)])


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.t*", ["b.txt", "c.text"]),
        ("**/*.xml", ["d.xml"]),
        ("s[u]b", ["c.text"]),
    ],
)
def test_a_pattern_that_no_shell_expanded(
    folder: Path, pattern: str, names: list[str]
) -> None:
    """Patterns mean files, whatever their suffix, else folders; nothing hidden."""
    found = find_inputs([str(folder / pattern)])
    assert [str(item.name) for item in found] == names


def test_a_pattern_without_match_is_an_error(tmp_path: Path) -> None:
    """Nothing to do is not success."""
    with pytest.raises(ReadError, match="matches no file"):
        find_inputs([str(tmp_path / "*.txt")])


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    """A file that exists is meant before a pattern is."""
    (tmp_path / "a[1].txt").write_text("A: yes", encoding="utf-8")
    (found,) = find_inputs([str(tmp_path / "a[1].txt")])
    assert found.name.name == "a[1].txt"
