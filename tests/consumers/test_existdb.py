"""A real eXist-db: what is pushed, read back, faceted, cut and packed.

Its distribution is on no package registry; its parts are on Maven Central. The
environment variable TEI_ENCODER_EXISTDB names a folder for them: what is not there is
fetched once (about 90 MB), by Maven. Without the variable nothing is fetched, and
these tests are skipped.
"""

import html
import http.client
import os
import shutil
import socket
import subprocess
import threading
import time
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from tei_encoder.cli.app import app
from tei_encoder.push import Offer, run
from tei_encoder.push.record import Candidate

pytestmark = pytest.mark.slow

SEED = "hoxha-baek-1966-09-07"
TEI = "http://www.tei-c.org/ns/1.0"
FACETS = """
declare namespace tei = "{tei}";
let $hits := collection("{collection}")//tei:{unit}[ft:query(., (), map {{}})]
let $found := ft:facets($hits, "{dimension}", (){path})
return string-join(map:keys($found) ! (. || ": " || $found(.)), "&#10;")
"""
Push = Callable[..., Result]


def parts_of(fixtures: Path) -> Path:
    """Give the folder with the parts of eXist-db, fetched if asked for; or skip."""
    given = os.environ.get("TEI_ENCODER_EXISTDB")
    if not given:
        pytest.skip("TEI_ENCODER_EXISTDB names no folder for eXist-db")
    parts = Path(given).resolve()
    if not any(parts.glob("exist-core-*.jar")):
        if not shutil.which("mvn"):
            pytest.skip("Maven is not installed (Debian package maven)")
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime"]
        command = ["mvn", "-q", "-B", "-f", str(fixtures / "pom.xml"), *goal]
        subprocess.run([*command, f"-DoutputDirectory={parts}"], check=True)
    return parts


