"""Clients of DTS 1.0 against the server: one walks by templates alone, others are real.

ThunderDots (PyPI `thunderdots`) is a client; MyDapytains (PyPI `dapytains`) reads
citation structures with an XPath processor of its own, and so checks ours.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from lxml import etree
from served import Served, record, served

Json = dict[str, "Json | list[Json] | str | int | None"]
Get = Callable[..., httpx.Response]

TEI = "{http://www.tei-c.org/ns/1.0}"
WRAPPER = "{https://w3id.org/api/dts#}wrapper"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
LD = "application/ld+json"
GOLDEN = {
    "hoxha-baek-1966-09-07": "expected-u.xml",
    "committee-minutes": "expected-u.xml",
    "interview": "expected-sp.xml",
}
MINUTES = "committee-minutes"
LEVELS = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="levels" xml:lang="la"><teiHeader>
<fileDesc><titleStmt><title>Levels</title></titleStmt><publicationStmt><p/>
</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><encodingDesc><refsDecl>
<citeStructure unit="book" match="/TEI/text/body/div" use="@n">
<citeStructure unit="front" match="head" use="'h'" delim="."/>
<citeStructure unit="chapter" match="div" use="@n" delim=".">
<citeStructure unit="paragraph" match="p" use="position()" delim=","/>
</citeStructure></citeStructure></refsDecl></encodingDesc></teiHeader><text><body>
<div n="1"><div n="1"><p>a</p>-<p>b</p></div><head>I</head><div n="2"><p>c</p></div>
</div><div n="2" xml:lang="en"><div n="1"><p>d</p>tail</div></div></body></text></TEI>
"""


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give records of ours, one of another hand, one without citations, many more."""
    made = tmp_path_factory.mktemp("tei")
    for name, file in GOLDEN.items():
        shutil.copy(root / "tests" / "golden" / name / file, made / f"{name}.xml")
    (made / "levels.xml").write_text(LEVELS, "utf-8")
    # MyDapytains knows no two kinds of unit with one delimiter
    chapters = re.sub("<citeStructure unit=.front.*", "", LEVELS)
    (made / "chapters.xml").write_text(chapters.replace("levels", "chapters"), "utf-8")
    bare = re.sub("<encodingDesc>.*</encodingDesc>", "", record("bare"))
    (made / "bare.xml").write_text(bare, "utf-8")
    hard = record("שיחה", title='"[Шаг] & <b>', name="Энвер \\ Ходжа", genre="談話")
    (made / "hard.xml").write_text(hard, "utf-8")
    for number in range(120):
        text = record(f"m{number:03}", genre="Many")
        (made / f"many-{number:03}.xml").write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Served]:
    """Serve them."""
    with served(folder) as running:
        yield running


@pytest.fixture
def get(server: Served) -> Get:
    """Ask an endpoint."""

    def ask(endpoint: str, **query: object) -> httpx.Response:
        pairs = {name.rstrip("_"): str(value) for name, value in query.items()}
        return httpx.get(f"{server.dts}{endpoint}", params=pairs)

    return ask


def expanded(template: object, **values: object) -> str:
    """Expand a template of RFC 6570, form style, as far as the protocol needs it."""
    assert isinstance(template, str)

    def form(match: re.Match[str]) -> str:
        pairs = [
            f"{name}={quote(str(values[name]), safe='')}"
            for name in match[2].split(",")
            if name in values
        ]
        return f"{match[1]}{'&'.join(pairs)}" if pairs else ""

    return re.sub(r"\{([?&])([^}]*)\}", form, template)


def walk(template: str, identifier: str) -> Iterator[Json]:
    """Give every resource below a collection, following pages and templates."""
    address: object = expanded(template, id=identifier)
    while isinstance(address, str):
        found = httpx.get(address).json()
        for member in found["member"]:
            if member["@type"] == "Resource":
                yield member
            else:
                yield from walk(member["collection"], member["@id"])
        address = found.get("view", {}).get("next")


def wrapped(answer: httpx.Response) -> list[etree._Element]:
    """Give the elements of a passage."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/tei+xml"
    root = etree.fromstring(answer.content)
    assert root.tag == f"{TEI}TEI"
    return list(root.find(WRAPPER))


