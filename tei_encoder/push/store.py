"""What every XML database is asked for."""

from dataclasses import dataclass
from types import TracebackType
from typing import Final, Protocol, Self

from tei_encoder.push.address import Address, Credentials

#: seconds to wait for an answer, unless told
TIMEOUT: Final = 60.0
#: an answer above this size is none (bytes)
LARGEST: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Door:
    """Where and as whom to enter: `place` is the database or collection."""

    address: Address
    credentials: Credentials
    place: str
    timeout: float = TIMEOUT


class Store(Protocol):
    """A database or collection on a server; entered with `with`.

    Every method raises `UnreachableError` when the server is gone, `AccessError` or
    another `ServerError` when it refuses.
    """

    def __enter__(self) -> Self:
        """Connect, and make place, options and indexes ready for records."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        ...

    @property
    def notes(self) -> tuple[str, ...]:
        """Give what the user should know of the place, besides the records."""
        ...

    def problem(self, name: str) -> str:
        """Say why a document cannot be called so; empty where it can."""
        ...

    def fetch(self, name: str) -> bytes | None:
        """Give a document as the server holds it, None where there is none."""
        ...

    def put(self, name: str, data: bytes) -> None:
        """Store a document, in the place of one of its name."""
        ...

    def finish(self) -> None:
        """Bring the indexes up to date, after the last record."""
        ...
