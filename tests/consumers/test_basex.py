"""A real BaseX server: what is pushed, read back, refused, cut and taken up again."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from tei_encoder.cli.app import app
from tei_encoder.push import Address, Credentials, Offer, run
from tei_encoder.push.basex_wire import Wire
from tei_encoder.push.record import Candidate

JAR = Path("/usr/share/java/basex.jar")
PLAY = """\
Minutes of talk {n} between Ann Example and Bo Sample

Ambassador Example: Good morning. We are [very] glad that you came, for the {n}th time.

Minister Sample: Thank you. Müller, 名前 and Ходжа send their regards.

Ambassador Example: Shall we begin?

Minister Sample: Let us.
"""
NAMES = "http://www.tei-c.org/ns/1.0"
Push = Callable[..., Result]


class Server:
    """A server of our own, with its data in a folder of ours."""

    def __init__(self, folder: Path) -> None:
        """Choose a free port; nothing runs yet."""
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def url(self) -> str:
        """Give the address."""
        return f"basex://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = [f"-Dorg.basex.{name}={self.folder}" for name in ("DBPATH", "PATH")]
        command = ["java", *options, "-cp", str(JAR), "org.basex.BaseXServer", "-z"]
        self.process = subprocess.Popen(
            [*command, f"-p{self.port}", "-n127.0.0.1"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("BaseX did not start within a minute")

    def kill(self) -> None:
        """Kill it as a loss of power would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def ask(self, query: str) -> str:
        """Give the result of a query."""
        address = Address("basex", "127.0.0.1", self.port)
        wire = Wire(address, Credentials("admin", "admin"), 60)
        try:
            return wire.query(query).decode()
        finally:
            wire.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start a server, or skip."""
    if not (JAR.is_file() and shutil.which("java")):
        pytest.skip("BaseX is not installed (Debian package basex)")
    server = Server(tmp_path_factory.mktemp("basex"))
    server.start()
    yield server
    server.kill()


@pytest.fixture
def push(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Result]:
    """Give the command, with the server's address and password."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TEI_ENCODER_USER", "admin")
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", "admin")

    def call(database: str, *args: object) -> Result:
        words = ["push", "--to", "basex", "--url", server.url, "--database", database]
        words += ["--schema", "conversation"]
        result = CliRunner().invoke(app, [*words, *map(str, args)])
        assert "Traceback" not in result.output
        assert "defect" not in result.output
        return result

    return call


