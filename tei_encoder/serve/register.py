"""The state of the server: which records it serves, since when, and which are gone.

One small SQLite file. It is the memory that lets a harvester be told of deletions;
it holds no text of any record and can be made anew, at the price of that memory.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from tei_encoder.errors import OutputError
from tei_encoder.serve.item import Item, RecordSet, Selection
from tei_encoder.serve.sets import kind_of

#: of the tables below, kept in `user_version`
_VERSION: Final = 1
_TABLES: Final = """
create table records (
    id text primary key, path text not null, size integer not null,
    modified integer not null, digest text not null, title text not null,
    datestamp text not null, deleted integer not null);
create index by_date on records (datestamp, id);
create table memberships (spec text, id text, primary key (spec, id)) without rowid;
create index by_record on memberships (id);
create table sets (spec text primary key, name text not null);
create table surveys (at text not null);
"""
_COLUMNS: Final = "id, path, size, modified, digest, title, datestamp, deleted"
_MEANT: Final = """
    (:since is null or datestamp >= :since) and (:until is null or datestamp <= :until)
    and (:spec is null or id in (select id from memberships where spec = :spec))
"""


class Register:
    """The records that are served; every call opens the file for itself."""

    def __init__(self, path: Path) -> None:
        """Open the state at `path`, or begin it.

        Raises `OutputError` where the file cannot be written, or is something else.
        """
        self._path = path
        with self._open() as file:
            version = file.execute("pragma user_version").fetchone()[0]
            known = file.execute("select count(*) from sqlite_master").fetchone()[0]
            if version == 0 and known == 0:
                file.executescript(_TABLES)
                file.execute(f"pragma user_version = {_VERSION}")
            elif version != _VERSION:
                raise self._unusable("is no index of this version of tei-encoder")

    def put(self, items: Iterable[Item], sets: Iterable[RecordSet]) -> None:
        """Write records as they are now; all of them or none."""
        with self._open() as file:
            file.executemany(
                "insert into sets values (?, ?) on conflict do nothing",
                [(found.spec, found.name) for found in sets],
            )
            for item in items:
                self._put(file, item)

    def finish(self, now: str) -> None:
        """Remember that all of the folder has been looked at."""
        with self._open() as file:
            file.execute("delete from surveys")
            file.execute("insert into surveys values (?)", (now,))

    def surveyed(self) -> str | None:
        """Tell when the folder was last looked through; None if never to the end."""
        with self._open() as file:
            row = file.execute("select at from surveys").fetchone()
        return row[0] if row else None

    def item(self, identifier: str) -> Item | None:
        """Give a record by its id, also one that is gone."""
        return next(self._select("id = :id", {"id": identifier}), None)

    def live(self) -> list[tuple[str, str, int, int]]:
        """Give id, path, size and time of modification of all that is there."""
        query = "select id, path, size, modified from records where not deleted"
        with self._open() as file:
            return list(file.execute(query))

    def page(
        self, meant: Selection, after: tuple[str, str] | None, limit: int
    ) -> list[Item]:
        """Give some of the records meant, those that are gone included.

        They are ordered by datestamp, then id; `after` names the last one that was
        given before.
        """
        date, identifier = after or ("", "")
        where = f"{_MEANT} and (datestamp, id) > (:date, :id) order by datestamp, id"
        values = {**_values(meant), "date": date, "id": identifier, "limit": limit}
        return list(self._select(f"{where} limit :limit", values))

    def count(self, meant: Selection) -> int:
        """Count the records meant."""
        with self._open() as file:
            query = f"select count(*) from records where {_MEANT}"  # noqa: S608 - constants
            total: int = file.execute(query, _values(meant)).fetchone()[0]
        return total

    def earliest(self) -> str | None:
        """Give the earliest datestamp; None where there is no record."""
        with self._open() as file:
            found: str | None = file.execute(
                "select min(datestamp) from records"
            ).fetchone()[0]
        return found

    def sets(self) -> list[RecordSet]:
        """Give all sets that hold records or held them, by their specs."""
        with self._open() as file:
            rows = file.execute("select spec, name from sets order by spec")
            return [RecordSet(*row) for row in rows]

    def members(self, spec: str | None, offset: int, limit: int) -> list[Item]:
        """Give records of a set that are there, by id; of no set for None."""
        where = f"{_members(spec)} order by id limit :limit offset :offset"
        values = {"spec": spec, "limit": limit, "offset": offset}
        return list(self._select(where, values))

    def count_members(self, spec: str | None) -> int:
        """Count the records of a set that are there; of no set for None."""
        with self._open() as file:
            query = f"select count(*) from records where {_members(spec)}"  # noqa: S608 - constants
            total: int = file.execute(query, {"spec": spec}).fetchone()[0]
        return total

    def _select(self, where: str, values: Mapping[str, object]) -> Iterator[Item]:
        query = f"select {_COLUMNS} from records where {where}"  # noqa: S608 - constants
        with self._open() as file:
            rows = file.execute(query, values).fetchall()
            for row in rows:
                yield _item(file, row)

    def _put(self, file: sqlite3.Connection, item: Item) -> None:
        file.execute(
            f"insert or replace into records ({_COLUMNS}) "  # noqa: S608 - constants
            "values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                item.id,
                item.path,
                item.size,
                item.modified,
                item.digest,
                item.title,
                item.datestamp,
                item.deleted,
            ),
        )
        file.execute("delete from memberships where id = ?", (item.id,))
        specs = {s for spec in item.sets for s in (spec, kind_of(spec)) if s}
        file.executemany(
            "insert into memberships values (?, ?)", [(s, item.id) for s in specs]
        )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file; what is written is kept where nothing goes wrong."""
        try:
            with closing(sqlite3.connect(self._path)) as file, file:
                yield file
        except sqlite3.Error as error:
            raise self._unusable(f"cannot keep the index: {error}") from error

    def _unusable(self, message: str) -> OutputError:
        return OutputError(
            message, place=str(self._path), remedy="give another file with --index"
        )


def _item(file: sqlite3.Connection, row: tuple[str | int, ...]) -> Item:
    *values, datestamp, deleted = row
    query = "select spec from memberships where id = ? order by spec"
    specs = (spec for (spec,) in file.execute(query, (row[0],)))
    sets = tuple(spec for spec in specs if kind_of(spec))
    identifier, path, size, modified, digest, title = values
    return Item(
        id=str(identifier),
        path=str(path),
        size=int(size),
        modified=int(modified),
        digest=str(digest),
        title=str(title),
        sets=sets,
        datestamp=str(datestamp),
        deleted=bool(deleted),
    )


def _values(meant: Selection) -> dict[str, object]:
    return {"since": meant.since, "until": meant.until, "spec": meant.set}


def _members(spec: str | None) -> str:
    having = "select id from memberships"
    if spec is None:
        return f"not deleted and id not in ({having})"
    return f"not deleted and id in ({having} where spec = :spec)"
