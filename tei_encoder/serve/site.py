"""What is served, and under which address."""

from dataclasses import dataclass

from tei_encoder.serve.oai.repository import Repository

#: names of this machine that a browser may use; others are somebody's trick
LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


@dataclass(frozen=True, slots=True)
class Site:
    """A repository and its address.

    `url` is the address by which others know the server, where that is not the one by
    which they ask; `hosts` are the names that they may ask for, any where empty.
    """

    repository: Repository
    url: str | None = None
    hosts: tuple[str, ...] = ()

    def base(self, asked: str) -> str:
        """Give the address that stands before all paths, with a slash at its end."""
        return f"{(self.url or asked).rstrip('/')}/"
