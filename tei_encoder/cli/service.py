"""Surveys a folder, says what is served where, and serves it."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import click

from tei_encoder.cli.outcome import echo_error, failure_text
from tei_encoder.cli.progress import Progress
from tei_encoder.errors import TeiEncoderError
from tei_encoder.readers.extra import require
from tei_encoder.serve.item import Selection
from tei_encoder.serve.library import Library
from tei_encoder.serve.oai.repository import EMAIL, NAMESPACE, NO_EMAIL, Repository
from tei_encoder.serve.register import Register
from tei_encoder.serve.site import LOOPBACK, Site
from tei_encoder.serve.survey import files_in, survey

#: hidden, so that it is no input of any command
_INDEX: Final = ".tei-encoder-serve.db"


@dataclass(frozen=True, slots=True)
class Service:
    """The arguments and options of `serve`, as click gives them."""

    folder: Path
    host: str
    port: int
    url: str | None
    name: str | None
    email: str | None
    namespace: str
    index: Path | None
    refresh: int
    quiet: bool

    @property
    def is_local(self) -> bool:
        """Tell whether nobody else can reach the server."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def offer(asked: Service) -> None:
    """Serve until interrupted.

    Raises `MissingExtraError` before anything is looked at, and `TeiEncoderError`.
    """
    for module in ("starlette", "uvicorn"):
        require(module, "serve", place="serve")
    from tei_encoder.serve.running import address_of, listen, run

    _check(asked)
    library = _surveyed(asked)
    site = _site(asked, library)
    with listen(asked.host, asked.port) as listening:
        base = site.base(address_of(listening))
        run(site, listening, lambda: _announce(asked, library, base))
    if not asked.quiet:
        echo_error("stopped")


def _check(asked: Service) -> None:
    """Refuse what the protocols do not allow."""
    if asked.email and not EMAIL.fullmatch(asked.email):
        raise click.UsageError("--email is no address like reading-room@example.org")
    if not NAMESPACE.fullmatch(asked.namespace):
        raise click.UsageError("--namespace is no domain like archive.example.org")
    if asked.url and not _is_address(asked.url):
        raise click.UsageError("--url is no address like https://archive.example.org/")
    if not asked.is_local and not asked.email:
        raise click.UsageError("give --email: harvesters must know whom to write to")


def _is_address(url: str) -> bool:
    parts = urlsplit(url)
    whole = parts.scheme in ("http", "https") and parts.netloc
    return bool(whole) and not (parts.query or parts.fragment)


def _surveyed(asked: Service) -> Library:
    """Look through the folder; report each file that is not served."""
    names = files_in(asked.folder)
    register = Register(asked.index or asked.folder / _INDEX)
    library = Library(asked.folder, register, refresh=asked.refresh, report=_report)
    with Progress(len(names), silent=asked.quiet) as progress:
        for seen in progress.follow(survey(asked.folder, names, register)):
            library.note(seen)
    return library


def _report(error: TeiEncoderError) -> None:
    echo_error(failure_text(error))


def _site(asked: Service, library: Library) -> Site:
    repository = Repository(
        library,
        name=asked.name or asked.folder.resolve().name or "records",
        email=asked.email or NO_EMAIL,
        namespace=asked.namespace,
    )
    own = urlsplit(asked.url).hostname if asked.url else None
    hosts = (*LOOPBACK, *((own,) if own else ())) if asked.is_local else ()
    return Site(repository, asked.url, hosts)


def _announce(asked: Service, library: Library, base: str) -> None:
    """Say what is served, where, and how to stop it."""
    if not asked.is_local:
        echo_error(
            f"warning: {asked.host} is no loopback: others can read {asked.folder}"
        )
    if asked.quiet:
        return
    live = len(library.register.live())
    gone = library.register.count(Selection()) - live
    records = "record" if live == 1 else "records"
    echo_error(f"{live} {records} of {asked.folder}, {gone} deleted")
    echo_error(f"OAI-PMH 2.0  {base}oai\nDTS 1.0      {base}dts/")
    if not asked.email:
        echo_error("nobody is named to harvesters: give --email")
    echo_error("press Ctrl-C to stop")
