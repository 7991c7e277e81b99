"""One kept connection over HTTP, without redirects, caches or cookies."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPSConnection,
    RemoteDisconnected,
)
from typing import Final

from tei_encoder.push.address import Address, Credentials
from tei_encoder.push.errors import AccessError, UnreachableError, unreachable
from tei_encoder.push.store import LARGEST
from tei_encoder.version import VERSION

_UNAUTHORIZED: Final = 401
_FORBIDDEN: Final = 403
#: a connection that the server has closed meanwhile says one of these
_STALE: Final = (RemoteDisconnected, BrokenPipeError, ConnectionResetError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    data: bytes = field(repr=False)

    @property
    def is_fine(self) -> bool:
        """Tell whether the request was carried out (RFC 9110, 2xx)."""
        return self.status // 100 == 2  # noqa: PLR2004 - the class of the status


class Web:
    """A server that is asked with user name and password (RFC 7617)."""

    def __init__(
        self, address: Address, credentials: Credentials, timeout: float
    ) -> None:
        """Plan; nothing is sent yet. Certificates are checked over https."""
        kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
        self.address = address
        self._user = credentials.user
        secret = f"{credentials.user}:{credentials.password}"
        self._authorization = f"Basic {b64encode(secret.encode()).decode()}"
        self._connection = kind(address.host, address.port, timeout=timeout)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def ask(
        self,
        method: str,
        path: str,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send a request that may be repeated, and give the answer.

        `path` is below the path of the address, percent-encoded.
        Raises `UnreachableError`, or `AccessError` for 401 and 403.
        """
        try:
            answer = self._patiently(method, path, data, headers or {})
        except (OSError, HTTPException) as error:
            self.close()
            raise unreachable(str(self.address), error) from error
        if answer.status in {_UNAUTHORIZED, _FORBIDDEN}:
            raise self._refusal(answer.status, path)
        return answer

    def _patiently(
        self, method: str, path: str, data: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """Ask once more on a new line where the old one had been closed."""
        is_old = self._connection.sock is not None
        try:
            return self._asked(method, path, data, headers)
        except _STALE:
            self.close()
            if not is_old:
                raise
        return self._asked(method, path, data, headers)

    def _asked(
        self, method: str, path: str, data: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        sent = {
            "Authorization": self._authorization,
            "User-Agent": f"tei-encoder/{VERSION}",
            **headers,
        }
        self._connection.request(method, self.address.path + path, data, sent)
        response = self._connection.getresponse()
        body = response.read(LARGEST + 1)
        if len(body) > LARGEST:
            raise UnreachableError("the answer has no end", place=str(self.address))
        return Answer(response.status, body)

    def _refusal(self, status: int, path: str) -> AccessError:
        if status == _UNAUTHORIZED:
            return AccessError(
                f"the server does not let {self._user!r} in with this password, or "
                f"not as far as {path.partition('?')[0]}",
                place=str(self.address),
                remedy="check --user or TEI_ENCODER_USER, and TEI_ENCODER_PASSWORD; "
                "the index configuration needs an administrator (group dba)",
            )
        return AccessError(
            f"{self._user!r} may not do that at {path.partition('?')[0]}",
            place=str(self.address),
            remedy="have the collection opened to this user, or give another",
        )
