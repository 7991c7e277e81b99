"""Puts packages into a folder: whole or not at all, and none over foreign files."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from tei_encoder.errors import OutputError

#: what is not finished yet; it is there during a run alone
ASIDE: Final = ".tei-encoder-export"


def top_of(package: Mapping[str, bytes]) -> str:
    """Give the one name below which all files of a package stand.

    Raises `ValueError` for a package that breaks the rule of `stages.Exporter`.
    """
    tops = {path.split("/")[0] for path in package}
    if len(tops) != 1:
        raise ValueError(f"a package has one name, not {sorted(tops)}")
    return tops.pop()


def package_digest(package: Mapping[str, bytes]) -> str:
    """Give a digest of the names and contents of a package."""
    return _digest({path: sha256(data).hexdigest() for path, data in package.items()})


def digest_on_disk(folder: Path, top: str) -> str | None:
    """Give the same digest of what stands in a folder; None where nothing does."""
    path = folder / top
    if path.is_file():
        return _digest({top: _file_digest(path)})
    if not path.is_dir():
        return None
    files = (p for p in path.rglob("*") if p.is_file())
    return _digest({p.relative_to(folder).as_posix(): _file_digest(p) for p in files})


class Shelf:
    """The folder of an export; packages are built aside and renamed into place."""

    def __init__(self, folder: Path, aside: Path) -> None:
        """Clear away what an interrupted run left in `aside` (on the same disk)."""
        self.folder, self.aside = folder, aside
        self.new, self.old = aside / "new", aside / "old"
        if self.old.is_dir():
            for path in self.old.iterdir():
                if not (folder / path.name).exists():
                    path.rename(folder / path.name)
        self.close()

    def put(self, package: Mapping[str, bytes]) -> None:
        """Put a package into its place; what stood there before is gone.

        Raises `OutputError`.
        """
        top = top_of(package)
        try:
            self._build(package)
            self._exchange(top)
        except OSError as error:
            raise OutputError(
                f"cannot be written: {(error.strerror or str(error)).lower()}",
                place=str(self.folder / top),
                remedy="check the path, its permissions and the space on the disk",
            ) from error
        finally:
            _remove(self.new / top)
            _remove(self.old / top)

    def close(self) -> None:
        """Remove what is aside; the rows of a table may stay there."""
        for path in (self.new, self.old):
            shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            self.aside.rmdir()

    def _build(self, package: Mapping[str, bytes]) -> None:
        folders = {(self.new / path).parent for path in package}
        for folder in sorted(folders):
            folder.mkdir(parents=True, exist_ok=True)
        for path, data in package.items():
            (self.new / path).write_bytes(data)

    def _exchange(self, top: str) -> None:
        """Rename twice; an interruption in between is mended by the next run."""
        place = self.folder / top
        if place.exists():
            self.old.mkdir(parents=True, exist_ok=True)
            place.rename(self.old / top)
        (self.new / top).rename(place)


def _remove(path: Path) -> None:
    """Remove a file or folder that may not be there."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _digest(digests: Mapping[str, str]) -> str:
    lines = (f"{path}\0{digests[path]}\n" for path in sorted(digests))
    return sha256("".join(lines).encode()).hexdigest()


def _file_digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
