"""Authority files of every format give the same entries, or a clear error."""

import json
from pathlib import Path

import pytest

from tei_encoder.authority import authority_file, load_table
from tei_encoder.errors import ConfigurationError
from tei_encoder.model.authority import AuthorityEntry
from tei_encoder.model.record import EntityKind

PERSON = EntityKind.PERSON
WIKIDATA = "http://www.wikidata.org/entity/Q1"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
SKOS = 'xmlns:skos="http://www.w3.org/2004/02/skos/core#"'
TEI = "http://www.tei-c.org/ns/1.0"


def read(tmp_path: Path, name: str, content: str) -> tuple[AuthorityEntry, ...]:
    """Read a file of that content."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return load_table((authority_file(path),)).entries


def test_csv(tmp_path: Path) -> None:
    """A row is an entry; numbers of services become their addresses."""
    text = "kind,name,variants,wikidata,id\nperson,Ann Example,A. Example;Anna,Q1,ann\n"
    assert (
        AuthorityEntry(
            PERSON,
            "Ann Example",
            ("A. Example", "Anna"),
            (WIKIDATA, "a.csv#ann"),
            "a.csv",
        ),
    ) == read(tmp_path, "a.csv", text)


def test_heading_of_a_library(tmp_path: Path) -> None:
    """A heading with family name and dates has the natural order as one more form."""
    text = 'kind,name\nperson,"Example, Ann, 1908-1985"\n'
    (entry,) = read(tmp_path, "a.csv", text)
    assert ("Example, Ann, 1908-1985", "Ann Example") == entry.forms


def test_place_is_not_turned(tmp_path: Path) -> None:
    """A comma in the name of a place parts no family name from a given one."""
    (entry,) = read(tmp_path, "a.csv", 'kind,name\nplace,"Paris, Texas"\n')
    assert ("Paris, Texas",) == entry.forms


def test_json(tmp_path: Path) -> None:
    """A list of objects has the same keys, with lists for several values."""
    item = {"kind": "person", "name": "Ann Example", "variants": ["Anna"]}
    text = json.dumps([item | {"wikidata": "Q1", "id": "ann"}])
    (entry,) = read(tmp_path, "a.json", text)
    assert (PERSON, ("Ann Example", "Anna"), (WIKIDATA, "a.json#ann")) == (
        entry.kind,
        entry.forms,
        entry.references,
    )


def test_tei(tmp_path: Path) -> None:
    """A personography gives names, idno and local ids; labels are of an office."""
    text = (
        f'<listPerson xmlns="{TEI}"><person xml:id="ann"><persName type="variant">'
        "Anna</persName><persName><forename>Ann</forename> <surname>Example</surname>"
        '</persName><persName type="label">The Chair</persName>'
        f'<idno type="Wikidata">{WIKIDATA}</idno></person></listPerson>'
    )
    (entry,) = read(tmp_path, "a.xml", text)
    assert (PERSON, ("Ann Example", "Anna"), (WIKIDATA, "a.xml#ann")) == (
        entry.kind,
        entry.forms,
        entry.references,
    )


def test_skos_rdf(tmp_path: Path) -> None:
    """A SKOS concept has its labels; a class says what it is."""
    text = (
        f'<rdf:RDF {RDF} {SKOS}><skos:Concept rdf:about="{WIKIDATA}">'
        '<rdf:type rdf:resource="http://xmlns.com/foaf/0.1/Person"/>'
        "<skos:prefLabel>Ann Example</skos:prefLabel>"
        "<skos:altLabel>Anna</skos:altLabel></skos:Concept>"
        "<skos:Collection/></rdf:RDF>"
    )
    assert (
        AuthorityEntry(PERSON, "Ann Example", ("Anna",), (WIKIDATA,), "a.rdf"),
    ) == read(tmp_path, "a.rdf", text)


def test_skos_json_ld(tmp_path: Path) -> None:
    """JSON-LD gives the same; a concept without class may be of any kind."""
    node = {
        "@id": WIKIDATA,
        "@type": "skos:Concept",
        "skos:prefLabel": {"@value": "Ann Example", "@language": "en"},
        "skos:altLabel": ["Anna"],
    }
    text = json.dumps({"@context": {}, "@graph": [node]})
    assert (
        AuthorityEntry(None, "Ann Example", ("Anna",), (WIKIDATA,), "a.jsonld"),
    ) == read(tmp_path, "a.jsonld", text)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", "kind,nam\n", "a.csv:1: unknown column 'nam'"),
        ("a.csv", "name\nAnn\n", "a.csv:1: no column 'kind'"),
        ("a.csv", "kind,name\nperson,\n", "a.csv:2: no name in this row"),
        ("a.csv", "kind,name\npersona,Ann\n", "a.csv:2: unknown kind 'persona'"),
        ("a.csv", "kind,name,viaf\nperson,Ann,x1\n", "'x1' is no viaf number"),
        ("a.json", "[", "a.json: not valid JSON"),
        ("a.json", '[{"kind": "person", "nam": "A"}]', "a.json: entry 1: unknown key"),
        ("a.json", "[3]", "a.json: entry 1: is no object"),
        ("a.xml", "<TEI", "a.xml:1:5: not well-formed"),
        ("a.xml", "<html/>", "a.xml: <html> is neither TEI nor RDF"),
    ],
)
def test_errors(tmp_path: Path, name: str, content: str, message: str) -> None:
    """What is wrong is named with its place."""
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, name, content)
    assert message in str(caught.value)


def test_missing(tmp_path: Path) -> None:
    """A file that is not there is an error with a remedy."""
    with pytest.raises(ConfigurationError, match="cannot be read"):
        authority_file(tmp_path / "none.csv")


def test_changed_meanwhile(tmp_path: Path) -> None:
    """A file that changes after it was named is not taken for what it was."""
    path = tmp_path / "changed.csv"
    path.write_text("kind,name\nperson,Ann\n", encoding="utf-8")
    load_table.cache_clear()
    file = authority_file(path)
    from tei_encoder.authority import load  # noqa: PLC0415 - forgets what it read

    load._entries.cache_clear()
    path.write_text("kind,name\nperson,Bo\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="changed while"):
        load_table((file,))
