"""A copy of a database, kept while it is changed: BaseX has no journal.

A server that is killed while it writes leaves a database that it opens no more, or
one that looks sound and is not. So a push that was cut is undone before it is done
again: the copy made before its first change takes the place of the database, which is
put aside. Nothing is dropped but such copies.

A copy appears and vanishes by a change of name, so that it is whole whenever it is
there.
"""

from collections.abc import Iterator
from itertools import count

from tei_encoder.push.basex_wire import Wire
from tei_encoder.push.errors import RefusalError


def open_database(wire: Wire, name: str) -> tuple[str, ...]:
    """Undo a push that was cut, then open the database or create it; give notes.

    Raises `RefusalError` where it is damaged and there is no copy.
    """
    there = frozenset(wire.query("db:list()").decode().split("\n"))
    notes = tuple(_undo(wire, name, there)) if copy_of(name) in there else ()
    try:
        # opens a database or creates it, and never empties one
        wire.command(f"CHECK {name}")
    except RefusalError as error:
        raise RefusalError(
            error.message,
            place=error.place,
            remedy="check the rights of the user; if the database is damaged, restore "
            "a backup of it, or drop it and push everything again",
        ) from error
    return notes


def keep_copy(wire: Wire, name: str) -> None:
    """Copy the database before it is changed."""
    wire.command(f"COPY {name} {_scratch(name)}")
    wire.command(f"ALTER DB {_scratch(name)} {copy_of(name)}")


def drop_copy(wire: Wire, name: str) -> None:
    """Drop the copy: all changes are on the disk."""
    wire.command(f"ALTER DB {copy_of(name)} {_scratch(name)}")
    wire.command(f"DROP DB {_scratch(name)}")


def copy_of(name: str) -> str:
    """Give the name of the copy."""
    return f"{name}~before-push"


def _undo(wire: Wire, name: str, there: frozenset[str]) -> Iterator[str]:
    aside = next(other for other in _asides(name) if other not in there)
    if name in there:
        wire.command(f"ALTER DB {name} {aside}")
        yield (
            f"the last push into {name} was cut, and the server may have been writing: "
            f"the database is back as it was before, and what it was is aside as "
            f"{aside}; push all files of that push again"
        )
    wire.command(f"ALTER DB {copy_of(name)} {name}")


def _asides(name: str) -> Iterator[str]:
    yield f"{name}~cut"
    yield from (f"{name}~cut-{number}" for number in count(2))


def _scratch(name: str) -> str:
    return f"{name}~scratch"
