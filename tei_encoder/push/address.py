"""Where a server is, and whether a password may travel there."""

import ipaddress
from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from tei_encoder.errors import ConfigurationError

#: schemes whose traffic nobody on the way can read
_SEALED = frozenset({"https"})


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks; the password is in no representation of it."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Address:
    """A server: `path` is what stands below the host, without a final slash."""

    scheme: str
    host: str
    port: int
    path: str = ""

    def __str__(self) -> str:
        """Give the address as it may be shown and compared."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}{self.path}"

    @property
    def is_loopback(self) -> bool:
        """Tell whether the server is on this machine (RFC 6890)."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def parse_address(
    url: str, ports: dict[str, int], *, insecure: bool = False
) -> Address:
    """Read an address; `ports` maps the schemes that are understood to their ports.

    Raises `ConfigurationError` for another scheme, for a password in the address,
    and for an open line to another machine, unless that is asked for (`insecure`).
    """
    parts = _split(url)
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError(
            "an address with a user name or password would show in lists of processes",
            place="--url",
            remedy="give --user, and the password in TEI_ENCODER_PASSWORD",
        )
    if parts.scheme not in ports or not parts.hostname:
        raise ConfigurationError(
            f"{url!r} is no address of such a server",
            place="--url",
            remedy=f"give it as {_forms(ports)}",
        )
    port = parts.port or ports[parts.scheme]
    found = Address(parts.scheme, parts.hostname, port, parts.path.rstrip("/"))
    if not (insecure or found.scheme in _SEALED or found.is_loopback):
        raise ConfigurationError(
            f"the line to {found.host} is open: others could read password and records",
            place="--url",
            remedy="use https or a tunnel to a port of this machine, or accept it "
            "with --insecure",
        )
    return found


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it raises for what is no number
    except ValueError:
        raise ConfigurationError(
            "the address cannot be read",
            place="--url",
            remedy="give scheme, host and port, as http://127.0.0.1:8080/exist",
        ) from None
    return parts


def _forms(schemes: Collection[str]) -> str:
    return " or ".join(f"{scheme}://HOST:PORT" for scheme in schemes)
