"""A copy of a database, kept while it is changed: BaseX has no journal.

A server that is killed while it writes leaves a database that it opens no more. The
copy made before the first change then takes its place; what is damaged is put aside,
and nothing is ever dropped but such a copy.
"""

from collections.abc import Iterator
from itertools import count

from tei_encoder.push.basex_wire import Wire
from tei_encoder.push.errors import RefusalError


def open_database(wire: Wire, name: str) -> tuple[str, ...]:
    """Open a database, create it, or put the copy of it in its place; give notes.

    Raises `RefusalError` where it is damaged and there is no copy.
    """
    there = frozenset(wire.query("db:list()").decode().split("\n"))
    if name not in there and copy_of(name) in there:
        wire.command(f"ALTER DB {copy_of(name)} {name}")
    try:
        # opens a database or creates it, and never empties one
        wire.command(f"CHECK {name}")
    except RefusalError as error:
        if name not in there:
            raise
        if copy_of(name) not in there:
            raise _beyond_help(name, error) from error
        return (_put_back(wire, name, there),)
    return ()


def keep_copy(wire: Wire, name: str) -> None:
    """Copy the database before it is changed; an older copy is replaced."""
    wire.command(f"COPY {name} {copy_of(name)}")


def drop_copy(wire: Wire, name: str) -> None:
    """Drop the copy, if there is one: all changes are on the disk."""
    wire.command(f"DROP DB {copy_of(name)}")


def copy_of(name: str) -> str:
    """Give the name of the copy."""
    return f"{name}~before-push"


def _put_back(wire: Wire, name: str, there: frozenset[str]) -> str:
    aside = next(other for other in _asides(name) if other not in there)
    wire.command(f"ALTER DB {name} {aside}")
    wire.command(f"ALTER DB {copy_of(name)} {name}")
    wire.command(f"CHECK {name}")
    return (
        f"the server was stopped while it wrote to {name}; the database is back as it "
        f"was before that push (what is damaged is aside as {aside}): push all files "
        "of that push again"
    )


def _asides(name: str) -> Iterator[str]:
    yield f"{name}~damaged"
    yield from (f"{name}~damaged-{number}" for number in count(2))


def _beyond_help(name: str, error: RefusalError) -> RefusalError:
    return RefusalError(
        f"{error.message}; there is no copy of {name} from before a push",
        place=error.place,
        remedy="restore a backup of it on the server, or drop it and push everything",
    )
