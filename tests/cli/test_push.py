"""`push`: what is asked for, refused and reported, against a server of our own.

The server keeps documents and answers as eXist-db's REST does, over loopback; the real
ones are in tests/consumers.
"""

import socket
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import Result

from tei_encoder.cli.delivery_tally import DeliveryTally
from tei_encoder.export.rules import SHARED_ID
from tei_encoder.model.diagnostic import Diagnostic
from tei_encoder.push import SERVERS, Pushed, Status

Cli = Callable[..., Result]

TEI = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
<sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>{words}</p></body></text></TEI>
"""
SECRET = "sesame öffne dich"  # noqa: S105 - of a server in this file


class Rest(BaseHTTPRequestHandler):
    """Answers PUT and GET below /exist/rest, to one user."""

    protocol_version = "HTTP/1.1"
    held: ClassVar[dict[str, bytes]] = {}
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Give a document."""
        path = self._path()
        if path in self.held:
            self._answer(200, self.held[path])
        else:
            self._answer(404)

    def do_PUT(self) -> None:
        """Keep a document."""
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.held[self._path()] = data
        self._answer(201)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _path(self) -> str:
        self.asked.append(self.requestline)
        return unquote(urlsplit(self.path).path).removeprefix("/exist/rest")

    def _answer(self, status: int, data: bytes = b"") -> None:
        known = b64encode(f"ann:{SECRET}".encode()).decode()
        if self.headers["Authorization"] != f"Basic {known}":
            status, data = 401, b""
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def url() -> Iterator[str]:
    """Start the server on a free port."""
    Rest.held.clear()
    Rest.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Rest)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/exist"
    server.shutdown()
    server.server_close()


@pytest.fixture
def push(cli: Cli, url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Give the command for this server, and three records in `tei`."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home" / "state"))
    monkeypatch.setenv("TEI_ENCODER_USER", "ann")
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", SECRET)
    Path("tei").mkdir()
    for name in ("a", "b", "größe"):
        write(name)

    def call(*args: object) -> Result:
        words = ("--to", "existdb", "--url", url, "--schema", "conversation")
        return cli("push", *words, *args)

    return call


def write(name: str, words: str = "x") -> None:
    """Write a record into `tei`."""
    Path(f"tei/{name}.xml").write_text(TEI.format(id=name, words=words), "utf-8")


def test_report(push: Cli) -> None:
    """Each record has its line; a second push sends what has changed, and no more."""
    first = push("--collection", "old talks/1966", "tei")
    write("b", "y")
    sent = len(Rest.asked)
    second = push("--collection", "old talks/1966", "tei")

    assert 0 == first.exit_code, first.output
    assert [
        "added     tei/a.xml  a.xml",
        "added     tei/b.xml  b.xml",
        "added     tei/größe.xml  größe.xml",
    ] == first.stdout.splitlines()
    assert "3 added; see http://127.0.0.1:" in first.stderr
    assert "1 updated, 2 unchanged" in second.stderr
    assert 1 == sum(line.startswith("PUT") for line in Rest.asked[sent:])
    assert Rest.held["/db/old talks/1966/b.xml"] == Path("tei/b.xml").read_bytes()


def test_configuration_comes_first(push: Cli) -> None:
    """Module and index configuration are stored before the first record."""
    push("--collection", "talks", "tei")
    puts = [line.split()[1] for line in Rest.asked if line.startswith("PUT")]

    assert [
        "/exist/rest/db/talks/index.xql",
        "/exist/rest/db/system/config/db/talks/collection.xconf",
        "/exist/rest/db/talks/a.xml",
    ] == puts[:3]


def test_bad_records(push: Cli) -> None:
    """Malformed and invalid records are refused; the others are pushed."""
    write("b", "<paragraph/>")
    Path("tei/a.xml").write_text("<TEI>\n<p>", "utf-8")
    result = push("--collection", "talks", "tei")

    assert 2 == result.exit_code
    assert "refused   tei/a.xml\nrefused   tei/b.xml\nadded " in result.stdout
    assert "tei/a.xml:2:" in result.stderr
    assert 'element "paragraph" is unknown' in result.stderr
    assert not [path for path in Rest.held if path.endswith(("a.xml", "b.xml"))]


@pytest.mark.parametrize(
    ("fail_on", "status", "expected"),
    [
        ("error", Status.ADDED, 0),
        ("warning", Status.ADDED, 1),
        ("warning", Status.UNSENT, 2),
        ("never", Status.FAILED, 2),
    ],
)
def test_exit_codes(fail_on: str, status: Status, expected: int) -> None:
    """Findings cost what --fail-on says; a record that is not in costs the most."""
    tally = DeliveryTally(fail_on)
    warning = Diagnostic(SHARED_ID, "a finding")
    list(tally.follow(iter([Pushed("a.xml", "a.xml", status, (warning,))])))

    assert expected == tally.code