def test_a_walk_through_everything(server: Served) -> None:
    """From the entry point alone, each record and each citation in it is reached."""
    entry = httpx.get(server.dts).json()
    resources = {str(r["@id"]): r for r in walk(entry["collection"], "records")}
    walked = 0
    for identifier in (*GOLDEN, "levels", "שיחה", "m119"):
        described = httpx.get(expanded(resources[identifier]["collection"])).json()
        for tree in described["citationTrees"]:
            chosen = {"tree": tree["identifier"]} if "identifier" in tree else {}
            address = expanded(described["navigation"], down=-1, **chosen)
            for unit in httpx.get(address).json()["member"]:
                ref = unit["identifier"]
                passage = expanded(described["document"], ref=ref, **chosen)
                assert len(wrapped(httpx.get(passage))) == 1, ref
                walked += 1

    assert {*GOLDEN, "levels", "bare", "שיחה"} < set(resources)
    assert 127 == len(resources)
    assert 18 + 3 + (2 + 3) + 6 + 10 + 2 + 2 == walked


def test_thunderdots(server: Served) -> None:
    """A client from PyPI reads all collections and every citation without an error."""
    thunderdots = pytest.importorskip(
        "thunderdots", reason="PyPI package thunderdots is not installed"
    )
    client = thunderdots.ThunderDots(
        server.dts,
        verbose=False,
        use_cache=False,
        collection_params={"excluded_ids": ["genre:many"]},
        resource_params={"fragment_mode": "navigation"},
    )
    client.fetch()
    results = client.results()
    found = {result["id"]: result for result in results["resource_results"]}

    assert 0 == results["meta"]["http_errors"]
    assert 18 == len(found["hoxha-baek-1966-09-07"]["fragments"])
    assert [
        "collection:mpp-korese",
        "genre:memorandum-of-conversation",
    ] == sorted(found["hoxha-baek-1966-09-07"]["linked_parents"])
    (first, *_) = found["interview"]["fragments"]
    assert "When did you come to the ha" in first["content"]


@pytest.mark.parametrize("name", [*GOLDEN, "chapters"])
def test_dapytains_finds_the_same_units(name: str, folder: Path, get: Get) -> None:
    """Another implementation of `citeStructure` gives the same references in order."""
    reader = pytest.importorskip(
        "dapytains.tei.document", reason="PyPI package dapytains is not installed"
    )
    document = reader.Document(str(folder / f"{name}.xml"))
    trees = [None, *list(document.citeStructure)[1:]]
    for tree in trees:
        chosen = {"tree": tree} if tree else {}
        ours = get("navigation", resource=name, down=-1, **chosen).json()["member"]
        theirs = [
            (unit.ref, unit.level, unit.parent, unit.citeType)
            for unit in flat(document.get_reffs(tree))
        ]

        assert theirs == [
            tuple(unit[key] for key in ("identifier", "level", "parent", "citeType"))
            for unit in ours
        ]


def canonical(element: etree._Element) -> str:
    """Give the canonical XML of an element without what follows it."""
    return etree.canonicalize(
        etree.tostring(element, encoding="unicode", with_tail=False)
    )


def flat(units: list[object]) -> Iterator[object]:
    """Give units before what they hold."""
    for unit in units:
        yield unit
        yield from flat(unit.children)


def test_entry_point(server: Served) -> None:
    """The entry point has all that is required of it, with or without a slash."""
    answer = httpx.get(server.dts)
    found = answer.json()

    assert answer.headers["content-type"] == LD
    assert "https://dtsapi.org/context/v1.0.json" == found["@context"]
    assert ("1.0", "EntryPoint", server.dts) == (
        found["dtsVersion"],
        found["@type"],
        found["@id"],
    )
    assert found == httpx.get(server.dts.rstrip("/")).json()
    assert all("{?" in found[name] for name in ("collection", "navigation", "document"))


def test_a_collection_in_pages(get: Get) -> None:
    """A long collection comes in pages that point to each other."""
    first = get("collection", id="genre:many").json()
    second = get("collection", id="genre:many", page=2).json()
    view = first["view"]

    assert (120, 100, 20) == (
        first["totalChildren"],
        len(first["member"]),
        len(second["member"]),
    )
    assert view["next"] == view["last"] == second["view"]["@id"]
    assert (None, None) == (view["previous"], second["view"]["next"])
    assert 404 == get("collection", id="genre:many", page=3).status_code