def statuses(result: Result) -> Counter[str]:
    """Count the records of a report by what became of them."""
    return Counter(line[:9].strip() for line in result.stdout.splitlines())


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Convert some texts of our own."""
    return converted(tmp_path_factory.mktemp("records"), 15)


def converted(folder: Path, count: int) -> Path:
    """Convert texts of our own, and give the folder of the TEI."""
    for n in range(1, count + 1):
        (folder / f"talk-{n:03}.txt").write_text(PLAY.format(n=n), encoding="utf-8")
    jobs = str(os.cpu_count() or 1)
    words = ["convert", "-q", str(folder), "-o", str(folder / "tei"), "-j", jobs]
    assert CliRunner().invoke(app, words).exit_code == 0
    return folder / "tei"


def some(records: Path, count: int) -> list[Path]:
    """Give the first few records."""
    return sorted(records.glob("*.xml"))[:count]


def write(path: Path, body: str, identifier: str = "") -> Path:
    """Write a small valid record."""
    said = f' xml:id="{identifier}"' if identifier else ""
    path.write_text(
        f'<TEI xmlns="{NAMES}"{said}><teiHeader><fileDesc><titleStmt><title>T</title>'
        "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p>"
        f"</sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text></TEI>",
        encoding="utf-8",
    )
    return path


def test_seed(server: Server, push: Push, root: Path, tmp_path: Path) -> None:
    """The seed arrives, character by character, and says who spoke how often."""
    name = "hoxha-baek-1966-09-07"
    path = tmp_path / "seed.xml"
    shutil.copy(root / "tests" / "golden" / name / "expected-u.xml", path)
    result = push("seed", path)
    back = server.ask(
        "declare namespace output='http://www.w3.org/2010/xslt-xquery-serialization';"
        f"declare option output:indent 'no'; db:open('seed', '{name}.xml')"
    )
    spoken = server.ask(
        f"declare default element namespace '{NAMES}'; for $p in db:open('seed')"
        "//person[@role='speaker'] return count(root($p)//u[@who = '#' || $p/@xml:id])"
    )

    assert 0 == result.exit_code, result.output
    assert f"added     {path}  {name}.xml\n" == result.stdout
    assert canonical(path.read_bytes()) == canonical(back.encode())
    assert ["9", "9"] == spoken.split()


def canonical(data: bytes) -> bytes:
    """Give a document in canonical form, from its root on."""
    return etree.tostring(etree.fromstring(data), method="c14n")


def test_white_space_between_elements_is_kept(
    server: Server, push: Push, tmp_path: Path
) -> None:
    """What BaseX would chop by default is there, carriage returns included."""
    body = "<p>are <hi>very</hi> <hi>well</hi> <lb/>\n and&#13;</p>\n <p>x</p>"
    result = push("space", write(tmp_path / "a.xml", body))

    assert 0 == result.exit_code, result.output
    assert "are very well \n and\r" == server.ask("string((db:open('space')//*:p)[3])")


@pytest.mark.parametrize(
    "name", ["a b.xml", "100%25 ä.xml", "名前.xml", 'it\'s "so" & <x>; 1+1.xml']
)
def test_names(server: Server, push: Push, tmp_path: Path, name: str) -> None:
    """A record without an id is called as its file, whatever that is."""
    result = push("na%25{m}e~s", write(tmp_path / name, "<p>x</p>"))

    assert 0 == result.exit_code, result.output
    assert name in server.ask("db:open('na%25{m}e~s') ! db:path(.)").split("\n")


def test_second_push(server: Server, push: Push, records: Path, tmp_path: Path) -> None:
    """Unchanged records stay, a changed one is updated; each is there once."""
    for path in some(records, 3):
        shutil.copy(path, tmp_path)
    files = sorted(tmp_path.glob("*.xml"))
    first = push("twice", *files)
    files[0].write_bytes(files[0].read_bytes().replace(b"Let us", b"Let us all"))
    second = push("twice", *files)

    assert Counter(added=3) == statuses(first)
    assert Counter(updated=1, unchanged=2) == statuses(second)
    assert "3" == server.ask("count(db:open('twice'))")
    assert "1" == server.ask("count(db:open('twice')//*:u[contains(., 'us all')])")


def test_words_are_indexed(server: Server, push: Push, records: Path) -> None:
    """The full text and the values are indexed and up to date after a push."""
    push("indexed", *some(records, 3))
    found = server.ask(
        "for $i in ('textindex', 'attrindex', 'tokenindex', 'ftindex', 'uptodate')"
        "return db:property('indexed', $i)"
    )

    assert ["true", "true", "true", "true", "true"] == found.split()


def test_what_others_changed_is_kept(
    server: Server, push: Push, records: Path, tmp_path: Path
) -> None:
    """A document that was changed on the server is replaced only with --again."""
    path = tmp_path / "talk.xml"
    shutil.copy(some(records, 1)[0], path)
    push("theirs", path)
    server.ask("delete node (db:open('theirs')//*:u)[1]")
    path.write_bytes(path.read_bytes().replace(b"Let us", b"Let us all"))
    refused, forced = push("theirs", path), push("theirs", path, "--again")

    assert 2 == refused.exit_code
    assert "was changed on the server since it was pushed" in refused.stderr
    assert Counter(updated=1) == statuses(forced)


def test_wrong_password(
    push: Push, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong password is told as such, and shown nowhere."""
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", "sesame-open")
    result = push("any", *some(records, 1))

    assert 2 == result.exit_code
    assert "does not let 'admin' in with this password" in result.stderr
    assert "sesame" not in result.output


def test_bad_records_are_not_sent(
    server: Server, push: Push, records: Path, tmp_path: Path
) -> None:
    """Malformed and invalid records are refused with their place; others arrive."""
    (tmp_path / "torn.xml").write_text("<TEI>\n<p>", encoding="utf-8")
    write(tmp_path / "odd.xml", "<paragraph/>")
    shutil.copy(some(records, 1)[0], tmp_path)
    result = push("bad", tmp_path)

    assert 2 == result.exit_code
    assert Counter(refused=2, added=1) == statuses(result)
    assert "torn.xml:2:" in result.stderr
    assert "odd.xml:1:" in result.stderr
    assert "1" == server.ask("count(db:open('bad'))")


