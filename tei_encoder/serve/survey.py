"""Looks through the folder and writes down what is new, changed or gone.

The datestamp of a record is what harvesters go by: they ask for all that changed
since their last visit. So it says when the server began to serve the record as it is:

- at the first survey, when nobody can have harvested: the file's modification time;
- later: the time at which the survey wrote down the addition, change or deletion.

A file's own time will not do later: a file that is copied into the folder may be
older than the last harvest, which would never hear of it. Dates of `revisionDesc`
have no time of day and are about the edition, not about this server.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from tei_encoder.decode import entry_of
from tei_encoder.errors import ReadError, TeiEncoderError, defect
from tei_encoder.serve.clock import now, stamp
from tei_encoder.serve.item import Item, RecordSet
from tei_encoder.serve.reading import read_tei
from tei_encoder.serve.register import Register
from tei_encoder.serve.sets import KINDS, sets_of

_SUFFIX: Final = ".xml"
_NANOSECONDS: Final = 1_000_000_000
#: so many records are written down at once
_BATCH: Final = 200
#: ids that name sets where records and sets are found in one place
ROOT: Final = "records"


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of looking at one file; `error` says why it is not served."""

    name: str
    error: TeiEncoderError | None = None


@dataclass(slots=True)
class _Batch:
    """Records that wait to be written down; what was known before, and is seen now."""

    register: Register
    first: bool
    items: list[Item] = field(default_factory=list)
    sets: dict[str, RecordSet] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    known: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def add(self, item: Item, sets: tuple[RecordSet, ...] = ()) -> None:
        self.items.append(item)
        self.sets |= {found.spec: found for found in (*sets, *KINDS) if sets}
        if len(self.items) >= _BATCH:
            self.write()

    def write(self) -> None:
        """Write down what waits; the time is that of writing, never an earlier one."""
        present = now()
        dated = [
            replace(item, datestamp=min(stamp(item.modified / _NANOSECONDS), present))
            if self.first
            else replace(item, datestamp=present)
            for item in self.items
        ]
        self.register.put(dated, self.sets.values())
        self.items.clear()
        self.sets.clear()


def files_in(folder: Path) -> tuple[str, ...]:
    """Give the TEI files below a folder, in the order of their names.

    Hidden files and folders are left out, and links that lead out of the folder.
    Raises `ReadError` where there is none, or the folder cannot be read.
    """
    found = tuple(sorted(_files(folder)))
    if not found:
        raise ReadError(
            f"the folder holds no file with the suffix {_SUFFIX}",
            place=str(folder),
            remedy="name a folder of TEI files",
        )
    return found


def survey(folder: Path, names: tuple[str, ...], register: Register) -> Iterator[Seen]:
    """Look at each file; when all were looked at, what is gone is marked as deleted.

    A record whose file is broken is not there; it comes back with the file.
    """
    known = {path: (i, size, at) for i, path, size, at in register.live()}
    batch = _Batch(register, first=register.surveyed() is None, known=known)
    for name in names:
        try:
            _look(folder, name, batch)
        except TeiEncoderError as error:
            yield Seen(name, error)
        except Exception as error:  # noqa: BLE001 - a defect in one file stops no other
            yield Seen(name, defect(error, place=name))
        else:
            yield Seen(name)
    for identifier, *_ in register.live():
        item = None if identifier in batch.seen else register.item(identifier)
        if item is not None:
            batch.add(replace(item, deleted=True))
    batch.write()
    register.finish(now())


def _files(folder: Path) -> Iterator[str]:
    inside = folder.resolve()
    for root, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(root, name)
            meant = path.suffix.lower() == _SUFFIX and not name.startswith(".")
            if meant and _is_inside(path, inside):
                yield path.relative_to(folder).as_posix()


def _is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a link leads to a file of the folder; what is no link does."""
    return not path.is_symlink() or path.resolve().is_relative_to(folder)


def _refuse(error: OSError) -> None:
    raise ReadError(
        f"the folder cannot be read: {(error.strerror or str(error)).lower()}",
        place=str(error.filename),
        remedy="check the path and its permissions",
    ) from error


def _look(folder: Path, name: str, batch: _Batch) -> None:
    """See whether a file is as it was; read it where it is not."""
    path = folder / name
    status = path.stat()
    identifier, *known = batch.known.get(name, ("", 0, 0))
    if known == [status.st_size, status.st_mtime_ns]:
        _claim(identifier, name, batch)
        return
    opened = read_tei(path, name)
    entry = entry_of(opened.root, path.stem)
    _claim(entry.id, name, batch)
    sets = tuple(sets_of(entry))
    item = Item(
        id=entry.id,
        path=name,
        size=status.st_size,
        modified=status.st_mtime_ns,
        digest=sha256(opened.data).hexdigest(),
        title=entry.title or entry.id,
        sets=tuple(found.spec for found in sets),
    )
    before = batch.register.item(entry.id)
    if before and not before.deleted and before.digest == item.digest:
        # touched or moved, but the same: harvesters need not come back
        batch.register.put([replace(item, datestamp=before.datestamp)], ())
    else:
        batch.add(item, sets)


def _claim(identifier: str, name: str, batch: _Batch) -> None:
    if identifier == ROOT or identifier.startswith(tuple(f"{k.spec}:" for k in KINDS)):
        raise ReadError(
            f"the id {identifier!r} names a set of records",
            place=name,
            remedy="give the file another xml:id",
        )
    other = batch.seen.setdefault(identifier, name)
    if other != name:
        raise ReadError(
            f"the id {identifier!r} is taken by {other}",
            place=name,
            remedy="give each file an xml:id of its own",
        )