def test_a_resource(get: Get) -> None:
    """A resource tells its title, parents, citations and terms of Dublin Core."""
    found = get("collection", id="hoxha-baek-1966-09-07").json()
    parents = get("collection", id="hoxha-baek-1966-09-07", nav="parents").json()

    assert ("Resource", 2, 0) == (
        found["@type"],
        found["totalParents"],
        found["totalChildren"],
    )
    assert ["en"] == found["dublinCore"]["language"]
    assert {"lang": "und", "value": "Enver Hoxha"} in found["dublinCore"]["contributor"]
    assert ["Collection"] * 2 == [one["@type"] for one in parents["member"]]
    assert "application/tei+xml" in found["mediaTypes"]
    assert found["download"] == expanded(found["document"])


def test_units_say_who_speaks(get: Get) -> None:
    """`citeData` becomes Dublin Core: speakers by name, headings as titles."""
    speech = get("navigation", resource=MINUTES, down=1).json()["member"][0]
    topic = get("navigation", resource=MINUTES, down=1, tree="topics").json()
    hard = get("navigation", resource="שיחה", ref="שיחה.u1").json()["ref"]

    assert [{"lang": "en", "value": "A. Brandt"}] == speech["dublinCore"]["creator"]
    title = topic["member"][-1]["dublinCore"]["title"]
    assert [{"lang": "en", "value": "2. Any other business"}] == title
    assert "Энвер \\ Ходжа" == hard["dublinCore"]["creator"][0]["value"]


#: the table of `down`, `ref`, `start` and `end` (Navigation endpoint), on LEVELS
TABLE = [
    ({"ref": "1"}, None),
    ({"start": "1.1", "end": "1.2"}, None),
    ({"ref": "1.2", "down": 0}, "1.1 1.h 1.2"),
    ({"ref": "2", "down": 0}, "1 2"),
    ({"down": 1}, "1 2"),
    ({"down": 2}, "1 1.1 1.h 1.2 2 2.1"),
    ({"ref": "1", "down": 1}, "1 1.1 1.h 1.2"),
    ({"ref": "1.1", "down": 1}, "1.1 1.1,1 1.1,2"),
    ({"ref": "1.1", "down": 5}, "1.1 1.1,1 1.1,2"),
    ({"ref": "1.1,2", "down": 1}, "1.1,2"),
    ({"start": "1.h", "end": "2", "down": 1}, "1.h 1.2 1.2,1 2 2.1 2.1,1"),
    ({"start": "1", "end": "2", "down": 1}, "1 1.1 1.h 1.2 2 2.1"),
    ({"down": -1}, "1 1.1 1.1,1 1.1,2 1.h 1.2 1.2,1 2 2.1 2.1,1"),
    ({"ref": "2", "down": -1}, "2 2.1 2.1,1"),
    ({"start": "1.1,2", "end": "1.2", "down": -1}, "1.1,2 1.h 1.2 1.2,1"),
]


@pytest.mark.parametrize(("query", "expected"), TABLE)
def test_navigation(
    query: Mapping[str, object], expected: str | None, get: Get
) -> None:
    """Each row of the table gives the units that it names, in document order."""
    answer = get("navigation", resource="levels", **query)
    found = answer.json()
    members = found.get("member")

    assert (200, LD) == (answer.status_code, answer.headers["content-type"])
    refs = None if members is None else " ".join(unit["identifier"] for unit in members)
    assert expected == refs
    named = {
        name: found[name]["identifier"]
        for name in ("ref", "start", "end")
        if name in found
    }
    assert {n: v for n, v in query.items() if n != "down"} == named