class Server:
    """A server of our own, with its data in a folder of ours."""

    def __init__(self, parts: Path, home: Path) -> None:
        """Choose a free port; nothing runs yet."""
        self.parts, self.home = parts, home
        (home / "data").mkdir()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    @property
    def url(self) -> str:
        """Give the address."""
        return f"http://127.0.0.1:{self.port}/exist"

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = self.home / "enabled-jetty-configs"
        properties = {
            "java.awt.headless": "true",
            "exist.home": self.home,
            "exist.configurationFile": self.home / "conf.xml",
            "exist.jetty.config": settings,
            "jetty.home": self.home,
            "jetty.http.port": self.port,
        }
        options = [f"-D{name}={value}" for name, value in properties.items()]
        command = ["java", "-Xmx512m", *options, "-cp", f"{self.parts}/*"]
        self.process = subprocess.Popen(
            [*command, "org.exist.jetty.JettyStart", str(settings)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(300):
            try:
                if self.get("/exist/rest/db")[0] == 200:
                    return
            except OSError:
                time.sleep(0.2)
        pytest.fail("eXist-db did not start within a minute")

    def stop(self) -> None:
        """Stop it in the middle of whatever it does, as a restart of the machine."""
        self.process.terminate()
        self.process.wait()

    def lose(self) -> None:
        """Kill it, and lose its data.

        Killed without warning, eXist-db 6.2.0 does not always open its data again
        ("More than one start page found for btree: dom.dbx").
        """
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.home / "data")
        (self.home / "data").mkdir()

    def get(self, path: str, method: str = "GET", data: bytes = b"") -> tuple[int, str]:
        """Give status and body of an answer to the administrator."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        word = b64encode(b"admin:").decode()
        connection.request(method, path, data, {"Authorization": f"Basic {word}"})
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.status, body

    def ask(self, query: str) -> str:
        """Give the result of a query."""
        asked = quote(query, safe="")
        status, body = self.get(f"/exist/rest/db?_wrap=no&_indent=no&_query={asked}")
        assert 200 == status, body
        return body

    def facets(
        self, collection: str, dimension: str, unit: str = "TEI", path: str = ""
    ) -> list[str]:
        """Give the values of a facet with their numbers, sorted."""
        words = {"tei": TEI, "collection": collection, "unit": unit, "path": path}
        found = self.ask(FACETS.format(dimension=dimension, **words))
        return sorted(found.split("\n")) if found else []


@pytest.fixture(scope="module")
def server(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start a server, or skip."""
    fixtures = root / "tests" / "fixtures" / "existdb"
    parts = parts_of(fixtures)
    home = tmp_path_factory.mktemp("existdb")
    shutil.copytree(fixtures, home, dirs_exist_ok=True)
    server = Server(parts, home)
    server.start()
    yield server
    server.lose()


@pytest.fixture
def push(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Push:
    """Give the command, with the server's address and the empty password it has."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("TEI_ENCODER_USER", "admin")
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", "")

    def call(collection: str, *args: object) -> Result:
        words = ["--to", "existdb", "--url", server.url, "--collection", collection]
        result = CliRunner().invoke(
            app, ["push", *words, "--schema", "conversation", *map(str, args)]
        )
        assert "Traceback" not in result.output
        assert "defect" not in result.output
        return result

    return call


@pytest.fixture(scope="module")
def records(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two hundred records of one of our own."""
    folder = tmp_path_factory.mktemp("records")
    text = (root / "tests" / "golden" / "interview" / "expected-u.xml").read_text()
    for n in range(200):
        name = f"talk-{n:03}"
        (folder / f"{name}.xml").write_text(text.replace("interview", name))
    return folder


@pytest.fixture
def seed_file(root: Path, tmp_path: Path) -> Path:
    """Give the seed as TEI."""
    golden = root / "tests" / "golden" / SEED / "expected-u.xml"
    return Path(shutil.copy(golden, tmp_path / "seed.xml"))


def statuses(result: Result) -> Counter[str]:
    """Count the records of a report by what became of them."""
    return Counter(line[:9].strip() for line in result.stdout.splitlines())


def write(path: Path, body: str) -> Path:
    """Write a small valid record without an id."""
    path.write_text(
        f'<TEI xmlns="{TEI}"><teiHeader><fileDesc><titleStmt><title>T</title>'
        "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p>"
        f"</sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text></TEI>",
        encoding="utf-8",
    )
    return path


def test_seed(server: Server, push: Push, seed_file: Path) -> None:
    """The seed arrives, character by character, and says who spoke how often."""
    result = push("seed", seed_file)
    back = server.get(f"/exist/rest/db/seed/{SEED}.xml?_indent=no")[1]

    assert 0 == result.exit_code, result.output
    assert canonical(seed_file.read_bytes()) == canonical(back.encode())
    assert ["Baek Sunje: 9", "Enver Hoxha: 9"] == server.facets(
        "/db/seed", "speaker", "u"
    )


def canonical(data: bytes) -> bytes:
    """Give a document in canonical form, from its root on."""
    return etree.tostring(etree.fromstring(data), method="c14n")


def test_facets(server: Server, push: Push, seed_file: Path) -> None:
    """Speaker, date, record type, archive and donor are there to choose by."""
    push("facets", seed_file)
    found = {
        name: server.facets("/db/facets", name)
        for name in ("speaker", "date", "record-type", "archive", "donor")
    }

    assert {
        "speaker": ["Baek Sunje: 1", "Enver Hoxha: 1"],
        "date": ["1966: 1"],
        "record-type": ["Memorandum of Conversation: 1"],
        "archive": ["AQPPSH: 1"],
        "donor": ["Leon Levy Foundation: 1"],
    } == found
    assert ["07: 1"] == server.facets("/db/facets", "date", path=', ("1966", "09")')


def test_white_space_between_elements_is_kept(
    server: Server, push: Push, tmp_path: Path
) -> None:
    """What a serializer might re-space is there, carriage returns included."""
    body = "<p>are <hi>very</hi> <hi>well</hi> <lb/>\n and&#13;</p>\n <p>x</p>"
    result = push("space", write(tmp_path / "a.xml", body))
    points = server.ask(
        "string-join(string-to-codepoints((collection('/db/space')//*:p)[3]), ' ')"
    )

    assert 0 == result.exit_code, result.output
    assert "are very well \n and\r" == "".join(chr(int(p)) for p in points.split())


@pytest.mark.parametrize(
    "name", ["a b.xml", "100%25 ä.xml", "名前.xml", 'it\'s "so" & <x>; 1-1.xml']
)
def test_names(server: Server, push: Push, tmp_path: Path, name: str) -> None:
    """A record without an id is called as its file, in a collection of any name."""
    result = push("sé ed/100% 名", write(tmp_path / name, "<p>x</p>"))
    names = server.ask(
        "string-join(collection(xmldb:encode('/db/sé ed/100% 名')) ! "
        "xmldb:decode(util:document-name(.)), '&#10;')"
    )

    assert 0 == result.exit_code, result.output
    assert name in html.unescape(names).split("\n")


def test_second_push(server: Server, push: Push, records: Path, tmp_path: Path) -> None:
    """Unchanged records stay, a changed one is updated; each is there once."""
    files = [Path(shutil.copy(p, tmp_path)) for p in sorted(records.iterdir())[:3]]
    first = push("twice", *files)
    text = files[0].read_text().replace("<u ", "<!-- seen --><u ", 1)
    files[0].write_text(text)
    second = push("twice", *files)

    assert Counter(added=3) == statuses(first)
    assert Counter(updated=1, unchanged=2) == statuses(second)
    assert "3" == server.ask("count(collection('/db/twice'))")


def test_what_others_changed_is_kept(
    server: Server, push: Push, seed_file: Path
) -> None:
    """A document that was changed on the server is replaced only with --again."""
    push("theirs", seed_file)
    theirs = seed_file.read_bytes().replace(b"</u>", b"<!-- theirs --></u>", 1)
    assert server.get(f"/exist/rest/db/theirs/{SEED}.xml", "PUT", theirs)[0] == 201
    seed_file.write_bytes(
        seed_file.read_bytes().replace(b"</u>", b"<!-- mine --></u>", 1)
    )
    refused, forced = push("theirs", seed_file), push("theirs", seed_file, "--again")

    assert 2 == refused.exit_code
    assert "was changed on the server since it was pushed" in refused.stderr
    assert Counter(updated=1) == statuses(forced)


def test_foreign_configuration_is_kept(
    server: Server, push: Push, seed_file: Path
) -> None:
    """A collection that has an index configuration keeps it, and the user is told."""
    path = "/exist/rest/db/system/config/db/foreign/collection.xconf"
    xconf = b'<collection xmlns="http://exist-db.org/collection-config/1.0"/>'
    assert server.get(path, "PUT", xconf)[0] == 201
    result = push("foreign", seed_file)

    assert 0 == result.exit_code, result.output
    assert "has an index configuration of its own" in result.stderr
    assert xconf.decode() in server.get(path)[1]


def test_wrong_password(
    push: Push, seed_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong password is told as such, and shown nowhere."""
    monkeypatch.setenv("TEI_ENCODER_PASSWORD", "sesame-open")
    result = push("any", seed_file)

    assert 2 == result.exit_code
    assert "does not let 'admin' in with this password" in result.stderr
    assert "sesame" not in result.output


@pytest.mark.usefixtures("seed_file")
def test_bad_records_are_not_sent(server: Server, push: Push, tmp_path: Path) -> None:
    """Malformed and invalid records are refused with their place; others arrive."""
    (tmp_path / "torn.xml").write_text("<TEI>\n<p>", encoding="utf-8")
    write(tmp_path / "odd.xml", "<paragraph/>")
    result = push("bad", tmp_path)

    assert 2 == result.exit_code
    assert Counter(refused=2, added=1) == statuses(result)
    assert "torn.xml:2:" in result.stderr
    assert "1" == server.ask("count(collection('/db/bad'))")


def test_two_hundred_records(server: Server, push: Push, records: Path) -> None:
    """Two hundred records arrive, and say who spoke how often."""
    result = push("many", records)

    assert 0 == result.exit_code, result.output
    assert Counter(added=200) == statuses(result)
    assert ["A: 600", "Q: 600"] == server.facets("/db/many", "speaker", "u")
    assert Counter(unchanged=200) == statuses(push("many", records))
    assert "200" == server.ask("count(collection('/db/many'))")


def test_package(server: Server, push: Push, seed_file: Path, tmp_path: Path) -> None:
    """The package is installed by eXist-db's own manager, facets and all."""
    xar = tmp_path / "talks.xar"
    packed = push("Old Talks", "--package-only", "-o", xar, seed_file)
    assert 0 == packed.exit_code, packed.output
    assert server.get("/exist/rest/db/talks.xar", "PUT", xar.read_bytes())[0] == 201
    done = server.ask("repo:install-and-deploy-from-db('/db/talks.xar')")

    assert 'result="ok"' in done
    assert ["Baek Sunje: 9", "Enver Hoxha: 9"] == server.facets(
        "/db/apps/old-talks", "speaker", "u"
    )
    assert ["AQPPSH: 1"] == server.facets("/db/apps/old-talks", "archive")


def test_stopped_server(server: Server, push: Push, records: Path) -> None:
    """A server stopped amid a push loses nothing, and a rerun completes."""
    files = sorted(records.iterdir())[:30]
    push("cut", *files[:5])
    stopped = _interrupted(server.stop, push, files)
    arrived = statuses(stopped)["added"] + statuses(stopped)["updated"]
    server.start()
    rerun = push("cut", *files)

    assert 2 == stopped.exit_code
    assert statuses(stopped)["not sent"] > 0
    assert 0 == rerun.exit_code, rerun.output
    assert statuses(rerun)["unchanged"] >= arrived
    assert "30" == server.ask("count(collection('/db/cut'))")
    assert Counter(unchanged=30) == statuses(push("cut", *files))


def test_lost_server(server: Server, push: Push, records: Path) -> None:
    """Where a killed server has lost what it confirmed, a rerun brings all of it."""
    files = sorted(records.iterdir())[:30]
    killed = _interrupted(server.lose, push, files)
    server.start()
    rerun = push("cut", *files)

    assert 2 == killed.exit_code
    assert 0 == rerun.exit_code, rerun.output
    assert Counter(added=30) == statuses(rerun)


def _interrupted(event: Callable[[], None], push: Push, files: list[Path]) -> Result:
    """Push anew, and let it happen while the tenth record is written or read."""
    asked, seen = run.examine, Counter[str]()

    def watched(offer: Offer, schema: Path | str | None) -> Candidate:
        candidate = asked(offer, schema)
        seen["read"] += 1
        if seen["read"] == 10:
            threading.Timer(0.01, event).start()
        return candidate

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "examine", watched)
        return push("cut", "--again", *files)
