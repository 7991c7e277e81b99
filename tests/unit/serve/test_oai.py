"""The provider without a network: every answer has the form of the protocol."""

import subprocess
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from shelf import Shelf

from tei_encoder.serve.item import Selection
from tei_encoder.serve.oai.dates import selection_of
from tei_encoder.serve.oai.errors import Code, OaiError
from tei_encoder.serve.oai.repository import Repository
from tei_encoder.serve.oai.token import Token, read_token, write_token
from tei_encoder.serve.parameters import ParameterError, parameters_of

At = Callable[[int], None]
OAI = "{http://www.openarchives.org/OAI/2.0/}"
QUERIES = (
    "verb=Identify",
    "verb=ListMetadataFormats",
    "verb=ListMetadataFormats&identifier=oai:localhost:a",
    "verb=ListSets",
    "verb=GetRecord&identifier=oai:localhost:a&metadataPrefix=oai_dc",
    "verb=GetRecord&identifier=oai:localhost:a&metadataPrefix=mods",
    "verb=GetRecord&identifier=oai:localhost:a&metadataPrefix=tei",
    "verb=GetRecord&identifier=oai:localhost:gone&metadataPrefix=tei",
    "verb=ListIdentifiers&metadataPrefix=tei",
    "verb=ListRecords&metadataPrefix=oai_dc",
    "verb=ListRecords&metadataPrefix=mods&from=2024-05-01&until=2024-05-01",
    "verb=ListRecords&metadataPrefix=tei&set=genre",
    "verb=ListRecords&metadataPrefix=marc",
    "verb=ListRecords&metadataPrefix=tei&until=1999-01-01T00:00:00Z",
    "verb=ListRecords&resumptionToken=%22%3Cx",
    "verb=ListRecords&metadataPrefix=%20",
    "verb=GetRecord&identifier=%D7%A9&metadataPrefix=tei",
    "verb=Nothing",
    "",
)


@pytest.fixture
def full(shelf: Shelf, at: At) -> Shelf:
    """Give a shelf with live and deleted records, in two pages."""
    at(60)
    for name in ("a", "b", "c", "d"):
        shelf.put(name, genre="Minutes & <more>", collection="Фонд")
    gone = shelf.put("gone")
    shelf.library.survey()
    gone.unlink()
    shelf.library.survey()
    return shelf


def test_answers_are_valid(full: Shelf, root: Path, jing: str, tmp_path: Path) -> None:
    """Each answer, the second page included, is as the specification describes it."""
    folder = tmp_path / "answers"
    folder.mkdir()
    page = full.ask("verb=ListRecords&metadataPrefix=tei")
    token = etree.fromstring(page).findtext(f".//{OAI}resumptionToken")
    query = f"verb=ListRecords&resumptionToken={quote(token)}"
    for number, asked in enumerate((*QUERIES, query)):
        (folder / f"{number:02}.xml").write_bytes(full.ask(asked))
    schema = root / "tests" / "consumers" / "oai-pmh.rnc"
    files = sorted(folder.glob("*.xml"))
    done = subprocess.run(
        [jing, "-c", schema, *files], capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stdout)


def test_same_bytes(full: Shelf) -> None:
    """The same request at the same time has the same answer."""
    assert all(full.ask(query) == full.ask(query) for query in QUERIES)


def test_a_namespace_of_ones_own(full: Shelf) -> None:
    """Where the namespace is a domain, Identify says how identifiers are built."""
    full.repository = Repository(full.library, "A", namespace="archive.example.org")
    answer = etree.fromstring(full.ask("verb=Identify"))
    sample = answer.findtext(".//{*}sampleIdentifier")

    assert "oai:archive.example.org:record" == sample
    assert b"oai:archive.example.org:a" in full.ask(
        "verb=ListIdentifiers&metadataPrefix=tei"
    )


