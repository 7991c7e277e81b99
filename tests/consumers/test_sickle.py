"""Sickle, a harvester, against the server: every verb, every error, every name."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from lxml import etree
from served import Served, record, served

sickle = pytest.importorskip("sickle", reason="PyPI package Sickle is not installed")
oaiexceptions = pytest.importorskip("sickle.oaiexceptions")

OAI = "{http://www.openarchives.org/OAI/2.0/}"
NUMBER = 1000
#: 2024-05-01T00:00:00Z; record number n was changed n hours later
BEGIN = 1_714_521_600
HARD = {
    "brackets": ("Talk [of 7 September] with A. [?]", "Ann Example [sic]"),
    "quotes": (
        "\"Double\" 'single' “curly” <b>&amp; ]]>",
        'Ann "the Voice" O\'Example',
    ),
    "разговор": ("Беседа товарища Энвера", "Энвер Ходжа"),
    "שיחה": ("שיחה עם \u202eהשגריר\u202c (1966)", "השגריר"),
    "談話": ("談話記錄", "白純在"),
    "percent.a_b-c": ("100 % \\ tab", "A\\B"),
}


def write(path: Path, text: str, seconds: int) -> None:
    """Write a file that was last changed at that time."""
    path.write_text(text, "utf-8")
    os.utime(path, (seconds, seconds))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a thousand records, hard names, and two files that cannot be served."""
    folder = tmp_path_factory.mktemp("tei")
    for number in range(NUMBER - len(HARD)):
        genre = "Minutes" if number % 2 else "Беседа"
        text = record(f"r{number:04}", title=f"Talk {number}", genre=genre)
        write(folder / f"{number:04}.xml", text, BEGIN + 3600 * number)
    for number, (name, (title, person)) in enumerate(HARD.items()):
        text = record(name, title=title, name=person, collection="Фонд [7]")
        write(folder / f"hard-{number}.xml", text, BEGIN - 86_400)
    (folder / "broken.xml").write_text("<TEI", "utf-8")
    (folder / "twice.xml").write_text(record("r0001"), "utf-8")
    with served(folder) as running:
        yield running


@pytest.fixture
def client(server: Served) -> "sickle.Sickle":
    """Give a harvester."""
    return sickle.Sickle(server.oai, timeout=30)


@pytest.mark.parametrize("prefix", ["oai_dc", "mods", "tei"])
def test_a_full_harvest(client: "sickle.Sickle", prefix: str) -> None:
    """A thousand records come in pages, each once, oldest first, in every format."""
    found = list(client.ListRecords(metadataPrefix=prefix))
    dates = [item.header.datestamp for item in found]

    assert NUMBER == len({item.header.identifier for item in found}) == len(found)
    assert sorted(dates) == dates
    assert all(len(item.xml.find(f"{OAI}metadata")) == 1 for item in found)


def test_identifiers_alone(client: "sickle.Sickle") -> None:
    """Headers come in the order of the records."""
    headers = [h.identifier for h in client.ListIdentifiers(metadataPrefix="tei")]
    records = client.ListRecords(metadataPrefix="oai_dc")

    assert headers == [item.header.identifier for item in records]


