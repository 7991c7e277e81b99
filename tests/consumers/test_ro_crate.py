"""What the library rocrate reads of our crates, and what the specification demands."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
Unpacked = Callable[[Mapping[str, bytes]], Path]

rocrate = pytest.importorskip("rocrate.rocrate", reason="rocrate is not installed")


def test_crate_is_reloaded(
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
    unpacked: Unpacked,
    tmp_path: Path,
) -> None:
    """The library finds name, date, makers and file, and writes the same again."""
    folder = unpacked(make("ro-crate", hold(seed_tei))) / "record"
    crate = rocrate.ROCrate(folder)
    (file,) = crate.root_dataset["hasPart"]

    assert "record.xml" == file.id
    assert "1966-09-07" == file["dateCreated"]
    assert "Haxhi Kroi" == file["author"]["name"]
    assert "AQPPSH" == file["holdingArchive"]["name"]
    assert sha256((folder / file.id).read_bytes()).hexdigest() == file["sha256"]
    assert "2024-05-01" == crate.root_dataset["datePublished"]
    crate.write(tmp_path / "again")
    assert seed_tei == (tmp_path / "again" / "record.xml").read_bytes()


def test_every_word_is_in_the_context(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """RO-Crate's own context, which the library carries, has every word and type."""
    path = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"
    context = json.loads(path.read_text("utf-8"))["@context"]
    files = make("ro-crate", hold(seed_tei))
    graph = json.loads(files["record/ro-crate-metadata.json"])["@graph"]
    for entity in graph:
        kinds = entity["@type"]
        kinds = kinds if isinstance(kinds, list) else [kinds]
        assert set() == {*entity, *kinds} - {"@id", "@type"} - context.keys()


def test_graph_is_flat(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """No entity stands in another, none is there twice, and each is pointed to."""
    files = make("ro-crate", hold(seed_tei))
    graph = json.loads(files["record/ro-crate-metadata.json"])["@graph"]
    addresses = [entity["@id"] for entity in graph]
    pointers = [
        value
        for entity in graph
        for values in entity.values()
        for value in (values if isinstance(values, list) else [values])
        if isinstance(value, dict)
    ]

    assert sorted(set(addresses)) == sorted(addresses)
    assert all(pointer.keys() == {"@id"} for pointer in pointers)
    pointed = {pointer["@id"] for pointer in pointers}
    assert set(addresses) - {"ro-crate-metadata.json"} <= pointed
    assert pointed - {"https://w3id.org/ro/crate/1.1"} <= set(addresses)
