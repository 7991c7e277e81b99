"""The client/server protocol of BaseX on a socket (docs.basex.org: Server Protocol)."""

import re
import socket
from hashlib import md5
from typing import Final

from tei_encoder.push.address import Address, Credentials
from tei_encoder.push.errors import (
    AccessError,
    RefusalError,
    ServerError,
    UnreachableError,
    unreachable,
)
from tei_encoder.push.store import LARGEST

_END: Final = b"\0"
#: comes before a 0x00 or 0xFF that is meant
_ESCAPE: Final = 0xFF
_REPLACE: Final = b"\x0c"
_QUERY: Final = b"\x00"
_CLOSE: Final = b"\x02"
_BIND: Final = b"\x03"
_EXECUTE: Final = b"\x05"
_CHUNK: Final = 1 << 16
#: what neither ends a string nor escapes
_PLAIN: Final = re.compile(rb"[^\x00\xff]+")


class Wire:
    """A session with a server: requests and answers, no more."""

    def __init__(
        self, address: Address, credentials: Credentials, timeout: float
    ) -> None:
        """Connect and log in; raises `UnreachableError` or `AccessError`."""
        self.place = str(address)
        self._buffer = bytearray()
        try:
            place = (address.host, address.port)
            self._socket = socket.create_connection(place, timeout)
        except OSError as error:
            raise unreachable(self.place, error) from error
        try:
            self._log_in(credentials)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def command(self, text: str) -> str:
        """Run a command of BaseX and give its result; raises `ServerError`."""
        self._send(text.encode() + _END)
        result = self._string()
        self._check(self._string())
        return result.decode(errors="replace")

    def replace(self, path: str, data: bytes) -> None:
        """Store a document in the database that is open; raises `ServerError`."""
        self._send(_REPLACE + path.encode() + _END + _escaped(data) + _END)
        self._check(self._string())

    def query(self, xquery: str, **variables: str) -> bytes:
        """Give the result of a query, whose variables are bound to strings."""
        query = self._ask(_QUERY, xquery)
        try:
            for name, value in variables.items():
                self._ask(_BIND, query, f"${name}", value, "xs:string")
            return self._ask_bytes(_EXECUTE, query)
        finally:
            self._ask(_CLOSE, query)

    def _log_in(self, credentials: Credentials) -> None:
        """Answer the challenge: the password itself never travels."""
        greeting = self._string().decode(errors="replace")
        realm, colon, nonce = greeting.partition(":")
        if not colon:
            raise ServerError(
                "no server of BaseX 8 or later answers here",
                place=self.place,
                remedy="give the port of the server (1984), not that of its web pages",
            )
        secret = f"{credentials.user}:{realm}:{credentials.password}"
        answer = _md5(_md5(secret) + nonce)
        self._send(credentials.user.encode() + _END + answer.encode() + _END)
        if self._byte() != 0:
            raise AccessError(
                f"the server does not let {credentials.user!r} in with this password",
                place=self.place,
                remedy="check --user or TEI_ENCODER_USER, and TEI_ENCODER_PASSWORD",
            )

    def _ask(self, kind: bytes, *words: str) -> str:
        return self._ask_bytes(kind, *words).decode(errors="replace")

    def _ask_bytes(self, kind: bytes, *words: str) -> bytes:
        self._send(kind + b"".join(word.encode() + _END for word in words))
        answer = self._string()
        if self._byte() != 0:
            raise self._refusal(self._string())
        return answer

    def _check(self, message: bytes) -> None:
        if self._byte() != 0:
            raise self._refusal(message)

    def _refusal(self, message: bytes) -> RefusalError:
        said = message.decode(errors="replace").partition("Stack Trace")[0]
        said = " ".join(said.split())
        return RefusalError(
            f"the server refuses: {said}",
            place=self.place,
            remedy="check the rights of the user and the database there",
        )

    def _send(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise unreachable(self.place, error) from error

    def _string(self) -> bytes:
        """Read to the next 0x00 that is not escaped, and give what is before it."""
        found = bytearray()
        while True:
            plain = _PLAIN.match(self._buffer)
            end = plain.end() if plain else 0
            found += self._buffer[:end]
            del self._buffer[:end]
            byte = self._byte()
            if byte == 0:
                return bytes(found)
            found.append(self._byte() if byte == _ESCAPE else byte)
            if len(found) > LARGEST:
                raise UnreachableError("the answer has no end", place=self.place)

    def _byte(self) -> int:
        if not self._buffer:
            self._fill()
        byte = self._buffer[0]
        del self._buffer[0]
        return byte

    def _fill(self) -> None:
        try:
            received = self._socket.recv(_CHUNK)
        except OSError as error:
            raise unreachable(self.place, error) from error
        if not received:
            gone = ConnectionResetError("it hung up")
            raise unreachable(self.place, gone)
        self._buffer += received


def _escaped(data: bytes) -> bytes:
    """Mark the bytes that would end the input: those of UTF-16 and of Latin-1."""
    return data.replace(b"\xff", b"\xff\xff").replace(_END, b"\xff\0")


def _md5(text: str) -> str:
    """Give the digest that the protocol prescribes."""
    return md5(text.encode(), usedforsecurity=False).hexdigest()
