"""Fetches one file, when a person asked for it: https, bounded in size and time."""

import http.client
import urllib.error
import urllib.request
from typing import IO, Final
from urllib.parse import urlsplit

from tei_encoder.errors import ReadError

#: a schema is never larger (bytes)
LARGEST: Final = 32 << 20
_CHUNK: Final = 1 << 16
_THIS_MACHINE: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def download(address: str, *, timeout: float, largest: int = LARGEST) -> bytes:
    """Give the bytes at an https address, redirects followed (also to https only).

    Plain http is allowed to this very machine alone. `timeout` counts seconds of
    silence. Raises `ReadError` that names the address.
    """
    _check(address)
    opener = urllib.request.build_opener(_Redirects())
    try:
        with opener.open(address, timeout=timeout) as answer:
            return _read(answer, address, largest)
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        reason = getattr(error, "code", None) or getattr(error, "reason", error)
        raise ReadError(
            f"cannot be fetched: {reason}",
            place=address,
            remedy="check the address and the connection, or give a file",
        ) from error


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects as far as the address is allowed (urllib stops at ten)."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - the signature is urllib's
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Refuse to leave https."""
        try:
            _check(newurl)
        except ReadError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(address: str) -> None:
    parts = urlsplit(address)
    local = parts.scheme == "http" and parts.hostname in _THIS_MACHINE
    if parts.scheme != "https" and not local:
        raise ReadError(
            f"{parts.scheme or 'no'} address: only https is fetched",
            place=address,
            remedy="give an https address or a file",
        )


def _read(answer: http.client.HTTPResponse, address: str, largest: int) -> bytes:
    promised = answer.headers.get("Content-Length", "")
    data = bytearray()
    while chunk := answer.read(_CHUNK):
        data += chunk
        if len(data) > largest:
            raise ReadError(
                f"is larger than the {largest:,} bytes allowed",
                place=address,
                remedy="check that the address is that of a schema",
            )
    if promised.isdecimal() and len(data) < int(promised):
        raise ReadError(
            f"broke off after {len(data):,} of {int(promised):,} bytes",
            place=address,
            remedy="try again",
        )
    return bytes(data)
