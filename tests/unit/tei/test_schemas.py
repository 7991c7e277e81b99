"""Schemas are found in a checkout and inside a package."""

from pathlib import Path

import pytest

from tei_encoder.errors import UnknownNameError
from tei_encoder.tei import schemas


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a schema where an installed package would have it."""
    folder = tmp_path / "_schemas"
    folder.mkdir()
    (folder / "conversation.rng").write_text("<grammar/>")
    monkeypatch.setattr(schemas, "_FOLDERS", (folder, tmp_path / "absent"))
    return folder


def test_folder_of_this_installation() -> None:
    """The schemas of the running code are a folder that exists."""
    assert schemas.schemas_folder().is_dir()


def test_schema_inside_a_package(folder: Path) -> None:
    """A schema inside the package is found before any other."""
    assert schemas.schema_path("conversation.rng") == folder / "conversation.rng"


@pytest.mark.usefixtures("folder")
def test_mistyped_schema() -> None:
    """A mistyped name gives the nearest one."""
    with pytest.raises(UnknownNameError, match=r"did you mean 'conversation\.rng'"):
        schemas.schema_path("conversations.rng")


def test_missing_schemas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without schemas says so."""
    monkeypatch.setattr(schemas, "_FOLDERS", (tmp_path / "absent",))
    with pytest.raises(UnknownNameError, match="reinstall"):
        schemas.schema_path("conversation.rng")
