"""Addresses: where a password may go, and where not."""

import pytest

from tei_encoder.errors import ConfigurationError
from tei_encoder.push.address import Address, Credentials, parse_address

HTTP = {"https": 443, "http": 80}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://db.example.org/exist/", "https://db.example.org:443/exist"),
        ("http://localhost:8080/exist", "http://localhost:8080/exist"),
        ("http://127.8.8.8", "http://127.8.8.8:80"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_addresses(url: str, expected: str) -> None:
    """Sealed lines and this machine are fine; ports and slashes are filled in."""
    assert expected == str(parse_address(url, HTTP))


@pytest.mark.parametrize(
    "url", ["http://db.example.org", "http://10.0.0.1", "http://127.0.0.1.example.org"]
)
def test_open_lines(url: str) -> None:
    """An open line to another machine needs to be asked for."""
    with pytest.raises(ConfigurationError, match="others could read password"):
        parse_address(url, HTTP)

    assert parse_address(url, HTTP, insecure=True).scheme == "http"


@pytest.mark.parametrize("url", ["ftp://localhost", "localhost:8080", "", "http://"])
def test_other_addresses(url: str) -> None:
    """What is no address of such a server is refused, with its form."""
    with pytest.raises(ConfigurationError, match="https://HOST:PORT"):
        parse_address(url, HTTP)


@pytest.mark.parametrize("url", ["http://localhost:eighty", "http://[::1"])
def test_torn_addresses(url: str) -> None:
    """What cannot be read at all is refused, too."""
    with pytest.raises(ConfigurationError, match="cannot be read"):
        parse_address(url, HTTP)


def test_password_in_address() -> None:
    """A password in the address is refused, and not repeated."""
    with pytest.raises(ConfigurationError) as caught:
        parse_address("https://ann:sesame@example.org", HTTP)

    assert "sesame" not in str(caught.value)


def test_password_has_no_representation() -> None:
    """Whoever prints credentials prints no password."""
    assert "sesame" not in f"{Credentials('ann', 'sesame')!r}"


def test_loopback() -> None:
    """This machine has many names, and others only look like it."""
    hosts = ("localhost", "127.0.0.1", "::1", "localhost.example.org", "0.0.0.0")  # noqa: S104 - nothing is bound

    assert [True, True, True, False, False] == [
        Address("http", host, 80).is_loopback for host in hosts
    ]
