"""Writes a file whole or not at all."""

import os
from pathlib import Path

from tei_encoder.errors import OutputError


def write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary file in the same folder, then rename it into place.

    Whatever happens, `path` holds its old content or all of the new one, and no
    temporary file is left. What is no regular file (a pipe, a device) is written to
    directly. Raises `OutputError`.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise _failure(path, error) from error


def make_folder(path: Path) -> None:
    """Make a folder and those above it, unless it exists; raises `OutputError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError(
            "is no folder: a file is in the way",
            place=str(path),
            remedy="give another output with -o",
        ) from error
    except OSError as error:
        raise _failure(path, error) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise OutputError(
            "the folder is not writable",
            place=str(path),
            remedy="give a folder that you may write to with -o",
        )


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _failure(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"cannot be written: {(error.strerror or str(error)).lower()}",
        place=str(path),
        remedy="check the path, its permissions and the space on the disk",
    )
