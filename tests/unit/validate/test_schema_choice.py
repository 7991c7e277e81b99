"""Which schema a document is checked against."""

from pathlib import Path

import pytest
from lxml import etree

from tei_encoder.errors import UnknownNameError
from tei_encoder.tei.schemas import schema_path
from tei_encoder.validate.schema_choice import (
    choose_schema,
    find_schema,
    model_addresses,
)
from tei_encoder.validate.store import add_schema

GRAMMAR = (
    "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><text/></start>"
    "</grammar>"
)
VAULT = "https://www.tei-c.org/Vault/P5/{}/xml/tei/custom/schema/relaxng/tei_all.rng"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of schemas, and an empty store."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "schemas"
    folder.mkdir()
    for name in ("tei_all-4.9.0", "tei_all-4.12.0", "frus"):
        (folder / f"{name}.rng").write_text(GRAMMAR)
    monkeypatch.setenv("TEI_ENCODER_SCHEMAS", f"{tmp_path / 'absent'}:{folder}")
    return folder


def document(*addresses: str) -> etree._Element:
    """Make a document that names schemas."""
    lines = "".join(f'<?xml-model href="{address}"?>' for address in addresses)
    return etree.fromstring(f"{lines}<TEI/>")


def test_path_that_is_asked_for(folder: Path) -> None:
    """A path is taken as it is."""
    path = folder / "frus.rng"
    assert choose_schema(path, document(VAULT.format("4.9.0"))).path == path


def test_names(folder: Path) -> None:
    """A name with a version means that one, without one the highest."""
    root = document()
    assert choose_schema("tei_all", root).path == folder / "tei_all-4.12.0.rng"
    assert choose_schema("tei_all@4.9.0", root).path == folder / "tei_all-4.9.0.rng"
    assert choose_schema("conversation", root).path == schema_path("conversation.rng")


def test_address_in_the_document(folder: Path) -> None:
    """What the document names is found by version or by file name."""
    chosen = choose_schema(None, document(VAULT.format("4.9.0")))
    assert chosen.path == folder / "tei_all-4.9.0.rng"
    assert choose_schema(None, document("../x/frus.rng")).path == folder / "frus.rng"


def test_first_that_is_here(folder: Path) -> None:
    """Of several schemas the first that is here is taken."""
    root = document("https://example.org/absent.rng", "frus.rng")
    assert choose_schema(None, root).path == folder / "frus.rng"


def test_absent_schema_is_told(folder: Path) -> None:
    """A schema that is not here is named, and tei_all takes its place."""
    chosen = choose_schema(None, document("https://example.org/absent.rng"))
    assert chosen.path == folder / "tei_all-4.12.0.rng"
    assert chosen.missed == ("https://example.org/absent.rng",)


def test_store_by_origin(tmp_path: Path, folder: Path) -> None:
    """A schema of the store is found by name, and by the address it came from."""
    stored = add_schema("mine", str(folder / "frus.rng"))
    assert find_schema("mine") == stored.path
    assert find_schema(stored.origin) == stored.path
    assert tmp_path in stored.path.parents


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("tei_all@9.9.9", "tei-encoder schema add tei_all@9.9.9"),
        ("absent", "tei-encoder schema add absent FILE-or-URL"),
    ],
)
def test_unknown_schema(name: str, remedy: str) -> None:
    """A schema that is nowhere gives the one command that gets it."""
    with pytest.raises(UnknownNameError, match=f"there is no schema.*{remedy}"):
        choose_schema(name, document())


def test_addresses_of_grammars_alone() -> None:
    """Lines for Schematron and CSS are no grammars."""
    root = document("a.rng", "a.sch", "a.css", "b.rng", "a.rng")
    assert model_addresses(root) == ("a.rng", "b.rng")


@pytest.mark.parametrize(
    ("addresses", "message"),
    [
        ((), "names no schema, and tei_all is not here"),
        ((VAULT.format("4.12.0"),), "schema add tei_all@4.12.0` gets it, once"),
        (("https://x.org/a/my.rng",), "schema add my https://x.org/a/my.rng` gets"),
    ],
)
def test_neither_the_schema_named_nor_tei_all(
    monkeypatch: pytest.MonkeyPatch, addresses: tuple[str, ...], message: str
) -> None:
    """The error has the command that gets it, and the schema that needs none."""
    monkeypatch.delenv("TEI_ENCODER_SCHEMAS")
    with pytest.raises(UnknownNameError) as caught:
        choose_schema(None, document(*addresses))
    assert message in str(caught.value)
    assert "`--schema conversation` checks at once" in str(caught.value)


def test_rules_that_the_document_names(folder: Path) -> None:
    """Files of Schematron are taken besides, from the store or the folders."""
    (folder / "house.sch").write_text("<schema/>")
    (folder / "tei_all.sch").write_text("<schema/>")
    root = document("frus.rng", "https://example.org/house.sch", "gone.sch")
    chosen = choose_schema(None, root)
    assert chosen.path == folder / "frus.rng"
    assert chosen.rules == (folder / "house.sch",)
    assert chosen.missed == ("gone.sch",)


def test_a_grammar_asked_for_takes_the_place_of_all_that_is_named(folder: Path) -> None:
    """What the document names counts only where nothing was asked for."""
    (folder / "house.sch").write_text("<schema/>")
    assert choose_schema("frus", document("house.sch")).rules == ()