def test_wrong_password(push: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password ends the run at once, and stands in no message."""
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", "guess-work")
    result = push("--collection", "talks", "tei")

    assert 2 == result.exit_code
    assert "does not let 'ann' in with this password" in result.stderr
    assert "guess-work" not in result.output
    assert not Rest.held


def test_password_stays_secret(push: Cli, tmp_path: Path) -> None:
    """No message and no file of ours holds the password, and no option takes it."""
    result = push("--collection", "talks", "-v", "tei")
    kept = [p for p in (tmp_path / "home").rglob("*") if p.is_file()]

    assert 0 == result.exit_code
    assert kept
    assert "sesame" not in result.output
    assert not [path for path in kept if b"sesame" in path.read_bytes()]
    assert 2 == push("--collection", "talks", "--password", "x", "tei").exit_code


def test_nobody_to_ask(push: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal the variable that is missing is named."""
    monkeypatch.delenv("TEI_ENCODER_PASSWORD")
    result = push("--collection", "talks", "tei")

    assert 2 == result.exit_code
    assert "TEI_ENCODER_PASSWORD" in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--to", "existdb", "--url", "http://example.org"], "--insecure"),
        (["--to", "basex", "--url", "basex://example.org"], "--insecure"),
        (["--to", "basex", "--url", "http://127.0.0.1"], "basex://HOST:PORT"),
        (["--to", "existdb", "--url", "http://ann:pw@127.0.0.1"], "lists of processes"),
        (["--to", "existdb"], "--url"),
        (["--to", "mongo", "--url", "http://127.0.0.1"], "mongo"),
        (["--to", "existdb", "--url", "http://127.0.0.1:1"], "cannot be reached"),
        (["--to", "basex", "--url", "basex://127.0.0.1:1"], "cannot be reached"),
    ],
)
@pytest.mark.usefixtures("push")
def test_servers_that_are_none(cli: Cli, options: list[str], said: str) -> None:
    """What is wrong with an address is told before anything is sent."""
    place = "--database" if "basex" in options else "--collection"
    result = cli("push", *options, place, "talks", "tei")

    assert 2 == result.exit_code
    assert said in result.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--database", "talks"], "existdb wants --collection"),
        (["--collection", "a//b"], "is no collection"),
        (["--collection", "../b"], "is no collection"),
        (["--collection", "talks", "-o", "x.xar"], "--package-only and -o go"),
        (["--collection", "talks", "--timeout", "0"], "timeout"),
    ],
)
def test_places_that_are_none(push: Cli, options: list[str], said: str) -> None:
    """What is no collection, or no use of the options, is told."""
    result = push(*options, "tei")

    assert 2 == result.exit_code
    assert said in result.stderr
    assert not Rest.asked


@pytest.mark.parametrize("name", ["", "größe", "a b", "a/b", "a*", ".a", "x" * 101])
@pytest.mark.usefixtures("push")
def test_databases_that_are_none(cli: Cli, name: str) -> None:
    """A name that BaseX would not take, or take for a pattern, is told."""
    url = ["--url", "basex://127.0.0.1:1"]
    result = cli("push", "--to", "basex", *url, "--database", name, "tei")

    assert 2 == result.exit_code
    assert "--database" in result.stderr


@pytest.mark.parametrize("kind", ["basex --database", "existdb --collection"])
@pytest.mark.usefixtures("push")
def test_silent_server(cli: Cli, kind: str) -> None:
    """A server that takes the call and says nothing is given up in time."""
    server, place = kind.split()
    scheme = "http" if server == "existdb" else server
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"{scheme}://127.0.0.1:{silent.getsockname()[1]}"
        words = ["--to", server, place, "talks", "--url", url, "--timeout", "0.2"]
        result = cli("push", *words, "tei")

    assert 2 == result.exit_code
    assert "the server did not answer in time" in result.stderr


def test_other_service(cli: Cli, push: Cli) -> None:  # noqa: ARG001 - its records
    """A service that is no BaseX is told as such."""
    with socket.create_server(("127.0.0.1", 0)) as service:
        port = service.getsockname()[1]
        greeter = threading.Thread(target=_greet, args=(service,))
        greeter.start()
        url = ["--url", f"basex://127.0.0.1:{port}"]
        result = cli("push", "--to", "basex", *url, "--database", "talks", "tei")
        greeter.join()

    assert 2 == result.exit_code
    assert "no server of BaseX 8 or later answers here" in result.stderr


def _greet(service: socket.socket) -> None:
    """Greet one caller as a server of BaseX 7 does, without a realm."""
    line, _ = service.accept()
    with line:
        line.sendall(b"1234567890\0")


def test_package(push: Cli) -> None:
    """A package needs no server, and is the same each time."""
    options = ["--collection", "talks", "--package-only", "-o"]
    first = push(*options, "out/one.xar", "tei")
    second = push(*options, "two.xar", "tei")

    assert 0 == first.exit_code == second.exit_code
    assert "3 records packed; see out/one.xar" in first.stderr
    assert Path("out/one.xar").read_bytes() == Path("two.xar").read_bytes()
    assert not Rest.asked


def test_package_of_bad_records(push: Cli) -> None:
    """Where one record is not valid, there is no package."""
    write("b", "<paragraph/>")
    result = push("--collection", "talks", "--package-only", "-o", "x.xar", "tei")

    assert 2 == result.exit_code
    assert 'element "paragraph" is unknown' in result.stderr
    assert "1 refused; nothing is written" in result.stderr
    assert not Path("x.xar").exists()


def test_servers_are_listed(cli: Cli) -> None:
    """`targets` says what `push` makes, and what took it in our tests."""
    listed = cli("targets").stdout

    for server in SERVERS.values():
        assert f"{server.name} (push)\n    makes    {server.makes}\n" in listed
        assert f"    proof    {server.proof}\n" in listed


def test_servers_are_those_of_the_command(cli: Cli) -> None:
    """`--to` offers every kind of server there is."""
    assert f"[{'|'.join(SERVERS)}]" in cli("push", "--help").stdout
