"""`convert --authority`: references of who and what is named."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from lxml import etree

from tei_encoder.tei.names import PREFIXES

Cli = Callable[..., Result]
PEOPLE = """\
kind,name,wikidata
person,"Example, Ann, 1908-1985",Q1
"""


def references(path: str) -> list[tuple[str | None, str | None]]:
    """Give type and words of every reference of a person."""
    idnos = etree.parse(path).iterfind(".//tei:person/tei:idno", PREFIXES)
    return [(idno.get("type"), idno.text) for idno in idnos]


def test_identified(cli: Cli, memo: Path, tmp_path: Path) -> None:
    """A participant that an entry names has its reference, by the file."""
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    result = cli("convert", memo, "--authority", "people.csv", "-o", "out.xml")
    assert 0 == result.exit_code
    expected = ("Wikidata", "http://www.wikidata.org/entity/Q1")
    text = Path("out.xml").read_text(encoding="utf-8")
    assert ([expected], True) == (references("out.xml"), "resp-people-csv" in text)


def test_changed_file_converts_again(cli: Cli, texts: Path, tmp_path: Path) -> None:
    """A batch knows that an authority file says something else now."""
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    cli("convert", texts, "--authority", people, "-o", "out/")
    people.write_text(PEOPLE.replace("Q1", "Q2"), encoding="utf-8")
    cli("convert", texts, "--authority", people, "-o", "out/", "-j", 2)
    found = [references(f"out/{name}.xml")[0][1] for name in ("a", "b", "sub/c")]
    assert ["http://www.wikidata.org/entity/Q2"] * 3 == found


def test_never_overwritten(cli: Cli, memo: Path, tmp_path: Path) -> None:
    """An authority file is no place for output."""
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    result = cli("convert", memo, "--authority", "people.csv", "-o", "people.csv")
    assert 2 == result.exit_code
    assert "would overwrite" in result.output


def test_wrong_file(cli: Cli, memo: Path, tmp_path: Path) -> None:
    """What is wrong in an authority file stops the run, with its line."""
    (tmp_path / "people.csv").write_text("kind,name\nx,Ann\n", encoding="utf-8")
    result = cli("convert", memo, "--authority", "people.csv")
    assert (2, True) == (result.exit_code, "people.csv:2" in result.output)
