"""eXist-db, or its fork Elemental: a collection with an index configuration of ours.

REST, for it is what every version has and what https protects.
"""

import re
from types import TracebackType
from typing import Final, Self
from urllib.parse import quote

from tei_encoder.errors import ConfigurationError
from tei_encoder.push.errors import ServerError
from tei_encoder.push.existdb_index import configuration, is_ours, module
from tei_encoder.push.http import Answer, Web
from tei_encoder.push.store import Door

_XML: Final = {"Content-Type": "application/xml"}
_XQUERY: Final = {"Content-Type": "application/xquery"}
_MISSING: Final = 404
#: as it was stored: no line breaks put in, no stylesheet run
_AS_IT_IS: Final = "?_indent=no&_xsl=no"
_FOREIGN: Final = (
    "{} has an index configuration of its own; it was left as it is, and gives our "
    "facets only if it declares them"
)
#: what an error page says, in words
_SAID: Final = re.compile(rb"<(title|message|MESSAGE)>(.*?)</\1>", re.DOTALL)


class ExistDb:
    """A collection below `/db`, over HTTP."""

    def __init__(self, door: Door) -> None:
        """Plan; raises `ConfigurationError` for what is no path of a collection."""
        steps = door.place.strip("/").removeprefix("db/").split("/")
        if any(not step or step in {".", ".."} or problem(step) for step in steps):
            raise ConfigurationError(
                f"{door.place!r} is no collection",
                place="--collection",
                remedy="give names with slashes between them, as talks/1966",
            )
        self.collection = "/db/" + "/".join(quote(step, safe="") for step in steps)
        self.notes: tuple[str, ...] = ()
        self._door = door

    def __enter__(self) -> Self:
        """Store the index configuration, unless the collection has one of its own."""
        self._web = Web(self._door.address, self._door.credentials, self._door.timeout)
        try:
            self._configure()
        except BaseException:
            self._web.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up."""
        self._web.close()

    def problem(self, name: str) -> str:
        """Say why a document cannot be called so."""
        return problem(name)

    def fetch(self, name: str) -> bytes | None:
        """Give a document, None where there is none.

        eXist writes a carriage return as it is, and a parser would take it for the
        end of a line: here it becomes a reference again (XML 1.0, section 2.11).
        """
        found = self._get(f"{self.collection}/{quote(name, safe='')}")
        return None if found is None else found.replace(b"\r", b"&#13;")

    def put(self, name: str, data: bytes) -> None:
        """Store a document; what has its name is replaced."""
        self._put(f"{self.collection}/{quote(name, safe='')}", data, _XML)

    def finish(self) -> None:
        """Do nothing: the indexes grow with each document."""

    def _configure(self) -> None:
        """Send index.xql and collection.xconf, which must be there before records."""
        path = f"/db/system/config{self.collection}/collection.xconf"
        there = self._get(path)
        if there == configuration():
            return
        if there is not None and not is_ours(there):
            self.notes = (_FOREIGN.format(self._door.place),)
            return
        self._put(f"{self.collection}/index.xql", module(), _XQUERY)
        self._put(path, configuration(), _XML)
        if there is not None:
            self._reindex()

    def _reindex(self) -> None:
        query = quote(f"xmldb:reindex('{self.collection}')", safe="")
        self._fine(self._web.ask("GET", f"/rest/db?_query={query}"), "reindex")

    def _get(self, path: str) -> bytes | None:
        answer = self._web.ask("GET", f"/rest{path}{_AS_IT_IS}")
        if answer.status == _MISSING:
            return None
        return self._fine(answer, path).data

    def _put(self, path: str, data: bytes, headers: dict[str, str]) -> None:
        self._fine(self._web.ask("PUT", f"/rest{path}", data, headers), path)

    def _fine(self, answer: Answer, path: str) -> Answer:
        if answer.is_fine:
            return answer
        said = _SAID.search(answer.data)
        words = said.group(2).decode(errors="replace") if said else ""
        raise ServerError(
            " ".join(f"the server answers {answer.status} at {path} {words}".split()),
            place=str(self._door.address),
            remedy="check that the address ends where /rest begins, as /exist",
        )


def problem(name: str) -> str:
    """Say why a document or collection cannot be called so (tried with eXist 6.2)."""
    if re.search(r"[/\\:\x00-\x1f\x7f]", name):
        return "slashes, colons and control characters have another meaning there"
    return ""
