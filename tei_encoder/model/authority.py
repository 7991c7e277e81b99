"""Authority files: who and what names are of, as catalogues have it."""

from dataclasses import dataclass

from tei_encoder.model.record import EntityKind


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """One person, body or place of an authority file, called `file`.

    `kind` is None where the file does not tell (SKOS concepts).
    `references` are its addresses (VIAF, Wikidata, GeoNames ...), then its local id.
    """

    kind: EntityKind | None
    name: str
    variants: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    file: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """All its names, the preferred one first."""
        return (self.name, *self.variants)


@dataclass(frozen=True, slots=True)
class AuthorityFile:
    """An authority file that somebody gives: where it is, and of which bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class AuthorityTable:
    """The entries of all authority files, in their order.

    A table equals itself alone, so that what is made of it can be kept with it.
    """

    entries: tuple[AuthorityEntry, ...] = ()


EMPTY = AuthorityTable()


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority files asked for; `table` is empty until they are read.

    Jobs that go to other processes carry the files' names alone: each process reads
    a file once.
    """

    files: tuple[AuthorityFile, ...] = ()
    table: AuthorityTable = EMPTY
