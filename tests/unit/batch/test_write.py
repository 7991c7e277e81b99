"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from tei_encoder.batch.write import make_folder, write_whole
from tei_encoder.errors import OutputError


def names(folder: Path) -> list[str]:
    """Give the names of all files in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    """The old content goes, and no temporary file stays."""
    path = tmp_path / "a.xml"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"new", ["a.xml"])


def test_a_failure_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full, the old content is still whole."""
    path = tmp_path / "a.xml"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="no space left on device"):
        write_whole(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["a.xml"])


def test_an_interrupt_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while writing leaves no file, not even a temporary one."""

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.xml", b"new")
    assert names(tmp_path) == []


def test_a_device_is_written_to_and_not_replaced() -> None:
    """`-o /dev/null` does not turn the device into a file."""
    write_whole(Path(os.devnull), b"new")
    assert Path(os.devnull).is_char_device()


def test_permissions_follow_the_umask(tmp_path: Path) -> None:
    """Colleagues can read what the umask lets them read."""
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "a.xml", b"new")
    finally:
        os.umask(before)
    assert (tmp_path / "a.xml").stat().st_mode & 0o777 == 0o644


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """The message names the folder."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="a file is in the way"):
        make_folder(tmp_path / "file" / "out")
