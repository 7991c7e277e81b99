"""The store of schemas, with a server on this machine."""

import threading
from collections.abc import Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tei_encoder.errors import OutputError, ReadError, UnknownNameError
from tei_encoder.validate.download import download
from tei_encoder.validate.relaxng import load_schema
from tei_encoder.validate.store import (
    add_schema,
    address_of,
    list_schemas,
    remove_schema,
    show_schema,
    store_folder,
)

GRAMMAR = (
    b"<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
    b"<!-- TEI Edition: P5 Version 4.12.0. --><start><text/></start></grammar>"
)


class Answers(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self) -> None:
        """Answer well, elsewhere, endlessly, half or late."""
        if self.path == "/elsewhere":
            self.redirect("/good.rng")
        elif self.path == "/outside":
            self.redirect("http://example.org/good.rng")
        elif self.path == "/circle":
            self.redirect("/circle")
        elif self.path == "/half":
            self.send(GRAMMAR, promised=len(GRAMMAR) + 100)
        elif self.path == "/late":
            threading.Event().wait(2)
        elif self.path == "/good.rng":
            self.send(GRAMMAR)
        elif self.path == "/page":
            self.send(b"<html/>")
        else:
            self.send_error(404)

    def send(self, data: bytes, promised: int | None = None) -> None:
        """Send a body."""
        self.send_response(200)
        self.send_header("Content-Length", str(promised or len(data)))
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, address: str) -> None:
        """Send somewhere else."""
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Run a server on this machine and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the store in a folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return store_folder()


def test_empty_store() -> None:
    """A store that was never used is empty."""
    assert list_schemas() == ()


def test_add_show_remove(server: str) -> None:
    """A schema is added with its digest, origin and version, shown and removed."""
    added = add_schema("mine", f"{server}/elsewhere")
    assert added.sha256 == sha256(GRAMMAR).hexdigest()
    assert (added.origin, added.version) == (f"{server}/elsewhere", "4.12.0")
    assert added.path.read_bytes() == GRAMMAR
    assert list_schemas() == (show_schema("mine"),) == (added,)
    remove_schema("mine")
    assert list_schemas() == ()
    assert not added.path.exists()


def test_add_a_file(tmp_path: Path) -> None:
    """A file can be added; only its name is recorded."""
    (tmp_path / "a.rng").write_bytes(GRAMMAR)
    assert add_schema("mine", str(tmp_path / "a.rng")).origin == "a.rng"


def test_adding_again_replaces(server: str) -> None:
    """A second schema of one name takes the place of the first."""
    add_schema("mine", f"{server}/good.rng")
    add_schema("mine", f"{server}/elsewhere")
    assert [s.origin for s in list_schemas()] == [f"{server}/elsewhere"]


REFUSED = {
    "/half": "broke off after",
    "/late": "cannot be fetched",
    "/missing": "404",
    "/circle": "cannot be fetched",
    "/outside": "only https is fetched",
    "/page": "neither RELAX NG",
}


@pytest.mark.parametrize(("path", "reason"), REFUSED.items())
def test_failed_download_leaves_nothing(
    server: str, store: Path, path: str, reason: str
) -> None:
    """Whatever goes wrong on the way, nothing is left in the store."""
    with pytest.raises(ReadError, match=reason):
        add_schema("mine", server + path, timeout=0.5)
    assert not store.exists() or list(store.iterdir()) == []


def test_size_limit(server: str) -> None:
    """A body larger than allowed is refused while it is read."""
    with pytest.raises(ReadError, match="larger than the 10 bytes"):
        download(f"{server}/good.rng", timeout=5, largest=10)


@pytest.mark.parametrize(
    "address", ["http://example.org/a.rng", "ftp://example.org/a", "file:///etc/hosts"]
)
def test_only_https(address: str) -> None:
    """Nothing but https is fetched from elsewhere."""
    with pytest.raises(ReadError, match="only https"):
        download(address, timeout=1)


