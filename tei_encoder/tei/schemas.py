"""Where the schemas of the project are: in a checkout or inside the installed wheel."""

from pathlib import Path

from tei_encoder.errors import UnknownNameError
from tei_encoder.registry import suggestion

_PACKAGE = Path(__file__).resolve().parents[1]
#: the wheel carries the schemas inside the package; a checkout (also an editable
#: install, where hatchling's force-include does not apply) has them beside it
_FOLDERS = (_PACKAGE / "_schemas", _PACKAGE.parent / "schemas")


def schema_path(name: str) -> Path:
    """Give the path of a file of the project's `schemas/`, as `conversation.rng`.

    Raises `UnknownNameError` with near names when there is none.
    """
    folder = schemas_folder()
    path = folder / name
    if not path.is_file():
        known = tuple(p.name for p in folder.iterdir() if p.is_file())
        raise UnknownNameError(
            f"there is no schema {name!r} in the project",
            remedy=suggestion(name, known),
        )
    return path


def schemas_folder() -> Path:
    """Give the folder of the project's schemas.

    Raises `UnknownNameError` when the installation lacks it.
    """
    for folder in _FOLDERS:
        if folder.is_dir():
            return folder
    raise UnknownNameError(
        "the schemas of tei_encoder are not installed",
        remedy="reinstall tei-encoder",
    )
