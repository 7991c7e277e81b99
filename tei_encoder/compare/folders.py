"""Pairs the TEI files of two folders by their names, and compares each pair."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tei_encoder.compare.changes import Change, How, Tally, changes, count
from tei_encoder.compare.facts import PHENOMENA, facts
from tei_encoder.compare.model import Fact
from tei_encoder.decode import decode
from tei_encoder.errors import ReadError, TeiEncoderError
from tei_encoder.tei.document import parse


@dataclass(frozen=True, slots=True)
class Compared:
    """A file of two runs; `only` says `old` or `new` where one run lacks it.

    `error` says why a file could not be compared.
    """

    name: str
    changes: tuple[Change, ...] = ()
    tallies: dict[str, Tally] = field(default_factory=dict)
    only: str = ""
    error: TeiEncoderError | None = None

    @property
    def same(self) -> bool:
        """Tell whether both runs claim the same."""
        return not (self.changes or self.only or self.error)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs compared: every file, and sums by phenomenon in a fixed order."""

    files: tuple[Compared, ...]

    @property
    def same(self) -> bool:
        """Tell whether nothing changed at all."""
        return all(compared.same for compared in self.files)

    @property
    def tallies(self) -> dict[str, Tally]:
        """Sum up each phenomenon that occurs."""
        sums: dict[str, Tally] = {}
        for compared in self.files:
            for name, tally in compared.tallies.items():
                sums[name] = sums.get(name, Tally()) + tally
        return {name: sums[name] for name in PHENOMENA if name in sums}

    def changes(self, phenomenon: str) -> Iterator[tuple[str, Change]]:
        """Give the changes of a phenomenon, each with the name of its file."""
        for compared in self.files:
            for change in compared.changes:
                if change.phenomenon == phenomenon:
                    yield compared.name, change


def pair(old: Path, new: Path) -> list[tuple[str, Path | None, Path | None]]:
    """Pair the TEI files of two runs by their names below the two folders.

    Gives name, path in the old run and path in the new one, None where a run lacks
    it, in the order of the names. Two single files are a pair whatever their names.
    Raises `ReadError` for a path that does not exist, or a file beside a folder.
    """
    for path in (old, new):
        if not path.exists():
            raise ReadError(
                "does not exist", place=str(path), remedy="give two folders of TEI"
            )
    if old.is_dir() != new.is_dir():
        raise ReadError(
            "one is a file and the other a folder",
            place=f"{old}, {new}",
            remedy="give two files or two folders",
        )
    if old.is_file():
        return [(new.name, old, new)]
    before, after = _files(old), _files(new)
    return [
        (name, before.get(name), after.get(name)) for name in sorted({*before, *after})
    ]


def compare_pair(name: str, old: Path | None, new: Path | None) -> Compared:
    """Compare one file of two runs; whatever goes wrong is in the result."""
    if old is None or new is None:
        return Compared(name, only="new" if old is None else "old")
    try:
        before, after = _facts(old), _facts(new)
    except TeiEncoderError as error:
        return Compared(name, error=error)
    found = changes(before, after)
    return Compared(name, found, _tallies(before, after, found))


def _files(folder: Path) -> dict[str, Path]:
    found = (path for path in folder.rglob("*.xml") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def _facts(path: Path) -> tuple[Fact, ...]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"cannot be read: {error.strerror or error}",
            place=str(path),
            remedy="check its permissions",
        ) from error
    return tuple(facts(decode(parse(data, str(path))).value))


def _tallies(
    old: tuple[Fact, ...], new: tuple[Fact, ...], found: tuple[Change, ...]
) -> dict[str, Tally]:
    before, after = count(old), count(new)

    def number(name: str, how: How) -> int:
        return sum(c.phenomenon == name and c.how is how for c in found)

    return {
        name: Tally(
            before.get(name, 0),
            after.get(name, 0),
            *(number(name, how) for how in How),
        )
        for name in dict.fromkeys((*before, *after))
    }
