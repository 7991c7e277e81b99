"""What a processor of JSON-LD reads, and whether schema.org knows all the words."""

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from tei_encoder.model.holding import Holding

Make = Callable[..., Mapping[str, bytes]]
#: whatever JSON holds
Value: TypeAlias = Any
VOCABULARY = "http://schema.org/"


@pytest.fixture
def terms() -> dict[str, set[str]]:
    """Give the properties of schema.org and the types that may have each.

    The vocabulary comes with the PyPI package rocrate (Apache-2.0).
    """
    found = find_spec("rocrate")
    if found is None or found.origin is None:
        pytest.skip("the vocabulary comes with the PyPI package rocrate")
    path = Path(found.origin).parent / "data" / "schema.jsonld"
    graph = json.loads(path.read_text("utf-8"))["@graph"]
    return {
        name(term): {name(t) for t in listed(term.get("schema:domainIncludes"))}
        if term["@type"] == "rdf:Property"
        else {name(t) for t in listed(term.get("rdfs:subClassOf"))}
        for term in graph
        if term["@id"].startswith("schema:")
    }


def name(term: Mapping[str, str]) -> str:
    """Give the last part of a term's name."""
    return term["@id"].replace(":", "/").rsplit("/", 1)[-1]


def listed(value: Value) -> list[Any]:
    """Give a list of what may stand alone."""
    return value if isinstance(value, list) else [value] if value else []


def objects(value: Value) -> Iterator[dict[str, Any]]:
    """Give every object with a type."""
    if isinstance(value, list):
        for item in value:
            yield from objects(item)
    if isinstance(value, dict):
        yield value
        yield from objects(list(value.values()))


def kinds(kind: str, terms: dict[str, set[str]]) -> set[str]:
    """Give a type and all above it."""
    return {kind}.union(*(kinds(above, terms) for above in terms.get(kind, set())))


def test_every_property_belongs_to_its_type(
    hold: Callable[[bytes], Holding],
    make: Make,
    seed_tei: bytes,
    terms: dict[str, set[str]],
) -> None:
    """Each word is one of schema.org's, and its type or one above it may have it."""
    (data,) = make("schema-org", hold(seed_tei)).values()
    found = list(objects(json.loads(data)))

    assert len(found) > 8
    for thing in found:
        above = kinds(thing["@type"], terms)
        assert thing["@type"] in terms
        for word in thing.keys() - {"@type", "@id", "@context"}:
            assert terms[word] & above, (thing["@type"], word)


def test_a_processor_expands_it(
    hold: Callable[[bytes], Holding], make: Make, seed_tei: bytes
) -> None:
    """PyLD finds every property under its full name, and loses none."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed")
    (data,) = make("schema-org", hold(seed_tei)).values()
    record = json.loads(data)
    context = {"@context": {"@vocab": VOCABULARY}}
    asked = []

    def load(url: str, _options: object = None) -> dict[str, object]:
        asked.append(url)
        return {"contextUrl": None, "documentUrl": url, "document": context}

    (thing,) = jsonld.expand(record, {"documentLoader": load})

    assert ["https://schema.org/"] == asked
    assert [f"{VOCABULARY}ArchiveComponent"] == thing["@type"]
    assert [{"@value": "1966-09-07"}] == thing[f"{VOCABULARY}dateCreated"]
    assert {n for n in record if n[0] != "@"} == {
        key.removeprefix(VOCABULARY) for key in thing if key[0] != "@"
    }
    (author,) = thing[f"{VOCABULARY}author"][:1]
    assert [{"@value": "Haxhi Kroi"}] == author[f"{VOCABULARY}name"]