def test_pages_say_where_they_are(server: Served) -> None:
    """Each page tells the size of the list and how many came before."""
    query = {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"}
    seen = []
    while query:
        root = etree.fromstring(httpx.get(server.oai, params=query).content)
        token = root.find(f".//{OAI}resumptionToken")
        seen.append((token.get("cursor"), token.get("completeListSize")))
        query = {"verb": "ListIdentifiers", "resumptionToken": token.text}
        if not token.text:
            break

    assert [(str(n), str(NUMBER)) for n in range(0, NUMBER, 100)] == seen


@pytest.mark.parametrize(
    ("since", "until", "number"),
    [
        ("2024-05-01", "2024-05-01", 24),
        ("2024-05-01T00:00:00Z", "2024-05-01T01:00:00Z", 2),
        ("2024-05-02", None, NUMBER - len(HARD) - 24),
        (None, "2024-04-30", len(HARD)),
        ("2024-05-01T00:00:01Z", "2024-05-01T01:59:59Z", 1),
    ],
)
def test_selective_harvest(
    client: "sickle.Sickle", since: str | None, until: str | None, number: int
) -> None:
    """Both ends are included, and a day lasts until its last second."""
    dates = {"from": since, "until": until}
    given = {name: date for name, date in dates.items() if date}
    found = list(client.ListIdentifiers(metadataPrefix="oai_dc", **given))

    assert number == len(found)


def test_sets(client: "sickle.Sickle") -> None:
    """Sets by genre and collection have names in any script and hold what they say."""
    names = {found.setSpec: found.setName for found in client.ListSets()}
    genres = [spec for spec in names if spec.startswith("genre:")]
    sizes = {
        names[spec]: len(list(client.ListIdentifiers(metadataPrefix="tei", set=spec)))
        for spec in (*genres, "genre", "collection")
    }

    assert "Фонд [7]" in names.values()
    assert {
        "Minutes": 497,
        "Беседа": 497,
        "Genres": 994,
        "Collections": len(HARD),
    } == sizes
    assert all(spec.isascii() for spec in names)


def test_hard_names(client: "sickle.Sickle") -> None:
    """Titles and names arrive as they are, under identifiers in ASCII."""
    found = {
        item.metadata["identifier"][0]: item
        for item in client.ListRecords(metadataPrefix="oai_dc", until="2024-04-30")
    }

    assert set(HARD) == set(found)
    for name, (title, person) in HARD.items():
        bare = person.removesuffix(" [sic]")
        identifier = found[name].header.identifier
        alone = client.GetRecord(identifier=identifier, metadataPrefix="oai_dc")
        assert identifier.isascii()
        assert [title] == found[name].metadata["title"] == alone.metadata["title"]
        assert [bare] == alone.metadata["contributor"]


def test_tei_is_the_file_itself(client: "sickle.Sickle") -> None:
    """The canonical XML of the record that is harvested is that of the file."""
    item = client.GetRecord(identifier="oai:localhost:r0007", metadataPrefix="tei")
    root = item.xml.find(f"{OAI}metadata")[0]
    found = etree.tostring(root, encoding="unicode", with_tail=False)
    original = record("r0007", title="Talk 7", genre="Minutes")

    assert etree.canonicalize(original) == etree.canonicalize(found)


@pytest.mark.parametrize(
    ("verb", "arguments", "error"),
    [
        ("ListRecords", {"metadataPrefix": "marc"}, "CannotDisseminateFormat"),
        ("GetRecord", {"metadataPrefix": "tei"}, "BadArgument"),
        ("ListRecords", {"metadataPrefix": "tei", "colour": "red"}, "BadArgument"),
        ("ListRecords", {"metadataPrefix": "tei", "from": "1966"}, "BadArgument"),
        (
            "ListRecords",
            {"metadataPrefix": "tei", "from": "2024-13-01"},
            "BadArgument",
        ),
        (
            "ListRecords",
            {"metadataPrefix": "tei", "from": "2024-05-02", "until": "2024-05-01"},
            "BadArgument",
        ),
        (
            "ListRecords",
            {
                "metadataPrefix": "tei",
                "from": "2024-05-01",
                "until": "2024-05-02T00:00:00Z",
            },
            "BadArgument",
        ),
        ("ListRecords", {"metadataPrefix": "tei", "set": "a b"}, "BadArgument"),
        (
            "ListRecords",
            {"metadataPrefix": "tei", "set": "genre:none"},
            "NoRecordsMatch",
        ),
        (
            "ListRecords",
            {"metadataPrefix": "tei", "until": "1999-12-31"},
            "NoRecordsMatch",
        ),
        ("ListRecords", {"resumptionToken": "nonsense"}, "BadResumptionToken"),
        ("ListRecords", {"resumptionToken": ""}, "BadResumptionToken"),
        ("ListSets", {"resumptionToken": "x"}, "BadResumptionToken"),
        (
            "GetRecord",
            {"metadataPrefix": "tei", "identifier": "oai:localhost:nobody"},
            "IdDoesNotExist",
        ),
        (
            "GetRecord",
            {"metadataPrefix": "tei", "identifier": "../../etc/passwd"},
            "IdDoesNotExist",
        ),
        ("ListMetadataFormats", {"identifier": "oai:x:y"}, "IdDoesNotExist"),
        ("ListEverything", {}, "BadVerb"),
    ],
)
def test_errors_of_the_protocol(
    client: "sickle.Sickle", verb: str, arguments: dict[str, str], error: str
) -> None:
    """Each mistake is answered with the error that the protocol has for it."""
    with pytest.raises(getattr(oaiexceptions, error)):
        sickle.iterator.OAIResponseIterator(client, {"verb": verb, **arguments})


def test_broken_files_are_reported_and_skipped(server: Served) -> None:
    """What cannot be served is named at the start with its place and remedy."""
    said = "".join(server.said)

    assert "broken.xml:1:" in said
    assert "the id 'r0001' is taken by 0001.xml" in said
    assert "give each file an xml:id of its own" in said
    assert f"{NUMBER} records of " in said


def test_post_is_get(server: Served) -> None:
    """A posted request is answered as the same one in the address."""
    query = {"verb": "ListIdentifiers", "metadataPrefix": "mods", "set": "collection"}
    got, posted = (
        httpx.get(server.oai, params=query),
        httpx.post(server.oai, data=query),
    )
    bare = [
        [e.text for e in etree.fromstring(r.content).iter(f"{OAI}identifier")]
        for r in (got, posted)
    ]

    assert bare[0] == bare[1]
    assert len(HARD) == len(bare[0])
    assert "text/xml" in posted.headers["content-type"]
    assert 415 == httpx.post(server.oai, json=query).status_code
    assert 413 == httpx.post(server.oai, data={"verb": "x" * 20_000}).status_code


def test_limits(server: Served) -> None:
    """What is too long, too many, twice or no text is an error, never a crash."""
    for query in (
        "verb=" + "x" * 3000,
        "&".join(f"a{n}=1" for n in range(40)),
        "verb=Identify&verb=Identify",
        "verb=Identify&x=%00",
        "verb=Identify&x=%ff",
        "",
    ):
        answer = httpx.get(f"{server.oai}?{query}")
        assert 200 == answer.status_code
        assert b'code="bad' in answer.content
    assert 400 == httpx.get(server.oai, headers={"Host": "evil.test"}).status_code
    assert 405 == httpx.delete(server.oai).status_code


def test_a_record_that_goes_and_comes_back(tmp_path: Path) -> None:
    """Files that go stay deleted after a restart; later changes have later dates."""
    for name in "abc":
        write(tmp_path / f"{name}.xml", record(name, genre="Minutes"), BEGIN)
    fixed = {"SOURCE_DATE_EPOCH": str(BEGIN + 100)}
    with served(tmp_path, "--refresh", "0", environment=fixed) as running:
        client = sickle.Sickle(running.oai)
        (tmp_path / "b.xml").unlink()
        write(tmp_path / "c.xml", record("c", title="New"), BEGIN)
        found = {
            h.identifier[-1]: h for h in client.ListIdentifiers(metadataPrefix="tei")
        }

        assert {"a": False, "b": True, "c": False} == {
            name: found[name].deleted for name in found
        }
        assert ["genre:minutes"] == found["b"].setSpecs
        assert [BEGIN, BEGIN + 100, BEGIN + 100] == [
            seconds(found[name].datestamp) for name in "abc"
        ]
    later = {"SOURCE_DATE_EPOCH": str(BEGIN + 200)}
    with served(tmp_path, environment=later) as running:
        client = sickle.Sickle(running.oai)
        gone = client.GetRecord(identifier="oai:localhost:b", metadataPrefix="oai_dc")

        assert gone.deleted
        assert gone.xml.find(f"{OAI}metadata") is None
        assert BEGIN + 100 == seconds(gone.header.datestamp)
        write(tmp_path / "b.xml", record("b"), BEGIN)
    with served(tmp_path, environment=later) as running:
        client = sickle.Sickle(running.oai)
        changed = list(
            client.ListRecords(metadataPrefix="tei", **{"from": stamp(BEGIN + 150)})
        )

        assert [("oai:localhost:b", False)] == [
            (item.header.identifier, item.deleted) for item in changed
        ]


def test_a_file_that_changes_during_a_harvest(tmp_path: Path) -> None:
    """What changes between two pages is delivered as it then is; nothing is lost."""
    for number in range(150):
        write(tmp_path / f"{number:03}.xml", record(f"r{number:03}"), BEGIN + number)
    with served(tmp_path) as running:
        client = sickle.Sickle(running.oai)
        records = client.ListRecords(metadataPrefix="oai_dc")
        first = [next(records) for _ in range(100)]
        write(tmp_path / "000.xml", record("r000", title="Changed"), BEGIN)
        write(tmp_path / "120.xml", record("r120", title="Changed too"), BEGIN)
        rest = list(records)

    titles = {i.header.identifier: i.metadata["title"] for i in (*first, *rest)}
    assert 150 == len(titles)
    assert ["Changed"] == titles["oai:localhost:r000"]
    assert ["Changed too"] == titles["oai:localhost:r120"]


def seconds(datestamp: str) -> int:
    """Give the seconds since 1970."""
    return int(datetime.fromisoformat(datestamp).timestamp())


def stamp(moment: int) -> str:
    """Give a datestamp."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
