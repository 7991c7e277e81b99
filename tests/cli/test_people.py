"""`people` and `corpus`: what many records have in common."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

from tei_encoder.tei.names import PREFIXES, XML_ID

MORE = ("--fail-on", "warning", "--xinclude", ".")
Cli = Callable[..., Result]
FIRST = """\
Minutes of a talk between Ann Example and Bo Sample

Comrade Ann Example: Good morning. How are you today?

Bo Sample: Very well, thank you.
"""


@pytest.fixture
def records(cli: Cli, tmp_path: Path) -> Path:
    """Give a folder with the TEI of two records."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    other = FIRST.replace("Bo Sample", "Cy Third")
    (tmp_path / "b.txt").write_text(other, encoding="utf-8")
    assert 0 == cli("convert", "a.txt", "b.txt", "-o", "tei/").exit_code
    return Path("tei")


def ids(path: str) -> list[str | None]:
    """Give the ids of the persons of a file."""
    listed = etree.parse(path).iterfind(".//tei:person", PREFIXES)
    return [each.get(XML_ID) for each in listed]


def findings(cli: Cli, path: str, schema: Path | str) -> tuple[int, str]:
    """Validate a file, its pointers too; give exit code and findings."""
    result = cli("validate", "--schema", schema, path, "-q", *MORE)
    return result.exit_code, result.output


def test_people(cli: Cli, records: Path) -> None:
    """One list has everybody once, with the records that name them."""
    result = cli("people", records, "-o", "people.xml")
    assert 0 == result.exit_code
    assert "p-ann-example: b: the same full name" in result.output
    assert ["p-ann-example", "p-bo-sample", "p-cy-third"] == ids("people.xml")
    ann = etree.parse("people.xml").find(".//tei:person", PREFIXES)
    assert ann is not None
    targets = [each.get("target") for each in ann.iterfind("*/tei:ref", PREFIXES)]
    assert ["tei/a.xml#a.p-ann-example", "tei/b.xml#b.p-ann-example"] == targets


def test_valid(cli: Cli, records: Path, tei_all: Path) -> None:
    """The list is valid TEI."""
    cli("people", records, "-o", "people.xml")
    assert (0, "") == findings(cli, "people.xml", tei_all)


def test_people_of_records_not_converted(cli: Cli, records: Path) -> None:
    """Records that are no TEI are converted for the list alone."""
    cli("people", "a.txt", records / "b.xml", "-o", "people.xml")
    assert ["p-ann-example", "p-bo-sample", "p-cy-third"] == ids("people.xml")


def test_into(cli: Cli, records: Path) -> None:
    """An earlier list keeps its ids and what an editor wrote in it."""
    cli("people", records / "a.xml", "-o", "people.xml")
    text = Path("people.xml").read_text(encoding="utf-8")
    text = text.replace('"p-ann-example"', '"ann"').replace(
        "<persName>Ann Example</persName>",
        "<persName>Ann Example</persName><birth when='1908'/><!-- sure -->",
    )
    Path("people.xml").write_text(text, encoding="utf-8")
    cli("people", records, "--into", "people.xml")
    again = Path("people.xml").read_text(encoding="utf-8")
    assert ["ann", "p-bo-sample", "p-cy-third"] == ids("people.xml")
    assert ('<birth when="1908"/>' in again, "<!-- sure -->" in again) == (True, True)
    cli("people", records, "--into", "people.xml")
    assert again == Path("people.xml").read_text(encoding="utf-8")


def test_as_authority(cli: Cli, records: Path) -> None:
    """The list identifies the people of another run."""
    cli("people", records, "-o", "people.xml")
    cli("convert", "a.txt", "--authority", "people.xml", "-o", "out.xml")
    text = Path("out.xml").read_text(encoding="utf-8")
    assert "people.xml#p-ann-example</idno>" in text
    cli("people", "out.xml", records / "b.xml", "--into", "people.xml")
    assert ["p-ann-example", "p-bo-sample", "p-cy-third"] == ids("people.xml")


@pytest.mark.parametrize("option", [(), ("--xinclude",)])
def test_corpus(
    cli: Cli, records: Path, tei_all: Path, option: tuple[str, ...]
) -> None:
    """A corpus has its people once, and points to them in every record."""
    result = cli("corpus", records, "-o", "corpus.xml", *option)
    assert 0 == result.exit_code
    persons = etree.parse("corpus.xml").iterfind(
        "tei:teiHeader/tei:profileDesc/*/*/tei:person", PREFIXES
    )
    found = {person.get(XML_ID): person.get("corresp") for person in persons}
    assert "#a.p-ann-example #b.p-ann-example" == found["corpus.p-ann-example"]
    assert len(found) == 3
    assert (0, "") == findings(cli, "corpus.xml", tei_all)


def test_corpus_is_valid_by_ours(cli: Cli, records: Path) -> None:
    """A corpus that holds its records is valid by the project's own schema too."""
    cli("corpus", records, "-o", "corpus.xml")
    assert (0, "") == findings(cli, "corpus.xml", "conversation")


def test_two_of_one_id(cli: Cli, records: Path) -> None:
    """Two records of one id make no corpus."""
    copy = records / "copy.xml"
    copy.write_bytes((records / "a.xml").read_bytes())
    result = cli("corpus", records, "-o", "corpus.xml")
    assert (2, False) == (result.exit_code, Path("corpus.xml").exists())
    assert "has the id 'a'" in result.output


def test_no_tei(cli: Cli, records: Path) -> None:
    """A corpus is made of TEI alone."""
    result = cli("corpus", "a.txt", records, "-o", "corpus.xml")
    assert 2 == result.exit_code