@pytest.mark.parametrize(
    ("endpoint", "query", "status"),
    [
        ("navigation", {}, 400),
        ("navigation", {"resource": "levels"}, 400),
        ("navigation", {"resource": "levels", "down": 0}, 400),
        ("navigation", {"resource": "levels", "down": -2}, 400),
        ("navigation", {"resource": "levels", "down": "deep"}, 400),
        ("navigation", {"resource": "levels", "ref": "1", "start": "1"}, 400),
        ("navigation", {"resource": "levels", "start": "1"}, 400),
        ("navigation", {"resource": "levels", "end": "1"}, 400),
        (
            "navigation",
            {"resource": "levels", "start": "1", "end": "2", "down": 0},
            400,
        ),
        ("navigation", {"resource": "levels", "start": "2", "end": "1"}, 400),
        ("navigation", {"resource": "levels", "ref": "9"}, 404),
        ("navigation", {"resource": "levels", "start": "1", "end": "9"}, 404),
        ("navigation", {"resource": "levels", "down": 1, "tree": "x"}, 404),
        ("navigation", {"resource": "levels", "down": 1, "page": 2}, 404),
        ("navigation", {"resource": "levels", "down": 1, "page": 0}, 400),
        ("navigation", {"resource": "genre", "down": 1}, 404),
        ("document", {}, 400),
        ("document", {"resource": "nobody"}, 404),
        ("document", {"resource": "../levels.xml"}, 404),
        ("document", {"resource": "levels", "ref": "1", "end": "2"}, 400),
        ("document", {"resource": "levels", "start": "1"}, 400),
        ("document", {"resource": "levels", "ref": "9"}, 404),
        ("document", {"resource": "levels", "ref": "1", "tree": "x"}, 404),
        ("document", {"resource": "bare", "ref": "1"}, 404),
        ("document", {"resource": "levels", "mediaType": "text/html"}, 404),
        ("collection", {"id": "nobody"}, 404),
        ("collection", {"nav": "up"}, 400),
        ("collection", {"colour": "red"}, 400),
        ("collection", {"id": "x" * 3000}, 400),
    ],
)
def test_errors(
    endpoint: str, query: Mapping[str, object], status: int, get: Get
) -> None:
    """Each mistake has the status that the specification gives it, and a reason."""
    answer = get(endpoint, **query)

    assert status == answer.status_code
    assert status == answer.json()["status"]
    assert answer.json()["detail"]


def test_repeated_parameters(server: Served) -> None:
    """A parameter that is given twice is no riddle but an error."""
    query = "resource=levels&resource=bare&down=1"

    assert 400 == httpx.get(f"{server.dts}navigation/?{query}").status_code


def test_a_resource_without_citations(get: Get) -> None:
    """It has no trees, and navigation gives an empty list instead of an error."""
    found = get("navigation", resource="bare", down=1).json()

    assert ([], []) == (found["member"], found["resource"]["citationTrees"])


def test_a_whole_document(get: Get, folder: Path) -> None:
    """Without a reference the bytes of the file are given, and a link to the record."""
    answer = get("document", resource=MINUTES)
    plain = get("document", resource=MINUTES, mediaType="application/xml", tree="x")

    assert (folder / f"{MINUTES}.xml").read_bytes() == answer.content == plain.content
    assert "application/tei+xml" == answer.headers["content-type"]
    assert "application/xml" == plain.headers["content-type"]
    link = re.fullmatch(r'<(.*)>; rel="collection"', answer.headers["link"])
    assert link
    assert MINUTES == httpx.get(link[1]).json()["@id"]


def test_a_passage_is_the_element_itself(get: Get, folder: Path) -> None:
    """The passage has the canonical XML that it has in the file, and its language."""
    (found,) = wrapped(get("document", resource=MINUTES, ref=f"{MINUTES}.u2"))
    root = etree.parse(folder / f"{MINUTES}.xml").getroot()
    (meant,) = root.xpath("//*[@xml:id=$id]", id=f"{MINUTES}.u2")
    answer = get("document", resource="levels", ref="2.1")

    assert canonical(meant) == canonical(found)
    assert 'xml:lang="en"' in answer.text


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1.1,1", "1.1,2", "<p>a</p>-<p>b</p>"),
        (
            "1.1,2",
            "1.2",
            '<div n="1"><p>b</p></div><head>I</head><div n="2"><p>c</p></div>',
        ),
        ("1", "1.1,1", '<div n="1"><div n="1"><p>a</p></div></div>'),
        (
            "1.2,1",
            "2.1,1",
            (
                '<div n="1"><div n="2"><p>c</p></div>\n</div><div n="2" xml:lang="en">'
                '<div n="1"><p>d</p></div></div>'
            ),
        ),
        ("1.1", "1.1", '<div n="1"><p>a</p>-<p>b</p></div>'),
    ],
)
def test_a_range(start: str, end: str, expected: str, get: Get) -> None:
    """A range holds all between its ends, text included, and nothing beyond them."""
    found = get("document", resource="levels", start=start, end=end).text
    inside = re.search(r"<dts:wrapper[^>]*>(.*)</dts:wrapper>", found, re.DOTALL)

    assert inside
    assert expected == inside[1]
