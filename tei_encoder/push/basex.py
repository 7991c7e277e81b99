"""BaseX: a database, whose white space nobody chops.

The client/server protocol, and not REST, for every BaseX has it: Debian's package comes
without the HTTP server. It does not encrypt: another machine is reached by a tunnel.
"""

import re
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

from tei_encoder.errors import ConfigurationError
from tei_encoder.push.basex_copy import drop_copy, keep_copy, open_database
from tei_encoder.push.basex_wire import Wire
from tei_encoder.push.errors import RefusalError, ServerError, UnreachableError
from tei_encoder.push.store import Door

#: what a database may be called (docs.basex.org: Valid Names)
_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'()+\-.=@\[\]^_`{}~]{1,100}")
#: white space is kept under one of two names, by version
_KEEP_SPACE: Final = ("CHOP", "STRIPWS")
#: nothing that is sent is changed, and questions about words and @who are quick
_OPTIONS: Final = (
    "SET PARSER xml",
    "SET XINCLUDE false",
    "SET STRIPNS false",
    "SET DTD false",
    "SET AUTOFLUSH true",
    "SET TEXTINDEX true",
    "SET ATTRINDEX true",
    "SET TOKENINDEX true",
    "SET FTINDEX true",
)
_UNGUARDED: Final = (
    "no copy of {} was kept meanwhile, for this user may create none: had the server "
    "been stopped amid the push, the database might have been damaged"
)
#: opens documents: the name in BaseX 9, and since BaseX 10
_OPENERS: Final = ("db:open", "db:get")
#: gives what is below a path, too, hence the condition
_FETCH: Final = """
declare namespace output = 'http://www.w3.org/2010/xslt-xquery-serialization';
declare option output:method 'xml';
declare option output:indent 'no';
declare option output:omit-xml-declaration 'yes';
declare variable $database external;
declare variable $name external;
{opener}($database, $name)[db:path(.) = $name]
"""


class BaseX:
    """A database of BaseX, behind a `Wire`."""

    def __init__(self, door: Door) -> None:
        """Plan; raises `ConfigurationError` for a name that BaseX does not take."""
        name = door.place
        if not _NAME.fullmatch(name) or name.startswith(".") or name.endswith("."):
            raise ConfigurationError(
                f"BaseX takes no database {name!r}",
                place="--database",
                remedy="use ASCII letters, digits and !#$%&'()+-.=@[]^_`{}~, no dot "
                "at either end",
            )
        self._door = door
        self._is_copied: bool | None = None
        self.notes: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        """Log in, set the options, and open the database or create it."""
        self._wire = self._connected()
        try:
            self._keep_space()
            for option in _OPTIONS:
                self._wire.command(option)
            self.notes = open_database(self._wire, self._door.place)
            self._fetch = self._fetching()
        except BaseException:
            self._wire.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up; the copy stays only where the server went away."""
        self._wire.close()
        if error is None or isinstance(error, UnreachableError):
            return
        with suppress(ServerError):
            self._wire = self._connected()  # the old line may be amid a request
            self._settle()
            self._wire.close()

    def problem(self, name: str) -> str:
        """Say why a document cannot be called so."""
        if re.search(r"[/\\\x00-\x1f\x7f]", name):
            return "slashes and control characters have another meaning there"
        return ""

    def fetch(self, name: str) -> bytes | None:
        """Give a document, None where there is none."""
        found = self._wire.query(self._fetch, database=self._door.place, name=name)
        return found or None

    def put(self, name: str, data: bytes) -> None:
        """Store a document; what has its name is replaced."""
        if self._is_copied is None:
            self._is_copied = self._copied()
        self._wire.replace(name, data)

    def finish(self) -> None:
        """Bring the indexes up to date."""
        self._wire.command("OPTIMIZE")
        self._settle()

    def _connected(self) -> Wire:
        door = self._door
        return Wire(door.address, door.credentials, door.timeout)

    def _settle(self) -> None:
        if self._is_copied:
            drop_copy(self._wire, self._door.place)
        self._is_copied = None

    def _copied(self) -> bool:
        try:
            keep_copy(self._wire, self._door.place)
        except RefusalError:
            self.notes += (_UNGUARDED.format(self._door.place),)
            return False
        return True

    def _keep_space(self) -> None:
        """Have white space kept; BaseX 9 chops it unless told."""
        kept = 0
        for option in _KEEP_SPACE:
            with suppress(RefusalError):  # unknown to this version
                self._wire.command(f"SET {option} false")
                kept += 1
        if not kept:
            raise self._unknown("option to keep white space")

    def _fetching(self) -> str:
        """Give the query that fetches a document, in the words of this version."""
        for opener in _OPENERS:
            query = _FETCH.format(opener=opener)
            with suppress(RefusalError):
                self._wire.query(query, database=self._door.place, name="~")
                return query
        raise self._unknown("function to open a document")

    def _unknown(self, what: str) -> ServerError:
        return ServerError(
            f"this version has no {what} that we know",
            place=str(self._door.address),
            remedy="report its version, and take another one meanwhile",
        )