def test_database_with_other_options(
    server: Server, push: Push, tmp_path: Path
) -> None:
    """White space is kept also in a database that was made to chop it."""
    server.ask("db:create('chopped', <a/>, 'a.xml', map { 'chop': true() })")
    result = push(
        "chopped", write(tmp_path / "b.xml", "<p>a <hi>b</hi> <hi>c</hi></p>")
    )

    assert 0 == result.exit_code, result.output
    assert "2" == server.ask("count(db:open('chopped'))")


def test_interrupted(server: Server, push: Push, records: Path) -> None:
    """Interrupted by the user, a push leaves no copy of the database behind."""
    asked, seen = run.examine, Counter[str]()

    def interrupted(offer: Offer, schema: Path | str | None) -> Candidate:
        seen["read"] += 1
        if seen["read"] == 3:
            raise KeyboardInterrupt
        return asked(offer, schema)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "examine", interrupted)
        result = push("stopped", *some(records, 5))

    assert 130 == result.exit_code
    assert "2" == server.ask("count(db:open('stopped'))")
    assert "stopped" == server.ask("db:list()[starts-with(., 'stopped')]")
    assert Counter(unchanged=2, added=3) == statuses(push("stopped", *some(records, 5)))


def test_other_users(
    server: Server, push: Push, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user who may write, and no more, can push; passwords are of any script."""
    push("shared", *some(records, 1))
    server.ask("user:create('clerk', 'sésame 名', ('write'), ('shared'))")
    monkeypatch.setenv("TEI_ENCODER_USER", "clerk")
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", "sésame 名")
    result = push("shared", *some(records, 2))

    assert 0 == result.exit_code, result.output
    assert Counter(unchanged=1, added=1) == statuses(result)
    assert "no copy of shared was kept" in result.stderr


def test_killed_server(server: Server, push: Push, records: Path) -> None:
    """A server killed amid a push loses nothing, and a rerun completes."""
    files = some(records, 15)
    push("cut", *files[:5])
    killed = _killed_amid(server, push, files)
    server.start()
    rerun = push("cut", *files)

    assert 2 == killed.exit_code
    assert 15 == sum(statuses(killed).values())
    assert statuses(killed)["not sent"] > 0
    assert "the same command takes up where this one stopped" in killed.stderr
    assert 0 == rerun.exit_code, rerun.output
    assert "15" == server.ask("count(db:open('cut'))")
    assert "" == server.ask("db:list()[contains(., '~before-push')]")
    assert Counter(unchanged=15) == statuses(push("cut", *files))


def _killed_amid(server: Server, push: Push, files: list[Path]) -> Result:
    """Push anew, and kill the server while the eighth record is written or read."""
    asked, seen = run.examine, Counter[str]()
    killing = threading.Timer(0.005, server.kill)

    def watched(offer: Offer, schema: Path | str | None) -> Candidate:
        candidate = asked(offer, schema)
        seen["read"] += 1
        if seen["read"] == 8:
            killing.start()
        return candidate

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "examine", watched)
        result = push("cut", "--again", *files)
    killing.join()  # else the port may still answer for the server that dies
    return result


@pytest.mark.slow
def test_two_hundred_records(server: Server, push: Push, tmp_path: Path) -> None:
    """Two hundred records arrive, and say who spoke how often."""
    records = converted(tmp_path, 200)
    result = push("many", records)
    spoken = server.ask(
        f"declare default element namespace '{NAMES}'; for $u in db:open('many')//u "
        "group by $name := root($u)//person[@xml:id = substring($u/@who, 2)]/"
        "persName[1]/string() order by $name return $name || ': ' || count($u)"
    )

    assert 0 == result.exit_code, result.output
    assert Counter(added=200) == statuses(result)
    assert "Ann Example: 400\nBo Sample: 400" == spoken
    assert Counter(unchanged=200) == statuses(push("many", records))
    assert "200" == server.ask("count(db:open('many'))")