def test_digest_is_checked(server: str, store: Path) -> None:
    """A schema whose digest is not the expected one is refused."""
    with pytest.raises(ReadError, match="the SHA-256 is"):
        add_schema("mine", f"{server}/good.rng", sha256_expected="0" * 64)
    assert not store.exists()


def test_schema_of_several_files(tmp_path: Path, store: Path) -> None:
    """What a schema draws in by relative paths comes with it, and goes with it."""
    folder = tmp_path / "some" / "custom"
    folder.mkdir(parents=True)
    including = GRAMMAR.replace(b"<start>", b"<include href='../b%20c.rng'/><start>")
    (folder / "a.rng").write_bytes(including)
    whole = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>{}</grammar>"
    (tmp_path / "some" / "b c.rng").write_text(
        whole.format("<define name='d'><element name='d'><text/></element></define>")
    )
    added = add_schema("mine", str(folder / "a.rng"))
    assert (added.sha256, added.path.name) == (sha256(including).hexdigest(), "a.rng")
    assert load_schema(added.path) is not None
    remove_schema("mine")
    assert [path.name for path in store.iterdir()] == ["schemas.json"]


def test_compact_syntax(tmp_path: Path) -> None:
    """A schema in the compact syntax, with what it includes, can be added and used."""
    (tmp_path / "a.rnc").write_text('include "b.rnc"\nstart = d')
    (tmp_path / "b.rnc").write_text("d = element d { text }")
    added = add_schema("mine", str(tmp_path / "a.rnc"))
    assert added.path.suffix == ".rnc"
    assert load_schema(added.path) is not None


@pytest.mark.parametrize(
    "href", ["https://example.org/b.rng", "/etc/b.rng", "//example.org/b.rng"]
)
def test_schema_that_draws_in_from_elsewhere(tmp_path: Path, href: str) -> None:
    """A schema that names files by absolute addresses is refused with the remedy."""
    path = tmp_path / "a.rng"
    include = f"<include href='{href}'/><start>".encode()
    path.write_bytes(GRAMMAR.replace(b"<start>", include))
    with pytest.raises(ReadError, match="does not lie beside it"):
        add_schema("mine", str(path))


def test_missing_part(tmp_path: Path, store: Path) -> None:
    """Where a part of a schema cannot be had, nothing is stored."""
    path = tmp_path / "a.rng"
    path.write_bytes(GRAMMAR.replace(b"<start>", b"<include href='b.rng'/><start>"))
    with pytest.raises(ReadError, match=r"b\.rng: cannot be read"):
        add_schema("mine", str(path))
    assert not store.exists()


def test_unwritable_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that cannot be written gives a clear error."""
    (tmp_path / "a.rng").write_bytes(GRAMMAR)
    (tmp_path / "blocked").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "blocked"))
    with pytest.raises(OutputError, match="cannot be written"):
        add_schema("mine", str(tmp_path / "a.rng"))


def test_known_addresses() -> None:
    """The TEI Consortium's addresses are known by name and version."""
    assert address_of("tei_all").startswith("https://www.tei-c.org/release/")
    assert "/Vault/P5/4.12.0/" in address_of("tei_all@4.12.0")
    with pytest.raises(UnknownNameError, match="no address is known"):
        address_of("frus")


@pytest.mark.parametrize("name", ["../up", "", "a/b", ".hidden"])
def test_names_that_are_no_names(name: str) -> None:
    """A name can never lead out of the store."""
    with pytest.raises(UnknownNameError, match="cannot be the name"):
        add_schema(name, "a.rng")


def test_unknown_name(server: str) -> None:
    """An unknown name gives the nearest one."""
    add_schema("mine", f"{server}/good.rng")
    with pytest.raises(UnknownNameError, match="did you mean 'mine'"):
        remove_schema("mines")


def test_broken_index(store: Path) -> None:
    """An index that cannot be read gives a clear error."""
    store.mkdir(parents=True)
    (store / "schemas.json").write_text("{")
    with pytest.raises(ReadError, match=r"schemas\.json: the index"):
        list_schemas()
