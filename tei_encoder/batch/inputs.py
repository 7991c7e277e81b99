"""Finds the files that are to be converted."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from tei_encoder.errors import ReadError
from tei_encoder.readers import SUFFIXES

#: how standard input is called: by the user, and in the report and the TEI
STDIN: Final = "-"
STDIN_NAME: Final = "stdin"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to convert.

    `path` is None for standard input; `name` is relative to the folder that was
    given, with slashes, or the name of the file itself.
    """

    path: Path | None
    name: PurePosixPath

    @property
    def shown(self) -> str:
        """Give the path as the user may look for it."""
        return str(self.path) if self.path else STDIN_NAME


def find_inputs(
    paths: Iterable[str], *, leave: Path | None = None
) -> tuple[Input, ...]:
    """Give all files meant by `paths`, each once, folders in the order of names.

    A folder is searched through for the suffixes that the readers know; hidden
    folders and the folder `leave` (where the output goes) are left out.
    Raises `ReadError` for a path that does not exist and for a folder without any.
    """
    found: dict[str, Input] = {}
    for path in paths:
        for item in _inputs(path, leave):
            key = os.path.realpath(item.path) if item.path else STDIN
            found.setdefault(key, item)
    return tuple(found.values())


def _inputs(path: str, leave: Path | None) -> Iterator[Input]:
    if path == STDIN:
        yield Input(None, PurePosixPath(STDIN_NAME))
    elif os.path.isdir(path):  # noqa: PTH112 - a str: "a/" and "-" must stay as given
        yield from _in_folder(Path(path), leave)
    elif os.path.exists(path):  # noqa: PTH110 - the same
        yield Input(Path(path), PurePosixPath(Path(path).name))
    else:
        raise ReadError("no such file or folder", place=path, remedy="check the path")


def _in_folder(folder: Path, leave: Path | None) -> Iterator[Input]:
    found = False
    for path in _walk(folder, leave):
        found = True
        yield Input(path, PurePosixPath(path.relative_to(folder).as_posix()))
    if not found:
        raise ReadError(
            f"the folder holds no file with a suffix in {', '.join(SUFFIXES)}",
            place=str(folder),
            remedy="name the files themselves, or another folder",
        )


def _walk(folder: Path, leave: Path | None) -> Iterator[Path]:
    left = os.path.realpath(leave) if leave and leave != folder else None
    for root, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(Path(root, name)) != left
        )
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(root, name)


def _refuse(error: OSError) -> None:
    raise ReadError(
        f"the folder cannot be read: {error.strerror}",
        place=str(error.filename),
        remedy="check its permissions",
    ) from error
