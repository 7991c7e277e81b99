"""Units of citation as clients read them (`CitableUnit`), and what is said of each."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from lxml import etree

from tei_encoder.decode.agents import entity_name
from tei_encoder.serve.dts.citation import (
    PEOPLE,
    Structure,
    Tree,
    Unit,
    trees_of,
    units_of,
)
from tei_encoder.serve.dts.pages import JsonObject
from tei_encoder.serve.dts.paths import select, words_of
from tei_encoder.serve.item import Item
from tei_encoder.serve.library import Library
from tei_encoder.tei.names import XML_ID, XML_LANG

_TERMS: Final = "http://purl.org/dc/terms/"
_UNDETERMINED: Final = "und"
_KEPT: Final = 16

#: the units of each tree by its name, as clients read them
Citations = Mapping[str | None, tuple[JsonObject, ...]]


@lru_cache(maxsize=_KEPT)
def citations_of(library: Library, item: Item) -> tuple[list[JsonObject], Citations]:
    """Give the trees of a record, and the units of each; raises `ChangedError`.

    The last ones are kept: clients ask for one text again and again.
    """
    root = library.read(item).root
    trees = trees_of(root)
    people = _people(root)
    units = {
        tree.name: tuple(_unit(unit, people) for unit in units_of(root, tree))
        for tree in trees
    }
    return [_tree(tree) for tree in trees], units


def _tree(tree: Tree) -> JsonObject:
    name: JsonObject = {"identifier": tree.name} if tree.name else {}
    return {"@type": "CitationTree", **name, **_inner(tree.structures)}


def _inner(structures: tuple[Structure, ...]) -> JsonObject:
    made = [
        {"@type": "CiteStructure", "citeType": one.unit, **_inner(one.inner)}
        for one in structures
    ]
    return {"citeStructure": made} if made else {}


def _unit(unit: Unit, people: Mapping[str, str]) -> JsonObject:
    return {
        "@type": "CitableUnit",
        "identifier": unit.ref,
        "level": unit.level,
        "parent": unit.parent,
        "citeType": unit.structure.unit,
        **_said(unit, people),
    }


def _said(unit: Unit, people: Mapping[str, str]) -> JsonObject:
    """Give what `citeData` says: terms of Dublin Core, and others as they are."""
    terms: dict[str, list[object]] = {}
    others: dict[str, list[object]] = {}
    for name, path in unit.structure.data:
        values = [
            v for found in select(unit.element, path) for v in _values(found, people)
        ]
        if not values:
            continue
        language = _language(unit.element)
        shown = [{"lang": language, "value": value} for value in values]
        if name.startswith(_TERMS):
            terms.setdefault(name.removeprefix(_TERMS), []).extend(shown)
        else:
            others.setdefault(name, []).extend(shown)
    pairs = (("dublinCore", terms), ("extensions", others))
    return {key: value for key, value in pairs if value}


def _values(found: object, people: Mapping[str, str]) -> Iterator[str]:
    """Give the words of a value; pointers to people of the file give their names."""
    words = words_of(found)
    tokens = words.split()
    if tokens and all(token in people for token in tokens):
        yield from (people[token] for token in tokens)
    elif words:
        yield words


def _people(root: etree._Element) -> dict[str, str]:
    return {
        f"#{element.get(XML_ID)}": name
        for element in root.iter(*PEOPLE)
        if element.get(XML_ID) and (name := entity_name(element))
    }


def _language(element: etree._Element) -> str:
    node: etree._Element | None = element
    while node is not None:
        if language := node.get(XML_LANG):
            return language
        node = node.getparent()
    return _UNDETERMINED
