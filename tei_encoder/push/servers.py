"""The kinds of server: one line each, and one module."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from tei_encoder.push.store import Door, Store


@dataclass(frozen=True, slots=True)
class Server:
    """A kind of XML database.

    `store` is `module:class`; `ports` maps the schemes of its addresses to the ports
    that they mean; `place` is what it calls the place of records (and our option).
    `proof` says what took our records, as in `export.targets`.
    """

    name: str
    store: str
    ports: Mapping[str, int]
    place: str
    makes: str
    proof: str


_ALL: Final = (
    Server(
        name="basex",
        store="tei_encoder.push.basex:BaseX",
        ports={"basex": 1984},
        place="database",
        makes="documents in a database, white space kept, indexed by word and speaker",
        proof="imported by BaseX 9.7.2 in our tests, and read back the same",
    ),
    Server(
        name="existdb",
        store="tei_encoder.push.existdb:ExistDb",
        ports={"https": 443, "http": 80},
        place="collection",
        makes="documents in a collection, with facets for speaker, date, record type, "
        "archive, donor",
        proof="imported by eXist-db 6.2.0 in our tests, and read back the same",
    ),
)

#: by name, in the order in which they are listed
SERVERS: Final[Mapping[str, Server]] = {server.name: server for server in _ALL}


def open_store(name: str, door: Door) -> Store:
    """Give the store behind a door, not yet entered.

    Raises `ConfigurationError` for a place that the server could not have.
    """
    module, _, attribute = SERVERS[name].store.partition(":")
    store: Store = getattr(import_module(module), attribute)(door)
    return store