def test_pages_by_size(full: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page ends early where its files are large, and never holds nothing."""
    monkeypatch.setattr("tei_encoder.serve.oai.lists._LARGEST", 1)
    seen, query = [], "metadataPrefix=tei"
    while query:
        found = etree.fromstring(full.ask(f"verb=ListRecords&{query}"))
        seen.append([e.text for e in found.iter(f"{OAI}identifier")])
        token = found.findtext(f".//{OAI}resumptionToken")
        query = f"resumptionToken={quote(token)}" if token else ""

    assert [["a"], ["b"], ["c"], ["d"], ["gone"]] == [
        [identifier.rpartition(":")[2] for identifier in page] for page in seen
    ]


TOKENS = st.builds(
    Token,
    verb=st.sampled_from(["ListRecords", "ListIdentifiers"]),
    prefix=st.text(max_size=8),
    since=st.none() | st.text(max_size=20),
    until=st.none() | st.text(max_size=20),
    set=st.none() | st.text(max_size=20),
    cursor=st.integers(0, 10**9),
    datestamp=st.text(max_size=20),
    id=st.text(st.characters(exclude_categories=["Cs"])),
)


@given(TOKENS.filter(lambda token: "\ud800" not in repr(token)))
def test_tokens_are_read_back(token: Token) -> None:
    """A token holds all of its list, and goes into an address as it is."""
    written = write_token(token, "localhost")

    assert written == quote(written, safe="")
    assert token == read_token(written, token.verb, "localhost")


@given(TOKENS, st.data())
def test_damaged_tokens_are_refused(token: Token, data: st.DataObject) -> None:
    """Any other character anywhere, or another repository or verb, is an error."""
    written = write_token(token, "localhost")
    place = data.draw(st.integers(0, len(written) - 1))
    other = "A" if written[place] != "A" else "B"
    for text, verb, namespace in (
        (written[:place] + other + written[place + 1 :], token.verb, "localhost"),
        (written, "ListSets", "localhost"),
        (written, token.verb, "elsewhere"),
    ):
        with pytest.raises(OaiError) as caught:
            read_token(text, verb, namespace)
        assert Code.BAD_TOKEN is caught.value.code


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"{}",
        b"nonsense",
        b"\xff",
        b'[1, "ListRecords", "tei", null, null, null, "x", "", ""]',
        b'[1, "ListRecords", "tei", null, null, null, -1, "", ""]',
        b'[1, "ListRecords", "tei", null, null, null, 0, "", "\\ud800"]',
        b'[1, "ListRecords", "tei", 5, null, null, 0, "", ""]',
        b'[1, "ListRecords", "marc", null, null, null, 0, "", ""]',
        b'[2, "ListRecords", "tei", null, null, null, 0, "", ""]',
    ],
)
def test_forged_tokens_are_refused(content: bytes, full: Shelf) -> None:
    """The digest is no secret: what a token holds is checked all the same."""
    body = urlsafe_b64encode(content).decode().rstrip("=")
    digest = sha256(f"localhost {body}".encode()).hexdigest()[:12]
    answer = full.ask(f"verb=ListRecords&resumptionToken={body}.{digest}")

    assert b'code="badResumptionToken"' in answer


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda t: t.encode()))
def test_any_query_is_text_or_an_error(query: bytes) -> None:
    """Whatever is asked, no other error comes of it, and no control character."""
    try:
        pairs = parameters_of(query)
    except ParameterError:
        return
    root = etree.Element("x")
    for _, value in pairs:
        root.set("a", value)


def test_days_and_seconds() -> None:
    """A day lasts from its first to its last second."""
    day = selection_of({"from": "2024-02-29", "until": "2024-02-29", "set": "s"})

    assert Selection("2024-02-29T00:00:00Z", "2024-02-29T23:59:59Z", "s") == day
    for wrong in ("2023-02-29", "2024-05", "20240501", "2024-05-01T12:00Z", "", "٢٠٢٤"):
        with pytest.raises(OaiError, match="no date"):
            selection_of({"from": wrong})


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_identifiers_are_read_back(record: str) -> None:
    """Any id makes an identifier in ASCII, which gives the id again."""
    repository = Repository(None, "")  # type: ignore[arg-type] # no library is needed
    identifier = repository.identifier(record)

    assert identifier.isascii()
    assert record == repository.record(identifier)
    assert repository.record(identifier.replace("localhost", "other", 1)) is None
