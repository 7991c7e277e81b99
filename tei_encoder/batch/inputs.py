"""Finds the files that are to be converted or validated."""

import glob
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from tei_encoder.batch.opened import member_bytes
from tei_encoder.errors import ReadError
from tei_encoder.readers import SUFFIXES
from tei_encoder.readers.members import searched

#: how standard input is called: by the user, and in the report and the TEI
STDIN: Final = "-"
STDIN_NAME: Final = "stdin"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to convert, a member of one, or a folder that cannot be searched.

    `path` is None for standard input; `name` is relative to the folder that was
    given, with slashes, or the name of the file itself; `unreadable` says why a folder
    cannot be searched, and is empty for files. `member` names what is meant of an
    archive, or of a mail with attachments.
    """

    path: Path | None
    name: PurePosixPath
    unreadable: str = ""
    member: str = ""

    @property
    def shown(self) -> str:
        """Give the path as the user may look for it."""
        shown = str(self.path) if self.path else STDIN_NAME
        return f"{shown}/{self.member}" if self.member else shown


def find_inputs(
    paths: Iterable[str],
    *,
    suffixes: Collection[str] | None = None,
    leave: Path | None = None,
) -> tuple[Input, ...]:
    """Give all files meant by `paths`, each once, folders in the order of names.

    A folder is searched through for `suffixes`, without them for those of records;
    hidden files and folders, the folder `leave` (where the output goes) and the
    reading texts of earlier runs are left out. A path that does not exist may be a
    pattern with `*`, `?`, `[...]`, and `**` for folders of any depth.
    A sub-folder that cannot be read is given as an input that cannot be read.
    Raises `ReadError` for what means no file.
    """
    found: dict[str, Input] = {}
    for path in paths:
        for item in _inputs(path, suffixes or searched(), leave):
            key = os.path.realpath(item.path) if item.path else STDIN
            found.setdefault(key, item)
    return tuple(found.values())


def passed_over(
    paths: Iterable[str], searched: Collection[str], leave: Path | None = None
) -> tuple[str, ...]:
    """Give the suffixes of files in folders that could be read, but are not sought.

    Tables, JSON and XML may be anything; they are read where they are named.
    """
    known = frozenset(SUFFIXES) - frozenset(searched)
    folders = [Path(path) for path in paths if path != STDIN and Path(path).is_dir()]
    suffixes = {
        path.suffix.lower()
        for folder in folders
        for path in _walk(folder, leave, lambda _: None)
    }
    return tuple(sorted(suffixes & known))


def bytes_of(item: Input) -> bytes:
    """Give the bytes of an input; raises `ReadError`."""
    if item.path is None:
        return sys.stdin.buffer.read()
    if item.unreadable:
        raise _cannot_be_read("the folder cannot", item.unreadable, item.shown)
    try:
        if item.member:
            return member_bytes(item.path, item.member)
        return item.path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _cannot_be_read("cannot", reason, item.shown) from error


def _cannot_be_read(what: str, reason: str, place: str) -> ReadError:
    return ReadError(
        f"{what} be read: {reason.lower()}",
        place=place,
        remedy="check the path and its permissions",
    )


def _inputs(
    path: str, suffixes: Collection[str], leave: Path | None
) -> Iterator[Input]:
    if path == STDIN:
        yield Input(None, PurePosixPath(STDIN_NAME))
    elif Path(path).is_dir():
        yield from _in_folder(Path(path), suffixes, leave)
    elif Path(path).exists():
        yield Input(Path(path), PurePosixPath(Path(path).name))
    elif glob.has_magic(path):
        yield from _matching(path, suffixes, leave)
    else:
        raise ReadError("no such file or folder", place=path, remedy="check the path")


def _matching(
    pattern: str, suffixes: Collection[str], leave: Path | None
) -> Iterator[Input]:
    """Give what a pattern means that no shell has expanded."""
    found = sorted(glob.iglob(pattern, recursive=True))  # noqa: PTH207 - leaves hidden files out
    if not found:
        raise ReadError("matches no file", place=pattern, remedy="check the pattern")
    files = [path for path in found if Path(path).is_file()]
    for path in files or found:
        yield from _inputs(path, suffixes, leave)


def _in_folder(
    folder: Path, suffixes: Collection[str], leave: Path | None
) -> Iterator[Input]:
    errors: list[OSError] = []
    files = tuple(_walk(folder, leave, errors.append))
    found = [path for path in files if path.suffix.lower() in suffixes]
    saved = _saved_texts(found, files)
    found = [path for path in found if path not in saved]
    refused = {Path(str(error.filename)): str(error.strerror) for error in errors}
    if folder in refused:
        raise _cannot_be_read("the folder cannot", refused[folder], str(folder))
    if not (found or refused):
        raise ReadError(
            f"the folder holds no file with the suffix {' or '.join(suffixes)}",
            place=str(folder),
            remedy="name the files themselves, or another folder",
        )
    for path in (*found, *refused):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        yield Input(path, name, refused.get(path, ""))


def _saved_texts(found: Iterable[Path], files: Iterable[Path]) -> frozenset[Path]:
    """Give the reading texts that `--save-text` may have left beside their TEI."""
    made = {path.with_suffix(".txt") for path in found if path.suffix != ".txt"}
    return frozenset(
        made & {p.with_suffix(".txt") for p in files if p.suffix == ".xml"}
    )


def _walk(
    folder: Path, leave: Path | None, refuse: Callable[[OSError], None]
) -> Iterator[Path]:
    left = os.path.realpath(leave) if leave and leave != folder else None
    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(Path(root, name)) != left
        )
        yield from (Path(root, n) for n in sorted(files) if not n.startswith("."))
