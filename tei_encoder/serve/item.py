"""What the server knows of a record without opening its file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """A record of the folder, or one that was there once.

    `id` is the record's own; `path` its file, relative to the folder, with slashes;
    `size` in bytes and `modified` in nanoseconds tell whether the file is unchanged.
    `digest` is the SHA-256 of its bytes; `datestamp` says when it came to be served as
    it is, or when it went (see `survey`). `sets` are names of sets (`genre:minutes`).
    """

    id: str
    path: str
    size: int
    modified: int
    digest: str
    title: str
    sets: tuple[str, ...] = ()
    datestamp: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records are meant: by datestamp, both ends included, and by set."""

    since: str | None = None
    until: str | None = None
    set: str | None = None


@dataclass(frozen=True, slots=True)
class RecordSet:
    """A set of records: its name for programs (`spec`) and for people."""

    spec: str
    name: str
