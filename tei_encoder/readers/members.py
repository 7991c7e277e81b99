"""Files that hold other files: what is in them, and which of that are records."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import PurePosixPath
from typing import Protocol

from tei_encoder.readers.choice import choose
from tei_encoder.readers.formats import FORMATS, Format
from tei_encoder.readers.signature import likeness


class Members(Protocol):
    """An open archive, or a mail with attachments."""

    @property
    def is_record(self) -> bool:
        """Tell whether the file is a record itself, besides what it holds."""
        ...

    def names(self) -> tuple[str, ...]:
        """Give the names of what it holds; raises `ReadError` for unsafe ones."""
        ...

    def read(self, name: str) -> bytes:
        """Give the bytes of a member; raises `ReadError`."""
        ...


def may_hold(name: str, format_name: str | None = None) -> bool:
    """Tell by its name, or by the format asked for, whether a file may hold others."""
    suffix = PurePosixPath(name.lower()).suffix
    return any(
        row.members and (row.name == format_name or suffix in row.suffixes)
        for row in FORMATS
    )


def holds_others(format_name: str | None) -> bool:
    """Tell whether files of a format hold others."""
    row = _row(format_name)
    return row is not None and bool(row.members)


def open_members(data: bytes, name: str) -> Members | None:
    """Open a file that holds others; None for any other file.

    Raises `ReadError` where it is damaged or larger than the limits.
    """
    row = _row(choose(data, name).value)
    if row is None or not row.members:
        return None
    module, _, attribute = row.members.partition(":")
    members: Members = getattr(import_module(module), attribute)(data, name)
    return members


def meant(names: Iterable[str], format_name: str | None = None) -> tuple[str, ...]:
    """Give the names that a folder would be searched for, archives included.

    With the name of a format those with its suffixes.
    """
    suffixes = searched(format_name)
    return tuple(n for n in names if PurePosixPath(n.lower()).suffix in suffixes)


def searched(format_name: str | None = None) -> tuple[str, ...]:
    """Give the suffixes that a folder is searched for.

    Those of one format where it is asked for; but archives may hold any.
    """
    row = _row(format_name)
    if row is not None and not row.members:
        return row.suffixes
    return tuple(suffix for row in FORMATS if row.searched for suffix in row.suffixes)


def is_archive(data: bytes) -> bool:
    """Tell an archive by its content; a mail is none, though it may hold files."""
    found = likeness(data)
    row = _row(found.format if found else None)
    return row is not None and bool(row.members) and row.name != "eml"


def _row(name: str | None) -> Format | None:
    return next((row for row in FORMATS if row.name == name), None)
